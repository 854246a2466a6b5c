import { Inflate } from 'fflate'
import { fail, succeed, type Result } from '../../lib/result'

/** Where and how the bytes of one member lie in its archive. */
export interface PackedBytes {
  readonly offset: number
  readonly packedSize: number
  readonly size: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc32: number
}

/** Packed bytes handed to the unpacker at once; deflate makes at most 1,032 times as much of them. */
const step = 16 * 1024

/**
 * Unpacks one member. Stops as soon as more comes out than the directory states, so that an archive that lies costs no more memory than
 * one that does not.
 */
export function unpackEntry(
  archive: Uint8Array,
  entry: PackedBytes,
): Result<Uint8Array, 'lying-size' | 'damaged' | 'unknown-method'> {
  const packed = archive.subarray(entry.offset, entry.offset + entry.packedSize)
  if (entry.method !== 0 && entry.method !== 8) return fail('unknown-method')
  if (entry.method === 0 && packed.length !== entry.size) return fail('lying-size')
  const bytes = entry.method === 0 ? packed.slice() : inflate(packed, entry.size)
  if (typeof bytes === 'string') return fail(bytes)
  return crc32(bytes) === entry.crc32 ? succeed(bytes) : fail('damaged')
}

function inflate(packed: Uint8Array, size: number): Uint8Array | 'lying-size' | 'damaged' {
  const bytes = new Uint8Array(size)
  let length = 0
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length <= size) bytes.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length; at += step) {
      inflater.push(packed.subarray(at, at + step), at + step >= packed.length)
      if (length > size) return 'lying-size'
    }
  } catch (cause) {
    // fflate's word for bytes that are no deflate stream.
    if (cause instanceof Error) return 'damaged'
    throw cause
  }
  return length === size ? bytes : 'lying-size'
}

const table = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** Of ISO 3309, as ZIP has it. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
