import { scryptAsync } from '@noble/hashes/scrypt.js'
import { strFromU8, strToU8 } from 'fflate'
import * as z from 'zod/mini'
import type { Result } from '../lib/result'
import { fail, succeed } from '../lib/result'
import type { CaseFileFailure } from './format'

/**
 * The part of WebCrypto that a sealed case file needs; the host hands its own in. A sealed file is: eight letters, the length of
 * the head (four bytes, big endian), the head as JSON, then pieces of one mebibyte, each under AES-256-GCM with its number and
 * whether it is the last as nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015) and the head as
 * associated data: no piece can be altered, left out, moved or cut off unseen.
 */
export interface SealCrypto {
  readonly subtle: {
    importKey(
      format: 'raw',
      key: Uint8Array<ArrayBuffer>,
      algorithm: 'AES-GCM',
      extractable: boolean,
      usages: ('encrypt' | 'decrypt')[],
    ): Promise<SealKey>
    encrypt(how: SealNonce, key: SealKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    decrypt(how: SealNonce, key: SealKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  }
  getRandomValues(into: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
}

/** Opaque: made by `importKey` and given back to the same host. */
type SealKey = unknown

interface SealNonce {
  readonly name: 'AES-GCM'
  readonly iv: Uint8Array<ArrayBuffer>
  readonly additionalData: Uint8Array<ArrayBuffer>
}

const magic = 'GNOMSEAL'
const pieceSize = 1024 * 1024
const tagSize = 16
const maxHead = 4096
/** scrypt with 128 MiB, as OWASP's password storage cheat sheet recommends at the least: about a second on a laptop. */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const

const headSchema = z.object({
  version: z.literal(1),
  kdf: z.literal('scrypt'),
  // Bounds keep a forged file from making the reader work for hours, or take all memory.
  N: z.int().check(z.minimum(2 ** 14), z.maximum(2 ** 20)),
  r: z.int().check(z.minimum(1), z.maximum(16)),
  p: z.int().check(z.minimum(1), z.maximum(4)),
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
})

/** Whether these are the first bytes of a sealed case file. */
export function isSealed(first: Uint8Array): boolean {
  return first.length >= magic.length && strFromU8(first.subarray(0, magic.length), true) === magic
}

/** Takes chunks of the plain file and hands on those of the sealed one. `end` must be called. */
export async function createSealer(
  passphrase: string,
  crypto: SealCrypto,
  sink: (chunk: Uint8Array) => Promise<void>,
): Promise<{ write: (chunk: Uint8Array) => Promise<void>; end: () => Promise<void> }> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const head = strToU8(JSON.stringify({ version: 1, kdf: 'scrypt', ...cost, salt: hexOf(salt) }))
  const key = await keyOf(passphrase, salt, cost, crypto, 'encrypt')
  await sink(strToU8(magic, true))
  await sink(lengthBytes(head.length))
  await sink(head)
  const pieces = new Pieces()
  let number = 0
  const seal = async (piece: Uint8Array<ArrayBuffer>, isLast: boolean) => {
    const how = nonceOf(number++, isLast, head)
    await sink(new Uint8Array(await crypto.subtle.encrypt(how, key, piece)))
  }
  return {
    write: async (chunk) => {
      pieces.add(chunk)
      // The last piece is known as such only at the end: one byte more than a piece must be there.
      while (pieces.size > pieceSize) await seal(pieces.take(pieceSize), false)
    },
    end: () => seal(pieces.take(pieces.size), true),
  }
}

/** The plain chunks of a sealed file. Throws `SealFailure` where it is not what it says, or the passphrase is another. */
export async function* unsealed(
  chunks: AsyncIterable<Uint8Array>,
  passphrase: string,
  crypto: SealCrypto,
): AsyncIterable<Uint8Array> {
  const pieces = new Pieces()
  let opened: { key: SealKey; head: Uint8Array<ArrayBuffer> } | undefined
  let number = 0
  const open = async (piece: Uint8Array<ArrayBuffer>, isLast: boolean) => {
    if (!opened) throw new SealFailure({ code: 'not-a-case-file' })
    try {
      const how = nonceOf(number++, isLast, opened.head)
      return new Uint8Array(await crypto.subtle.decrypt(how, opened.key, piece))
    } catch {
      // The first piece tells a wrong passphrase; from the second on the passphrase was right.
      throw new SealFailure(
        number === 1
          ? { code: 'passphrase-wrong' }
          : { code: 'case-file-damaged', entry: 'the sealed file', detail: `piece ${number}` },
      )
    }
  }
  for await (const chunk of chunks) {
    pieces.add(chunk)
    if (!opened) {
      const head = headIn(pieces)
      if (!head) continue
      const { salt, ...costs } = parseHead(head)
      opened = { head, key: await keyOf(passphrase, bytesOfHex(salt), costs, crypto, 'decrypt') }
    }
    while (pieces.size > pieceSize + tagSize)
      yield await open(pieces.take(pieceSize + tagSize), false)
  }
  yield await open(pieces.take(pieces.size), true)
}

export class SealFailure extends Error {
  constructor(readonly failure: CaseFileFailure) {
    super(failure.code)
  }
}

export function sealFailureOf(error: unknown): Result<never, CaseFileFailure> | undefined {
  return error instanceof SealFailure ? fail(error.failure) : undefined
}

function headIn(pieces: Pieces): Uint8Array<ArrayBuffer> | undefined {
  const front = magic.length + 4
  if (pieces.size < front) return undefined
  const start = pieces.peek(front)
  const length = start.slice(magic.length).reduce((sum, byte) => sum * 256 + byte, 0)
  if (!isSealed(start) || length > maxHead) throw new SealFailure({ code: 'not-a-case-file' })
  if (pieces.size < front + length) return undefined
  pieces.take(front)
  return pieces.take(length)
}

function parseHead(head: Uint8Array): z.infer<typeof headSchema> {
  const parsed = parseJson(strFromU8(head))
  const known = parsed.ok ? headSchema.safeParse(parsed.value) : undefined
  if (!known?.success) throw new SealFailure({ code: 'not-a-case-file' })
  return known.data
}

function parseJson(text: string): Result<unknown, undefined> {
  try {
    return succeed(JSON.parse(text) as unknown)
  } catch {
    // Not JSON: the schema's caller says what that means.
    return fail(undefined)
  }
}

async function keyOf(
  passphrase: string,
  salt: Uint8Array,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
  { subtle }: SealCrypto,
  use: 'encrypt' | 'decrypt',
): Promise<SealKey> {
  const options = { N, r, p, dkLen: 32, maxmem: 1024 * 1024 * 1024 * 3, asyncTick: 20 }
  const raw = await scryptAsync(strToU8(passphrase.normalize('NFC')), salt, options)
  return subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, [use])
}

function nonceOf(number: number, isLast: boolean, head: Uint8Array<ArrayBuffer>): SealNonce {
  const iv = new Uint8Array(12)
  for (let at = 10, rest = number; at >= 3; at -= 1, rest = Math.floor(rest / 256))
    iv[at] = rest % 256
  iv[11] = isLast ? 1 : 0
  return { name: 'AES-GCM', iv, additionalData: head }
}

function lengthBytes(length: number): Uint8Array {
  return new Uint8Array([24, 16, 8, 0].map((shift) => (length >>> shift) & 255))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bytesOfHex(hex: string): Uint8Array {
  return new Uint8Array((hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16)))
}

/** Bytes that came in chunks of any size and go in pieces of one. */
class Pieces {
  private readonly chunks: Uint8Array[] = []
  size = 0

  add(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    this.chunks.push(chunk)
    this.size += chunk.length
  }

  peek(length: number): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array(length)
    let at = 0
    for (const chunk of this.chunks) {
      if (at >= length) break
      const part = chunk.subarray(0, length - at)
      out.set(part, at)
      at += part.length
    }
    return out
  }

  take(length: number): Uint8Array<ArrayBuffer> {
    const out = this.peek(length)
    this.size -= length
    let rest = length
    while (rest > 0) {
      const first = this.chunks.shift()
      if (!first) break
      if (first.length > rest) this.chunks.unshift(first.subarray(rest))
      rest -= Math.min(rest, first.length)
    }
    return out
  }
}
