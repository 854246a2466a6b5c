import type { TlpMarking } from '../../model/report'
import { findTlp } from '../metadata/find-tlp'

/** "white", "amber+strict", "TLP:GREEN", "tlp:clear": as producers of data write it. */
export function tlpOf(words: string | undefined): TlpMarking | undefined {
  if (words === undefined) return undefined
  return findTlp(/^tlp\s?:/i.test(words) ? words : `TLP:${words}`)
}
