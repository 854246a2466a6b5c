import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { policyDirectives } from '../../../src-renderer/views/airgap/policy'

const html = readFileSync(resolve(process.cwd(), 'src-renderer/index.html'), 'utf8')
const content = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? ''
// The one method that is asked of the page; a browser test reads the real one.
const page = {
  querySelector: () => ({ getAttribute: () => content }),
} as unknown as Document

describe('the page’s content policy', () => {
  const directives = new Map(policyDirectives(page).map(({ name, value }) => [name, value]))
  it.each([
    ['default-src', "'none'"],
    ['connect-src', "'none'"],
    ['form-action', "'none'"],
    ['base-uri', "'none'"],
    ['script-src', "'self'"],
  ])('has %s %s', (name, value) => {
    expect(directives.get(name)).toBe(value)
  })
  it('names no remote source', () => {
    expect(content).not.toMatch(/https?:|wss?:|\*/)
  })
})
