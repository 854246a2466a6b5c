import { assertPresent } from '../lib/assert'
import type { Reading } from '../model/reading'

/** Of two readings of one report the one of the later rules and knowledge; the choice does not depend on who is asked first. */
export function laterReading(a: Reading | undefined, b: Reading | undefined): Reading {
  if (!a || !b) return assertPresent(a ?? b, 'one of the two readings')
  const [x, y] = [a, b].map((one) => `${one.reader} ${one.knowledge} ${JSON.stringify(one)}`)
  return assertPresent(x, 'a text') >= assertPresent(y, 'a text') ? a : b
}
