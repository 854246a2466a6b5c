import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src-renderer/messages/describe-failure'
import { describeFailure, failureSentence } from '../../../src-renderer/messages/describe-failure'

/** One of each: the type makes sure that none is forgotten. */
const oneOfEach: { readonly [Code in Failure['code']]: Extract<Failure, { code: Code }> } = {
  purged: { code: 'purged' },
  'empty-file': { code: 'empty-file' },
  'too-large': { code: 'too-large', byteLength: 300 * 1024 * 1024, limit: 256 * 1024 * 1024 },
  'unknown-format': { code: 'unknown-format', looksLike: 'a ZIP archive' },
  encrypted: { code: 'encrypted' },
  'no-text-layer': { code: 'no-text-layer', pageCount: 31 },
  damaged: { code: 'damaged', format: 'PDF', detail: 'no cross-reference table' },
  'no-text': { code: 'no-text' },
  'unsafe-name': { code: 'unsafe-name' },
  bomb: { code: 'bomb', byteLength: 50_000_000, packedLength: 50_000 },
  'too-many': { code: 'too-many', limit: 10_000 },
  'too-deep': { code: 'too-deep', limit: 5 },
  'knowledge-file': { code: 'knowledge-file', kind: 'attack-bundle', detail: 'an ATT&CK bundle' },
  'timed-out': { code: 'timed-out', seconds: 60 },
  cancelled: { code: 'cancelled' },
  crashed: { code: 'crashed', detail: 'out of memory' },
  'quota-exceeded': { code: 'quota-exceeded' },
  'write-failed': { code: 'write-failed', detail: 'constraint' },
  'case-closed': { code: 'case-closed' },
  unreadable: { code: 'unreadable', detail: 'not found' },
  'case-is-newer': { code: 'case-is-newer', found: 3, supported: 1 },
  'storage-unavailable': { code: 'storage-unavailable', detail: 'denied' },
  'author-unknown': { code: 'author-unknown' },
  'nothing-to-undo': { code: 'nothing-to-undo' },
  'nothing-to-redo': { code: 'nothing-to-redo' },
}
const failures = Object.values(oneOfEach)

describe('describeFailure', () => {
  it.each(failures)('tells $code in whole sentences, without shouting', (failure) => {
    const { happened, kept, next } = describeFailure(failure, 'whitepaper.pdf')
    for (const sentence of [happened, kept, next].filter((part) => part !== ''))
      expect(sentence).toMatch(/^\S.*[^.!\s]\.$/)
    expect(happened + kept + next).not.toMatch(/!|oops|undefined/i)
  })

  it('says what happened, what was kept and what to do whenever a file is not read', () => {
    for (const failure of failures.filter(({ code }) => !code.startsWith('nothing'))) {
      const message = describeFailure(failure, 'whitepaper.pdf')
      expect(Object.values(message).every((part) => part !== '')).toBe(true)
    }
  })

  it('names the pages of a PDF without text', () => {
    expect(failureSentence(oneOfEach['no-text-layer'], 'scan.pdf')).toContain(
      'scan.pdf was not read: no text layer, 31 pages.',
    )
  })
})
