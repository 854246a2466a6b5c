import { isCjk, termsIn } from './terms'

/** What was typed, as clauses that all have to hold. */
export interface SearchQuery {
  readonly clauses: readonly SearchClause[]
}

export interface SearchClause {
  /** One after the other where there are several: a phrase, or the pairs of a CJK word. */
  readonly terms: readonly string[]
  readonly field: SearchField
  /** `word*` finds words that begin so; `word~` words that are nearly so. */
  readonly match: 'whole' | 'prefix' | 'fuzzy'
  readonly isExcluded: boolean
  /** Quoted: the words stand side by side, which the text itself has to show. */
  readonly isPhrase: boolean
}

export const searchFields = ['any', 'title', 'publisher'] as const
export type SearchField = (typeof searchFields)[number]

const parts = /(-?)(?:(title|publisher):)?(?:"([^"]*)"?|(\S+))/giu

/** `heron "supply chain" title:taiwan publisher:acme netw* mustng~ -ransomware`; the last word may be unfinished. */
export function parseQuery(text: string): SearchQuery {
  const clauses = [...text.matchAll(parts)].flatMap(
    ([, minus, field, quoted, word = '']): SearchClause[] => {
      const suffix = quoted === undefined ? word.at(-1) : undefined
      const terms = [...termsIn(quoted ?? word)].map(({ term }) => term)
      if (terms.length === 0) return []
      const known = searchFields.find((name) => name === field?.toLowerCase())
      const isOneWord = terms.length === 1
      return [
        {
          terms,
          field: known ?? 'any',
          match:
            suffix === '*' && isOneWord
              ? 'prefix'
              : suffix === '~' && isOneWord
                ? 'fuzzy'
                : 'whole',
          isExcluded: minus === '-',
          // "192.0.2.7" and 供應鏈 are several terms that belong side by side.
          isPhrase: terms.length > 1,
        },
      ]
    },
  )
  return { clauses: withOpenEnd(clauses, text) }
}

/** Who still types "ransomw" has not misspelt it: the last word counts as a beginning. */
function withOpenEnd(clauses: readonly SearchClause[], text: string): readonly SearchClause[] {
  const last = clauses.at(-1)
  if (!last || /[\s"*~]$/.test(text) || last.terms.length > 1 || last.match !== 'whole')
    return clauses
  const [term = ''] = last.terms
  if (term.length < 3 || isCjk(term)) return clauses
  return [...clauses.slice(0, -1), { ...last, match: 'prefix' }]
}
