/** A scale of likelihood: one product uses one of them, and one row of its terms. */
export type YardstickId = 'icd203' | 'phia'

export interface LikelihoodTerm {
  readonly term: string
  /** Percent, both inclusive. */
  readonly from: number
  readonly to: number
}

export interface Yardstick {
  readonly id: YardstickId
  readonly name: string
  /** From least to most likely. */
  readonly terms: readonly LikelihoodTerm[]
  /** Other words for a term that the same scale allows elsewhere, and that are not mixed in here. */
  readonly synonyms: Readonly<Record<string, string>>
}

/** ICD 203, Analytic Standards (2015), and the UK's Professional Head of Intelligence Assessment yardstick. */
export const yardsticks: Readonly<Record<YardstickId, Yardstick>> = {
  icd203: {
    id: 'icd203',
    name: 'ICD 203 (2015)',
    terms: [
      { term: 'almost no chance', from: 1, to: 5 },
      { term: 'very unlikely', from: 5, to: 20 },
      { term: 'unlikely', from: 20, to: 45 },
      { term: 'roughly even chance', from: 45, to: 55 },
      { term: 'likely', from: 55, to: 80 },
      { term: 'very likely', from: 80, to: 95 },
      { term: 'almost certain', from: 95, to: 99 },
    ],
    synonyms: {
      remote: 'almost no chance',
      'highly improbable': 'very unlikely',
      improbable: 'unlikely',
      'roughly even odds': 'roughly even chance',
      probable: 'likely',
      probably: 'likely',
      'highly probable': 'very likely',
      'nearly certain': 'almost certain',
    },
  },
  phia: {
    id: 'phia',
    name: 'UK PHIA yardstick',
    terms: [
      { term: 'remote chance', from: 0, to: 5 },
      { term: 'highly unlikely', from: 10, to: 20 },
      { term: 'unlikely', from: 25, to: 35 },
      { term: 'realistic possibility', from: 40, to: 49 },
      { term: 'likely', from: 55, to: 75 },
      { term: 'highly likely', from: 80, to: 90 },
      { term: 'almost certain', from: 95, to: 100 },
    ],
    synonyms: { probable: 'likely', probably: 'likely', 'very likely': 'highly likely' },
  },
}

/** A word of likelihood in a text: on which scale it stands, and whether as one of its terms. */
export interface LikelihoodWord {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly scales: readonly YardstickId[]
  /** The term of the scale that it should be; for a term itself, the same words. */
  readonly termOn: Partial<Record<YardstickId, string>>
}

/** Longest first, so that "very unlikely" is not read as "unlikely". */
const known: readonly {
  readonly words: string
  readonly on: Partial<Record<YardstickId, string>>
}[] = collect()

const pattern = new RegExp(`\\b(?:${known.map(({ words }) => words).join('|')})\\b`, 'gi')

export function likelihoodWords(text: string): readonly LikelihoodWord[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const entry = known.find(({ words }) => words === match[0].toLowerCase())
    if (!entry) return []
    const scales = (['icd203', 'phia'] as const).filter((id) =>
      yardsticks[id].terms.some(({ term }) => term === entry.words),
    )
    return {
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
      scales,
      termOn: entry.on,
    }
  })
}

/** The term of a scale that holds this percentage. */
export function termFor(percent: number, scale: YardstickId): string {
  const { terms } = yardsticks[scale]
  const holding = terms.find(({ from, to }) => percent >= from && percent <= to)
  if (holding) return holding.term
  const below = terms.filter(({ to }) => to < percent).at(-1)
  return (below ?? terms[0])?.term ?? ''
}

function collect(): { words: string; on: Partial<Record<YardstickId, string>> }[] {
  const entries = new Map<string, Partial<Record<YardstickId, string>>>()
  for (const { id, terms, synonyms } of Object.values(yardsticks))
    for (const [words, term] of [
      ...terms.map(({ term }) => [term, term] as const),
      ...Object.entries(synonyms),
    ])
      entries.set(words, { ...entries.get(words), [id]: term })
  return [...entries]
    .map(([words, on]) => ({ words, on }))
    .toSorted((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1))
}
