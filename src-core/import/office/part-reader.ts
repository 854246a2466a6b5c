import type { ReadFailure } from '../../contracts/worker-tasks'
import { fail, succeed, type Result } from '../../lib/result'
import { unpackEntry } from '../archive/unpack-entry'
import type { ZipEntry } from '../archive/zip-directory'
import { decodeText } from '../decode-text'
import type { ImportPorts } from '../import-ports'
import { maxPackRatio, maxPartBytes } from '../limits'

/** Reads one part of a packaged document as text; undefined where there is none. */
export type ReadPart = (name: string) => Result<string | undefined, ReadFailure>

/** Sizes are checked before anything is unpacked, and again while it is: a packaged document may be a bomb, too. */
export function partReader(
  archive: Uint8Array,
  entries: readonly ZipEntry[],
  ports: Pick<ImportPorts, 'decodeBytes' | 'guessEncodings'>,
): ReadPart {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return (name) => {
    const entry = byName.get(name)
    if (!entry || entry.size === 0) return succeed(undefined)
    if (entry.isEncrypted) return fail({ code: 'encrypted' })
    if (entry.size > 1024 * 1024 && entry.size > maxPackRatio * Math.max(1, entry.packedSize))
      return fail({ code: 'bomb', byteLength: entry.size, packedLength: entry.packedSize })
    if (entry.size > maxPartBytes)
      return fail({ code: 'too-large', byteLength: entry.size, limit: maxPartBytes })
    const bytes = unpackEntry(archive, entry)
    if (!bytes.ok)
      return fail({ code: 'damaged', format: 'zip', detail: `${name} cannot be unpacked` })
    const text = decodeText(bytes.value, ports)
    if (!text.ok) return fail({ code: 'damaged', format: 'zip', detail: `${name} is no text` })
    return succeed(text.value.text)
  }
}
