import { z } from 'zod/mini'
import { ByteReader } from './byte-reader'
import { readLexicon, type Lexicon } from './lexicon'
import { readMoveWeights, type MoveScorer } from './move-weights'
import { makeTagSet, type TagSet } from './tag-set'
import { noShortcuts, readShortcuts, type Shortcuts } from './shortcuts'
import { readWeights, type Scorer } from './weights'

/**
 * A model is text: lines that start with "#" say where it comes from; one line of JSON names tags and labels; the rest is the
 * base64 of the lexicon, the weights of tagger, moves and labels, and the shortcuts. Written by build/scripts/syntax/model-writer.ts.
 */
export interface Model {
  readonly tags: TagSet
  readonly labels: readonly string[]
  readonly lexicon: Lexicon
  readonly tagger: Scorer
  readonly moves: MoveScorer
  readonly arcs: Scorer
  readonly shortcuts: Shortcuts
  /** Bytes before the shortcuts: where fitting puts new ones. */
  readonly size: number
}

const namesSchema = z.object({
  tags: z.array(z.string()),
  labels: z.array(z.string()),
})

export function readModel(text: string): Model {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const names = namesSchema.parse(JSON.parse(lines[0] ?? '') as unknown)
  const reader = new ByteReader(fromBase64(lines[1] ?? ''))
  return {
    tags: makeTagSet(names.tags),
    labels: names.labels,
    lexicon: readLexicon(reader),
    tagger: readWeights(reader),
    moves: readMoveWeights(reader),
    arcs: readWeights(reader),
    size: reader.offset,
    shortcuts: reader.isAtEnd ? noShortcuts : readShortcuts(reader),
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Core has neither `atob` nor `Buffer`. */
function fromBase64(text: string): Uint8Array {
  const codes = new Uint8Array(128)
  for (let i = 0; i < 64; i++) codes[alphabet.charCodeAt(i)] = i
  const length = text.endsWith('==')
    ? text.length - 2
    : text.endsWith('=')
      ? text.length - 1
      : text.length
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let out = 0
  for (let i = 0; i < length; i += 4) {
    const word =
      ((codes[text.charCodeAt(i)] ?? 0) << 18) |
      ((codes[text.charCodeAt(i + 1)] ?? 0) << 12) |
      ((i + 2 < length ? (codes[text.charCodeAt(i + 2)] ?? 0) : 0) << 6) |
      (i + 3 < length ? (codes[text.charCodeAt(i + 3)] ?? 0) : 0)
    bytes[out++] = word >>> 16
    bytes[out++] = word >>> 8
    bytes[out++] = word
  }
  return bytes
}
