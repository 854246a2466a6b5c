import { fail, succeed, type Result } from '../lib/result'
import type { ImportPorts } from './import-ports'
import { mendC1 } from './windows-1252'

export interface DecodedText {
  readonly text: string
  /** WHATWG label. */
  readonly encoding: string
}

type DecodingPorts = Pick<ImportPorts, 'decodeBytes' | 'guessEncodings'>

/**
 * Bytes to text: byte order mark, UTF-16 by its pattern of NULs, the encoding that the file declares, strict UTF-8, then the best guess, and
 * Windows-1252 (which takes any byte) at the end. Fails only where the bytes are no text at all.
 */
export function decodeText(
  bytes: Uint8Array,
  ports: DecodingPorts,
  declared?: string,
): Result<DecodedText, 'binary'> {
  const unicode = unicodeLabel(bytes)
  if (unicode) return decodeAs(bytes, unicode, ports)
  if (isBinary(bytes)) return fail('binary')
  const utf8 = ports.decodeBytes(bytes, 'utf-8', true)
  if (utf8 !== null) return succeed({ text: utf8, encoding: 'utf-8' })
  if (declared && !/^utf-?8$/i.test(declared)) return decodeAs(bytes, declared.toLowerCase(), ports)
  const damaged = damagedUtf8(bytes, ports)
  if (damaged !== null) return succeed({ text: damaged, encoding: 'utf-8' })
  return decodeAs(bytes, guessLabel(bytes, ports), ports)
}

/** UTF-8 or UTF-16 by its mark, or UTF-16 without one: then every other byte of Latin text is NUL, and the rest reads as text. */
export function unicodeLabel(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return undefined
  const even = countIn(bytes, 0, length)
  const odd = countIn(bytes, 1, length)
  const half = length / 2
  const isPair = (high: LaneCount, low: LaneCount) =>
    high.nulls > 0.3 * half && low.nulls < 0.02 * half && low.controls <= 0.01 * half
  if (isPair(odd, even)) return 'utf-16le'
  return isPair(even, odd) ? 'utf-16be' : undefined
}

interface LaneCount {
  readonly nulls: number
  readonly controls: number
}

/** Over every other byte. */
function countIn(bytes: Uint8Array, from: number, length: number): LaneCount {
  let nulls = 0
  let controls = 0
  for (let i = from; i < length; i += 2) {
    const byte = bytes[i] ?? 0
    if (byte === 0) nulls++
    else if (isControl(byte)) controls++
  }
  return { nulls, controls }
}

/** Text has no NUL and hardly a control character; looks at the head and at two places further in. */
export function isBinary(bytes: Uint8Array): boolean {
  const window = 16 * 1024
  const middle = Math.floor(bytes.length / 2)
  const starts = bytes.length <= 3 * window ? [0] : [0, middle, bytes.length - window]
  return starts.some((start) => {
    const end = starts.length === 1 ? bytes.length : start + window
    return isBinaryStretch(bytes.subarray(start, end))
  })
}

function isBinaryStretch(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (isControl(byte)) controls++
  }
  return controls > bytes.length * 0.01
}

function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27
}

/** UTF-8 with a few bad bytes, as a file cut in the middle of a character has: the good characters outweigh them. */
function damagedUtf8(bytes: Uint8Array, ports: DecodingPorts): string | null {
  const text = ports.decodeBytes(bytes, 'utf-8', false)
  if (text === null) return null
  let bad = 0
  let good = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) bad++
    else if (code > 0x7f) good++
  }
  return good > bad * 10 ? text : null
}

/** Latin-1 pages are Windows-1252 in truth, so that is the one that other single-byte guesses must clearly beat. */
function guessLabel(bytes: Uint8Array, ports: DecodingPorts): string {
  const guesses = ports.guessEncodings(bytes.subarray(0, 256 * 1024))
  const western = Math.max(
    0,
    ...guesses.filter(({ label }) => isWestern(label)).map(({ confidence }) => confidence),
  )
  const best = guesses.find(({ label }) => !isWestern(label))
  return best && best.confidence >= 30 && best.confidence > western + 10
    ? best.label
    : 'windows-1252'
}

function isWestern(label: string): boolean {
  return /^(iso-8859-1|windows-1252|iso-8859-15|ascii|us-ascii)$/i.test(label)
}

function decodeAs(
  bytes: Uint8Array,
  label: string,
  ports: DecodingPorts,
): Result<DecodedText, 'binary'> {
  if (!isWestern(label)) {
    const text = ports.decodeBytes(bytes, label, false)
    if (text !== null) return succeed({ text, encoding: label })
  }
  const latin = ports.decodeBytes(bytes, 'windows-1252', false)
  return latin === null
    ? fail('binary')
    : succeed({ text: mendC1(latin), encoding: 'windows-1252' })
}
