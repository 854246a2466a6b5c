import type { ReadFailure } from '../contracts/worker-tasks'
import { fail, succeed, type Result } from '../lib/result'
import { unpackEntry } from './archive/unpack-entry'
import type { Member } from './import-format'

/** The bytes of a member, out of its container's. */
export function openMember(
  container: Uint8Array,
  { content, size }: Member,
): Result<Uint8Array, ReadFailure> {
  if (content.type === 'bytes') return succeed(content.bytes)
  const unpacked = unpackEntry(container, content)
  if (unpacked.ok) return unpacked
  return fail(unpackFailure(unpacked.failure, size, content.packedSize))
}

export function unpackFailure(
  failure: 'lying-size' | 'damaged' | 'unknown-method',
  size: number,
  packedLength: number,
): ReadFailure {
  switch (failure) {
    case 'lying-size':
      return { code: 'bomb', byteLength: size, packedLength }
    case 'damaged':
      return { code: 'damaged', format: 'zip', detail: 'it does not unpack to what was packed' }
    case 'unknown-method':
      return { code: 'damaged', format: 'zip', detail: 'it is packed by an unknown method' }
  }
}

/** How a member is called in a list: the container's name, then its own. */
export function memberName(container: string, member: string): string {
  return `${container}/${member}`
}
