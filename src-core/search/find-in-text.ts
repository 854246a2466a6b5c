import type { Span } from '../model/span'
import { allowedEdits, isNear } from './near-terms'
import type { SearchClause, SearchQuery } from './parse-query'
import { termsIn } from './terms'
import type { TermAt } from './terms'

/** Where a text answers a query; undefined where a phrase does not stand in it after all. In text order. */
export function findInText(
  text: string,
  query: SearchQuery,
  isFuzzy: boolean,
): readonly Span[] | undefined {
  const terms = [...termsIn(text)]
  const spans: Span[] = []
  for (const clause of query.clauses) {
    if (clause.field !== 'any') continue
    const found = placesOf(terms, clause, isFuzzy)
    if (clause.isExcluded) {
      if (found.length > 0) return undefined
      continue
    }
    if (clause.isPhrase && found.length === 0) return undefined
    spans.push(...found)
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end)
}

function placesOf(
  terms: readonly TermAt[],
  clause: SearchClause,
  isFuzzy: boolean,
): readonly Span[] {
  const spans: Span[] = []
  for (let i = 0; i < terms.length; i += 1) {
    const first = terms[i]
    const last = terms[i + clause.terms.length - 1]
    if (!first || !last) break
    if (clause.terms.every((term, n) => matches(terms[i + n]?.term ?? '', term, clause, isFuzzy)))
      spans.push({ start: first.start, end: last.end })
  }
  return spans
}

function matches(
  found: string,
  term: string,
  { match, isPhrase }: SearchClause,
  isFuzzy: boolean,
): boolean {
  if (found === term) return true
  if (match === 'prefix' && found.startsWith(term)) return true
  if (match !== 'fuzzy' && (!isFuzzy || isPhrase)) return false
  return found.startsWith(term.slice(0, 1)) && isNear(found, term, allowedEdits(term))
}

export interface Snippet extends Span {
  /** What is marked inside it. */
  readonly marks: readonly Span[]
}

/** Stretches around the hits, a hundred characters to either side, that do not overlap; those with most hits, in text order. */
export function snippetsOf(
  text: string,
  spans: readonly Span[],
  most = 3,
  room = 90,
): readonly Snippet[] {
  const snippets: Snippet[] = []
  for (const span of spans) {
    const last = snippets.at(-1)
    if (last && span.start < last.end) {
      snippets[snippets.length - 1] = { ...last, marks: [...last.marks, span] }
      continue
    }
    snippets.push({ ...stretch(text, span, room), marks: [span] })
  }
  return snippets
    .map((snippet, place) => ({ snippet, place }))
    .sort((a, b) => b.snippet.marks.length - a.snippet.marks.length || a.place - b.place)
    .slice(0, most)
    .sort((a, b) => a.place - b.place)
    .map(({ snippet }) => snippet)
}

/** Inside the paragraph, cut at spaces. */
function stretch(text: string, { start, end }: Span, room: number): Span {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - room)
  const line = text.indexOf('\n', end)
  const to = Math.min(line < 0 ? text.length : line, end + room)
  const space = from > start - room ? -1 : text.indexOf(' ', from)
  const tail = to < end + room ? -1 : text.lastIndexOf(' ', to)
  return { start: space >= 0 && space < start ? space + 1 : from, end: tail > end ? tail : to }
}
