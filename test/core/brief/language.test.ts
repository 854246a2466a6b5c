import { lintStatement, type StatementContext } from '@core/brief/language/lint-statement'
import { likelihoodWords, termFor, yardsticks } from '@core/brief/language/yardsticks'
import type { Statement } from '@core/brief/plan/brief-plan'
import { omit } from '@core/lib/omit'
import type { CaseLink } from '@core/case/case-view'
import { describe, expect, it } from 'vitest'
import { aCase, taiwan } from './a-case'

const links = linksOf('Grey Lantern breached Taiwan.')
const sound: Statement = {
  key: 'j1',
  kind: 'judgement',
  text: 'It is very likely that Grey Lantern compromised Taiwan.',
  restsOn: [],
  confidence: { level: 'moderate', because: 'two sources agree' },
}

describe('likelihoodWords', () => {
  it('reads the longest term that stands there', () => {
    expect(
      likelihoodWords('It is Very Unlikely, perhaps unlikely.').map(({ words }) => words),
    ).toEqual(['Very Unlikely', 'unlikely'])
  })

  it('knows every term and synonym of both scales', () => {
    for (const { id, terms, synonyms } of Object.values(yardsticks))
      for (const [words, term] of [
        ...terms.map(({ term }) => [term, term] as const),
        ...Object.entries(synonyms),
      ])
        expect(likelihoodWords(`so ${words} that`)[0]?.termOn[id], words).toBe(term)
  })
})

describe('termFor', () => {
  it.each([
    [85, 'icd203', 'very likely'],
    [85, 'phia', 'highly likely'],
    [60, 'phia', 'likely'],
    [50, 'icd203', 'roughly even chance'],
    [52, 'phia', 'realistic possibility'],
  ] as const)('puts %s %% on %s as “%s”', (percent, scale, term) => {
    expect(termFor(percent, scale)).toBe(term)
  })
})

describe('lintStatement', () => {
  it('has nothing to say of a sound judgement', () => {
    expect(rules(sound)).toEqual([])
  })

  it('tells likelihood and confidence in one sentence, and splits them', () => {
    const [finding] = lint({
      ...sound,
      text: 'It is likely, with high confidence, that Grey Lantern compromised Taiwan.',
      confidence: { level: 'moderate', because: 'two sources agree' },
    })
    expect(finding?.rule).toBe('likelihood-with-confidence')
    expect(finding?.fix?.statement).toMatchObject({
      text: 'It is likely that Grey Lantern compromised Taiwan.',
      confidence: { level: 'high', because: 'two sources agree' },
    })
  })

  it('lets them stand in two sentences', () => {
    expect(
      rules({ ...sound, text: `${sound.text} We hold this with moderate confidence.` }),
    ).toEqual([])
  })

  it('names a word of another scale or row, and says the term', () => {
    const [finding] = lint({ ...sound, text: 'Probably Grey Lantern compromised Taiwan.' })
    expect(finding?.rule).toBe('two-scales')
    expect(finding?.fix?.statement.text).toBe('Likely Grey Lantern compromised Taiwan.')
    expect(
      rules({ ...sound, text: 'It is very likely that it holds.' }, { yardstick: 'phia' }),
    ).toContain('two-scales')
  })

  it('wants evidence behind a judgement and none behind an assumption', () => {
    expect(rules(sound, { links: [] })).toContain('judgement-without-evidence')
    expect(rules({ ...sound, kind: 'assumption' }, { links: [] })).not.toContain(
      'judgement-without-evidence',
    )
  })

  it('wants likelihood and confidence of a judgement', () => {
    const bare = omit(sound, 'confidence')
    expect(rules({ ...bare, text: 'Grey Lantern compromised Taiwan.' })).toEqual([
      'judgement-without-likelihood',
      'judgement-without-confidence',
    ])
  })

  it('warns of high confidence on one origin', () => {
    expect(rules({ ...sound, confidence: { level: 'high', because: 'x' } })).toEqual([
      'high-confidence-single-origin',
    ])
  })

  it('warns of old evidence in the present tense only', () => {
    const old = { published: () => '2023' }
    expect(rules({ ...sound, text: 'It is likely that it targets Taiwan.' }, old)).toEqual([
      'old-evidence-in-present-tense',
    ])
    expect(rules({ ...sound, text: 'It is likely that it targeted Taiwan.' }, old)).toEqual([])
    expect(
      rules(
        { ...sound, text: 'It is likely that it targets Taiwan.' },
        { published: () => '2024' },
      ),
    ).toEqual([])
  })

  it('tells a statement that rests on what the ceiling keeps out', () => {
    expect(rules(sound, { dropped: 1 })).toEqual(['above-ceiling'])
  })
})

function lint(statement: Statement, change: Partial<StatementContext> = {}) {
  return lintStatement(statement, {
    section: 'judgements',
    yardstick: 'icd203',
    links,
    dropped: 0,
    published: () => '2025-04-01',
    date: '2025-05-01',
    ...change,
  })
}

function rules(statement: Statement, change: Partial<StatementContext> = {}): string[] {
  return lint(statement, change).map(({ rule }) => rule)
}

function linksOf(sentence: string): readonly CaseLink[] {
  const { view } = aCase([
    {
      name: 'A report',
      publisher: 'Harbour Lab',
      text: sentence,
      statements: [{ predicate: 'targets', target: taiwan, outcome: 'compromised', sentence }],
    },
  ])
  return [...view.links.values()]
}
