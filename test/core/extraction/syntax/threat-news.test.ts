import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSyntax } from '@core/extraction/syntax/syntax'
import { englishSyntaxModel } from '../../../../resources/models/syntax'

const syntax = loadSyntax(englishSyntaxModel)
const cases = readCases(resolve(process.cwd(), 'test/core/extraction/syntax/threat-news.txt'))

describe('the parser on threat news', () => {
  it('draws at least 85 in 100 of the arcs that matter', () => {
    const missed = cases.flatMap((each) => each.arcs.filter((arc) => !holds(each.tokens, arc)))
    const all = cases.flatMap((each) => each.arcs).length
    expect(all).toBeGreaterThan(120)
    expect(
      1 - missed.length / all,
      `missed: ${missed.map(describeArc).join(', ')}`,
    ).toBeGreaterThanOrEqual(0.85)
  })

  it('finds who acts in at least 85 in 100', () => {
    const subjects = cases.flatMap((each) =>
      each.arcs
        .filter((arc) => /^(?:nsubj|nsubj:pass|obl:agent)$/.test(arc.label))
        .map((arc) => ({ each, arc })),
    )
    const right = subjects.filter(({ each, arc }) => holds(each.tokens, arc)).length
    expect(subjects.length).toBeGreaterThan(40)
    expect(right / subjects.length).toBeGreaterThanOrEqual(0.85)
  })
})

interface Arc {
  readonly dependent: string
  readonly label: string
  readonly head: string
}

function holds(tokens: readonly string[], arc: Arc): boolean {
  const parsed = syntax.parse(tokens)
  return tokens.some(
    (token, i) =>
      token === arc.dependent &&
      parsed.labels[i] === arc.label &&
      tokens[parsed.heads[i] ?? -1] === arc.head,
  )
}

function describeArc(arc: Arc): string {
  return `${arc.dependent} <${arc.label} ${arc.head}`
}

function readCases(path: string): { tokens: string[]; arcs: Arc[] }[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return lines.flatMap((line, i) => {
    if (line.startsWith(' ')) return []
    const arcs = (lines[i + 1] ?? '').split('|').map((text) => {
      const [dependent, label, head] = text.trim().split(' ')
      return { dependent: dependent ?? '', label: (label ?? '').slice(1), head: head ?? '' }
    })
    return [{ tokens: line.split(' '), arcs }]
  })
}
