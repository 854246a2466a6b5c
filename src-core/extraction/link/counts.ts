import type { VictimCount } from '../../model/link'
import type { ResolvedText } from '../resolve/resolved-text'
import type { PairRow } from './collect-pairs'

/** Characters between a number and the victims it counts: "more than 70 (Taiwanese) organizations". */
const reach = 30

/** The number of victims that one of the places states, if any. */
export function countFor(
  resolved: ResolvedText,
  rows: readonly PairRow[],
): VictimCount | undefined {
  for (const row of rows) {
    if (row.mention.kind === 'organization' || row.mention.kind === 'vendor') continue
    for (const count of resolved.countsOf[row.sentence.index] ?? []) {
      const gap = row.mention.start - count.end
      const isInside = count.start <= row.mention.start && count.end >= row.mention.end
      if (!isInside && (gap < 0 || gap > reach)) continue
      const between = resolved.segmented.source.text.slice(count.end, row.mention.start)
      if (!isInside && /[.;:]/.test(between)) continue
      const [min, max] = count.key.split('..')
      if (min === undefined || !/^\d+$/.test(min)) continue
      return {
        min: Number(min),
        ...(max !== undefined && /^\d+$/.test(max) && { max: Number(max) }),
        text: count.surface,
      }
    }
  }
  return undefined
}
