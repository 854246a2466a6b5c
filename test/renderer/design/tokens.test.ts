import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(resolve(process.cwd(), 'src-renderer/design/tokens.css'), 'utf8')

/** Hex tokens of a rule. */
function tokens(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const body = css.slice(start, css.indexOf('\n}', start))
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]),
  )
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

const paper = tokens(':root')
const night = new Map([...paper, ...tokens(":root[data-mantine-color-scheme='dark']")])
const themes = [
  ['paper', paper],
  ['night', night],
] as const
const grounds = ['ground', 'ground-frame', 'ground-raised', 'ground-sunk', 'amber-wash']

describe.each(themes)('the %s theme', (_name, theme) => {
  it.each(['ink', 'ink-soft'])('keeps %s readable on every ground and on a selection', (text) => {
    for (const ground of grounds)
      expect(contrast(theme.get(text)!, theme.get(ground)!)).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps the faintest text readable on every ground', () => {
    for (const ground of grounds.slice(0, 4))
      expect(contrast(theme.get('ink-faint')!, theme.get(ground)!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['bad', 'good', 'amber-line'])('keeps %s visible', (token) => {
    expect(contrast(theme.get(token)!, theme.get('ground')!)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the accent', () => {
  it('is none of the kinds’ colours', () => {
    const kinds = [...paper].filter(([name]) => name.startsWith('okabe-')).map(([, hex]) => hex)
    expect(kinds).toHaveLength(5)
    expect(kinds).not.toContain(paper.get('amber'))
    expect(kinds).not.toContain(night.get('amber'))
  })
})
