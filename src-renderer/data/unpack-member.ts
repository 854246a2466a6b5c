import type { ImportFailure } from '@core/contracts/store-failure'
import type { Member } from '@core/import/import-format'
import { memberName, unpackFailure } from '@core/import/open-member'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { ImportCandidate } from './import-candidate'

/** A member that cannot be unpacked, thrown by `open` so that it costs its own line of the list. */
export class MemberError extends Error {
  readonly failure: ImportFailure

  constructor(failure: ImportFailure) {
    super(failure.code)
    this.failure = failure
  }
}

/**
 * A file inside a file as a candidate of its own. An archive's member is unpacked when its turn comes, from a slice of the archive's
 * bytes, by the browser's own stream: however large the archive, one member at a time is in memory.
 */
export function candidateFromMember(
  container: { readonly name: string; readonly blob: Blob; readonly depth: number },
  member: Member,
): ImportCandidate {
  const { content, size } = member
  return {
    name: memberName(container.name, member.name),
    size,
    depth: container.depth + 1,
    open: async () => {
      if (content.type === 'bytes') return new Blob([copyOf(content.bytes)])
      const unpacked = await unpack(container.blob, member)
      if (unpacked.ok) return unpacked.value
      throw new MemberError(unpacked.failure)
    },
  }
}

async function unpack(archive: Blob, member: Member): Promise<Result<Blob, ImportFailure>> {
  const { content, size } = member
  if (content.type !== 'packed') return fail({ code: 'unreadable', detail: 'not packed' })
  const packed = archive.slice(content.offset, content.offset + content.packedSize)
  if (content.method === 0)
    return content.packedSize === size
      ? succeed(packed)
      : fail(unpackFailure('lying-size', size, content.packedSize))
  const parts: BlobPart[] = []
  let length = 0
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      length += step.value.length
      if (length > size) {
        await reader.cancel()
        return fail(unpackFailure('lying-size', size, content.packedSize))
      }
      parts.push(step.value)
    }
  } catch (error) {
    // The stream's word for bytes that are not deflated.
    if (error instanceof TypeError) return fail(unpackFailure('damaged', size, content.packedSize))
    throw error
  }
  return length === size
    ? succeed(new Blob(parts))
    : fail(unpackFailure('lying-size', size, content.packedSize))
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}
