import { entityKindOf } from '../../model/ids'
import type { PairRow } from './collect-pairs'
import type { ScoredBag } from '../score/score-bags'

const reach = 4

/**
 * A victim that is sector × country ("telecom firms in Taiwan", "Taiwanese universities") is one victim: its two links
 * share a cell. Two links pair where their words stand together in a sentence that supports both.
 */
export function cellsOf(targets: readonly ScoredBag[]): Map<ScoredBag, string> {
  const cells = new Map<ScoredBag, string>()
  const sectors = targets.filter((bag) => entityKindOf(bag.target) === 'sector')
  const countries = targets.filter((bag) => entityKindOf(bag.target) === 'country')
  const rowsOf = new Map(countries.map((country) => [country, rowsBySentence(country)]))
  for (const sector of sectors)
    for (const country of countries) {
      if (sector.actor !== country.actor || cells.has(sector) || cells.has(country)) continue
      if (!standTogether(sector, rowsOf.get(country) ?? new Map<number, PairRow[]>())) continue
      const cell = `${country.target.slice('country:'.length)}×${sector.target.slice('sector:'.length)}`
      cells.set(sector, cell)
      cells.set(country, cell)
    }
  return cells
}

type RowsBySentence = ReadonlyMap<number, readonly PairRow[]>

/** Sentence by sentence, so that a long text with many rows stays linear. */
function standTogether(a: ScoredBag, inSentence: RowsBySentence): boolean {
  return a.rows.some(({ row }) =>
    (inSentence.get(row.sentence.index) ?? []).some((other) => {
      const [left, right] =
        row.mention.start <= other.mention.start
          ? [row.mention, other.mention]
          : [other.mention, row.mention]
      return right.firstToken - left.lastToken <= reach
    }),
  )
}

function rowsBySentence({ rows }: ScoredBag): RowsBySentence {
  const found = new Map<number, PairRow[]>()
  for (const { row } of rows) {
    const known = found.get(row.sentence.index)
    if (known) known.push(row)
    else found.set(row.sentence.index, [row])
  }
  return found
}
