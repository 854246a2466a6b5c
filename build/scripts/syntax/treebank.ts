import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A sentence with its gold tree. Heads count from 0; the root's head is -1. */
export interface Tree {
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  /** Joint tags, "VERB_VBN". */
  readonly tags: readonly string[]
  readonly heads: readonly number[]
  readonly labels: readonly string[]
  /** No space after the token. */
  readonly glued: readonly boolean[]
}

export function readTreebank(path: string): Tree[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8')
  return text
    .split(/\n\n+/)
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map(toTree)
}

function toTree(lines: readonly string[]): Tree {
  const rows = lines.map((line) => line.split('\t'))
  const column = (c: number): string[] => rows.map((row) => row[c] ?? '_')
  const xpos = column(4)
  return {
    forms: column(1),
    lemmas: column(2),
    tags: column(3).map((upos, i) => `${upos}_${xpos[i] ?? ''}`),
    heads: column(5).map((head) => Number(head) - 1),
    labels: column(6),
    glued: column(7).map((mark) => mark === 'n'),
  }
}
