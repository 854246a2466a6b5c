import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strToU8 } from 'fflate'
import { headerEntry } from './format'

export interface EntryChecksum {
  readonly name: string
  readonly bytes: number
  /** Lower-case hex. */
  readonly sha256: string
}

/** One checksum of all that a case file holds; the header, which names the hour of writing, is left out. */
export function contentChecksum(entries: readonly EntryChecksum[]): string {
  const lines = entries
    .filter(({ name }) => name !== headerEntry)
    .map((entry) => `${entry.sha256} ${entry.name}\n`)
  return bytesToHex(sha256(strToU8(lines.sort().join(''))))
}
