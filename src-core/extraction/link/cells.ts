import { entityKindOf } from '../../model/ids'
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
  for (const sector of sectors)
    for (const country of countries) {
      if (sector.actor !== country.actor || cells.has(sector) || cells.has(country)) continue
      if (!standTogether(sector, country)) continue
      const cell = `${country.target.slice('country:'.length)}×${sector.target.slice('sector:'.length)}`
      cells.set(sector, cell)
      cells.set(country, cell)
    }
  return cells
}

function standTogether(a: ScoredBag, b: ScoredBag): boolean {
  return a.rows.some(({ row }) =>
    b.rows.some(({ row: other }) => {
      if (row.sentence.index !== other.sentence.index) return false
      const [left, right] =
        row.mention.start <= other.mention.start
          ? [row.mention, other.mention]
          : [other.mention, row.mention]
      return right.firstToken - left.lastToken <= reach
    }),
  )
}
