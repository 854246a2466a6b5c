import type { LexiconEntry } from '@core/extraction/syntax/lexicon'
import type { Shortcut } from './fit-shortcuts'
import type { MoveRows, SparseRows } from './training-weights'

/** The counterpart of src-core/extraction/syntax/model-file.ts. */
export interface ModelParts {
  readonly header: readonly string[]
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly lexicon: readonly LexiconEntry[]
  readonly tagger: SparseRows
  readonly moves: MoveRows
  readonly arcs: SparseRows
}

export function writeModel(parts: ModelParts): string {
  const bytes: number[] = []
  writeLexicon(bytes, parts.lexicon)
  writeWeights(bytes, parts.tagger, parts.tags.length)
  writeMoves(bytes, parts.moves)
  writeWeights(bytes, parts.arcs, parts.labels.length)
  const { tags, labels } = parts
  const packed = Buffer.from(Uint8Array.from(bytes)).toString('base64')
  return [
    ...parts.header.map((line) => `# ${line}`),
    JSON.stringify({ tags, labels }),
    packed,
    '',
  ].join('\n')
}

function writeLexicon(bytes: number[], entries: readonly LexiconEntry[]): void {
  const sorted = entries.toSorted((a, b) => a.hash - b.hash)
  varint(bytes, sorted.length)
  let last = -0x80000000
  for (const entry of sorted) {
    varint(bytes, entry.hash - last)
    last = entry.hash
    varint(bytes, entry.ambiguity)
    varint(bytes, entry.certain + 1)
    varint(bytes, entry.coarse)
    varint(bytes, entry.fine)
    varint(bytes, entry.possible)
  }
}

export function writeWeights(bytes: number[], rows: SparseRows, classes: number): void {
  varint(bytes, classes)
  varint(bytes, rows.length)
  let last = -0x80000000
  for (const row of rows) {
    varint(bytes, row.hash - last)
    last = row.hash
  }
  for (const row of rows) bytes.push(row.pairs.length)
  varint(
    bytes,
    rows.reduce((sum, row) => sum + row.pairs.length, 0),
  )
  for (const row of rows) for (const [c, weight] of row.pairs) bytes.push(c, weight & 255)
}

export function writeMoves(bytes: number[], rows: MoveRows): void {
  varint(bytes, rows.length)
  let last = -0x80000000
  for (const row of rows) {
    varint(bytes, row.hash - last)
    last = row.hash
  }
  for (const row of rows) bytes.push(row.left & 255)
  for (const row of rows) bytes.push(row.right & 255)
}

/** The model with its shortcuts, in place of those that it may have: they stand at its end. `size`: bytes before them. */
export function withShortcuts(text: string, size: number, shortcuts: readonly Shortcut[]): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line !== '' && !line.startsWith('#')) + 1
  const bytes = [...Buffer.from(lines[at] ?? '', 'base64').subarray(0, size)]
  writeShortcuts(bytes, shortcuts)
  lines[at] = Buffer.from(Uint8Array.from(bytes)).toString('base64')
  return lines.join('\n')
}

function writeShortcuts(bytes: number[], shortcuts: readonly Shortcut[]): void {
  const sorted = shortcuts.toSorted((a, b) => a.key - b.key)
  varint(bytes, sorted.length)
  let last = -0x80000000
  for (const { key } of sorted) {
    varint(bytes, key - last)
    last = key
  }
  for (const { choice } of sorted) bytes.push(choice)
}

function varint(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
