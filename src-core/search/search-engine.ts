import type { ReportId } from '../model/ids'
import { allowedEdits, isNear, letterBits, mayBeNear } from './near-terms'
import type { SearchClause, SearchQuery } from './parse-query'
import { parseQuery } from './parse-query'
import type { SearchDocument, SearchSegment } from './segment'
import { buildSegment, postingsOf, publisherPrefix, titlePrefix } from './segment'

export interface SearchHit {
  readonly report: ReportId
  readonly score: number
}

export interface SearchAnswer {
  /** The best first. */
  readonly hits: readonly SearchHit[]
  readonly total: number
  /** No word was found as it was typed: these are near ones. */
  readonly isFuzzy: boolean
  /** How many reports were searched. */
  readonly searched: number
}

interface Loaded {
  readonly segment: SearchSegment
  readonly terms: readonly string[]
  /** Terms in all its documents. */
  readonly length: number
}

/**
 * Full text over many reports. Goals: answers in a few hundredths of a second over 100 MB of text, an index that is a tenth of
 * the text, built piece by piece while queries go on. Not goals: positions (whether words stand side by side is looked up in
 * the few texts that hold them all), stemming, ranking by links.
 */
export class SearchEngine {
  private segments: Loaded[] = []

  /** Indexes some reports; the segment is for the store. */
  add(documents: readonly SearchDocument[]): SearchSegment {
    const segment = buildSegment(documents)
    this.load(segment)
    return segment
  }

  load(segment: SearchSegment): void {
    this.segments.push({
      segment,
      terms: segment.terms === '' ? [] : segment.terms.split('\n'),
      length: segment.lengths.reduce((sum, length) => sum + length, 0),
    })
  }

  clear(): void {
    this.segments = []
  }

  /** `most` best of all that hold every clause; misspelt words are tried only where nothing is found as typed. */
  query(text: string, most: number): SearchAnswer {
    const query = parseQuery(text)
    const wanted = query.clauses.filter(({ isExcluded }) => !isExcluded)
    const searched = this.segments.reduce((sum, { segment }) => sum + segment.ids.length, 0)
    if (wanted.length === 0) return { hits: [], total: 0, isFuzzy: false, searched }
    const exact = this.hitsOf(query)
    const isFuzzy = exact.length === 0 && wanted.some(canBeMisspelt)
    const found = isFuzzy ? this.hitsOf(misspelt(query)) : exact
    const hits = found.sort((a, b) => b.score - a.score || (a.report < b.report ? -1 : 1))
    return { hits: hits.slice(0, most), total: hits.length, isFuzzy, searched }
  }

  private hitsOf({ clauses }: SearchQuery): SearchHit[] {
    const lengths = this.segments.reduce((sum, { length }) => sum + length, 0)
    const documents = this.segments.reduce((sum, { segment }) => sum + segment.ids.length, 0)
    const mean = lengths / Math.max(documents, 1)
    const found = clauses.map((clause) => this.segments.map((loaded) => countsOf(loaded, clause)))
    const rarity = found.map((parts) => {
      const holding = parts.reduce((sum, part) => sum + part.size, 0)
      return Math.log(1 + (documents - holding + 0.5) / (holding + 0.5))
    })
    return this.segments.flatMap(({ segment }, place) =>
      hitsIn(
        segment,
        clauses,
        found.map((parts) => parts[place] ?? new Map<number, number>()),
        rarity,
        mean,
      ),
    )
  }
}

/** BM25 with its usual constants (Robertson and Zaragoza 2009). */
const [k1, b] = [1.2, 0.75]

