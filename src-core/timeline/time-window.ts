import type { DayRange } from './days'

/** A window is never wider than a century beyond what there is, nor narrower than ten days. */
const narrowest = 10
const widestBeyond = 36_525

/** Zooms around a day that stays where it is: `factor` above 1 shows less. */
export function zoomedWindow(window: DayRange, factor: number, around: number): DayRange {
  const span = window.to - window.from
  const wanted = Math.min(Math.max(span / factor, narrowest), widestBeyond)
  const share = span === 0 ? 0.5 : (around - window.from) / span
  const from = around - share * wanted
  return { from, to: from + wanted }
}

/** Moves by a share of its width. */
export function shiftedWindow(window: DayRange, share: number): DayRange {
  const step = (window.to - window.from) * share
  return { from: window.from + step, to: window.to + step }
}

/** Everything with a little air on both sides. */
export function wholeWindow(range: DayRange): DayRange {
  const air = Math.max((range.to - range.from) * 0.03, 5)
  return { from: range.from - air, to: range.to + air }
}
