import { fail, succeed, type Result } from '../../lib/result'

/** One entry of a ZIP archive as its directory states it: nothing of it is unpacked yet, and sizes may lie. */
export interface ZipEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc32: number
  readonly packedSize: number
  readonly size: number
  /** Where its packed bytes begin in the file. */
  readonly offset: number
}

export type ZipFailure = 'no-directory' | 'damaged' | 'overlapping' | 'too-many'

/** Entries beyond this are no reports: a directory alone could fill the memory. */
const maxEntries = 20_000

/** Reads the directory at the end of the file (APPNOTE 4.3), ZIP64 too. Entries that share bytes are a known bomb and fail the archive. */
export function readZipDirectory(
  bytes: Uint8Array,
  decodeName: (name: Uint8Array, isUtf8: boolean) => string,
): Result<readonly ZipEntry[], ZipFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return fail('no-directory')
  const directory = locateDirectory(view, end)
  if (!directory) return fail('damaged')
  if (directory.count > maxEntries) return fail('too-many')
  const entries: ZipEntry[] = []
  let at = directory.start
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return fail('damaged')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > bytes.length) return fail('damaged')
    const entry = readEntry(view, at, directory.shift, decodeName)
    if (!entry) return fail('damaged')
    entries.push(entry)
    at = next
  }
  return overlap(entries) ? fail('overlapping') : succeed(entries)
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

interface Directory {
  readonly start: number
  readonly count: number
  /** Bytes that stand before the archive, as in a self-extracting one. */
  readonly shift: number
}

function locateDirectory(view: DataView, end: number): Directory | undefined {
  let count = view.getUint16(end + 10, true)
  let size = view.getUint32(end + 12, true)
  let offset = view.getUint32(end + 16, true)
  let directoryEnd = end
  const locator = end - 20
  if (locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
    const at = Number(view.getBigUint64(locator + 8, true))
    if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return undefined
    count = Number(view.getBigUint64(at + 32, true))
    size = Number(view.getBigUint64(at + 40, true))
    offset = Number(view.getBigUint64(at + 48, true))
    directoryEnd = at
  }
  const start = directoryEnd - size
  const shift = start - offset
  return start >= 0 && shift >= 0 ? { start, count, shift } : undefined
}

function readEntry(
  view: DataView,
  at: number,
  shift: number,
  decodeName: (name: Uint8Array, isUtf8: boolean) => string,
): ZipEntry | undefined {
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const name = decodeName(
    new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength),
    (flags & 0x800) !== 0,
  )
  const sizes = entrySizes(view, at, at + 46 + nameLength)
  const header = sizes.offset + shift
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== 0x04034b50) return undefined
  const offset = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (offset + sizes.packedSize > view.byteLength) return undefined
  return {
    name,
    isFolder: name.endsWith('/'),
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    packedSize: sizes.packedSize,
    size: sizes.size,
    offset,
  }
}

/** What does not fit into 32 bits stands in the ZIP64 extra field, in this order. */
function entrySizes(
  view: DataView,
  at: number,
  extraStart: number,
): { readonly packedSize: number; readonly size: number; readonly offset: number } {
  let size = view.getUint32(at + 24, true)
  let packedSize = view.getUint32(at + 20, true)
  let offset = view.getUint32(at + 42, true)
  const extraEnd = extraStart + view.getUint16(at + 30, true)
  for (let field = extraStart; field + 4 <= extraEnd;) {
    const length = view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1) {
      let value = field + 4
      const take = (stated: number): number => {
        if (stated !== 0xffffffff || value + 8 > extraEnd) return stated
        value += 8
        return Number(view.getBigUint64(value - 8, true))
      }
      size = take(size)
      packedSize = take(packedSize)
      offset = take(offset)
    }
    field += 4 + length
  }
  return { packedSize, size, offset }
}

function overlap(entries: readonly ZipEntry[]): boolean {
  const inOrder = entries
    .filter(({ packedSize }) => packedSize > 0)
    .toSorted((a, b) => a.offset - b.offset)
  return inOrder.some((entry, i) => {
    const next = inOrder[i + 1]
    return next !== undefined && entry.offset + entry.packedSize > next.offset
  })
}