function hitsIn(
  { ids, lengths }: SearchSegment,
  clauses: readonly SearchClause[],
  counts: readonly ReadonlyMap<number, number>[],
  rarity: readonly number[],
  mean: number,
): readonly SearchHit[] {
  const wanted = clauses.flatMap((clause, i) => (clause.isExcluded ? [] : [i]))
  const rarest = wanted.toSorted((x, y) => (counts[x]?.size ?? 0) - (counts[y]?.size ?? 0))[0]
  if (rarest === undefined) return []
  const hits: SearchHit[] = []
  for (const document of counts[rarest]?.keys() ?? []) {
    const isOut = clauses.some(
      ({ isExcluded }, i) => (counts[i]?.has(document) ?? false) === isExcluded,
    )
    const report = ids[document]
    if (isOut || report === undefined) continue
    const length = 1 - b + (b * (lengths[document] ?? 0)) / Math.max(mean, 1)
    const score = wanted.reduce((sum, i) => {
      const count = counts[i]?.get(document) ?? 0
      return sum + ((rarity[i] ?? 0) * count * (k1 + 1)) / (count + k1 * length)
    }, 0)
    hits.push({ report, score })
  }
  return hits
}

/** A word in the title says more of a report than one in its text. */
const titleWeight = 6

/** Documents that hold a clause, with how often. All terms of a phrase have to be there; the rarest counts. */
function countsOf(loaded: Loaded, clause: SearchClause): ReadonlyMap<number, number> {
  const parts = clause.terms.map((term) => countsOfTerm(loaded, term, clause))
  const [first, ...rest] = parts
  if (!first) return new Map()
  if (rest.length === 0) return first
  const both = new Map<number, number>()
  for (const [document, count] of first)
    if (rest.every((part) => part.has(document)))
      both.set(document, Math.min(count, ...rest.map((part) => part.get(document) ?? 0)))
  return both
}

function countsOfTerm(
  { segment, terms }: Loaded,
  term: string,
  { field, match }: SearchClause,
): Map<number, number> {
  const counts = new Map<number, number>()
  const take = (prefix: string, weight: number) => {
    for (const at of placesOf(terms, prefix, term, match)) {
      const found = postingsOf(segment, at)
      for (let i = 0; i < found.length; i += 2) {
        const document = found[i] ?? 0
        counts.set(document, (counts.get(document) ?? 0) + (found[i + 1] ?? 0) * weight)
      }
    }
  }
  if (field === 'publisher') take(publisherPrefix, 1)
  else take(titlePrefix, titleWeight)
  if (field === 'any') take('', 1)
  return counts
}

/** Places of a term, of those that it begins, or of those near to it, in the sorted list. */
function placesOf(
  terms: readonly string[],
  prefix: string,
  term: string,
  match: SearchClause['match'],
): readonly number[] {
  const key = prefix + term
  if (match === 'whole') {
    const at = lowerBound(terms, key)
    return terms[at] === key ? [at] : []
  }
  const places: number[] = []
  if (match === 'prefix') {
    for (let at = lowerBound(terms, key); terms[at]?.startsWith(key) === true; at += 1)
      places.push(at)
    return places
  }
  // The first letter is the one that nobody mistypes: it bounds the search.
  const edits = allowedEdits(term)
  const start = prefix + term.slice(0, 1)
  const bits = letterBits(term)
  for (let at = lowerBound(terms, start); terms[at]?.startsWith(start) === true; at += 1)
    if (isNearBy(terms[at] ?? '', prefix, term, bits, edits)) places.push(at)
  return places
}

function isNearBy(
  candidate: string,
  prefix: string,
  term: string,
  bits: number,
  edits: number,
): boolean {
  if (Math.abs(candidate.length - prefix.length - term.length) > edits) return false
  const word = prefix === '' ? candidate : candidate.slice(prefix.length)
  return mayBeNear(letterBits(word), bits, edits) && isNear(word, term, edits)
}

function lowerBound(terms: readonly string[], key: string): number {
  let [low, high] = [0, terms.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((terms[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

function canBeMisspelt({ terms, match }: SearchClause): boolean {
  return match !== 'fuzzy' && terms.length === 1 && allowedEdits(terms[0] ?? '') > 0
}

function misspelt({ clauses }: SearchQuery): SearchQuery {
  return {
    clauses: clauses.map((clause) =>
      !clause.isExcluded && canBeMisspelt(clause) ? { ...clause, match: 'fuzzy' as const } : clause,
    ),
  }
}
