import { describe, expect, it } from 'vitest'
import { toExtractOutput } from '@core/extraction/output/to-extract-output'
import { readText } from '../support/read-text'

const text =
  'APT29, also known as Cozy Bear, breached the parliament of Norway in March 2024. APT29 did not attack the parliament of Estonia.\n'
const reading = readText(text)
const output = toExtractOutput(reading, {
  metadata: { title: 'A title', language: 'en', published: '2024-06-15' },
  text,
})

describe('toExtractOutput', () => {
  it('numbers entities and lets links point at them', () => {
    const ids = new Set(output.entities.map((e) => e.id))
    expect([...ids][0]).toBe('e1')
    for (const link of [...output.links, ...output.denied]) {
      expect(ids.has(link.source)).toBe(true)
      expect(ids.has(link.target)).toBe(true)
    }
  })

  it('gives every mention and every piece of evidence its words', () => {
    const spans = [
      ...output.entities.flatMap((e) => e.mentions),
      ...output.links.flatMap((l) => l.evidence),
    ]
    expect(spans.length).toBeGreaterThan(0)
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  })

  it('prints stated aliases with their link', () => {
    const actor = output.entities.find((e) => e.type === 'actor')
    expect(actor?.statedAliases).toEqual(['Cozy Bear'])
    expect(output.links.some((l) => l.type === 'alias-of' && l.source === actor?.id)).toBe(true)
  })

  it('keeps denied links out of the others', () => {
    const estonia = output.entities.find((e) => e.ref === 'EE')?.id
    expect(output.links.some((l) => l.target === estonia)).toBe(false)
  })

  it('adds the text only on request', () => {
    const options = { metadata: { title: '', language: 'en' }, text }
    expect('text' in toExtractOutput(reading, options).report).toBe(false)
    expect(toExtractOutput(reading, { ...options, withText: true }).report.text).toBe(text)
  })

  it('says the same when asked twice', () => {
    expect(readText(text)).toEqual(reading)
  })
})
