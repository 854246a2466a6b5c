import type { ReportId } from '../model/ids'
import { termsIn } from './terms'

export interface SearchDocument {
  readonly id: ReportId
  readonly title: string
  readonly publisher?: string
  readonly text: string
}

/**
 * The index of some hundred reports, as plain data: it goes through structured clone and into the store as it is. Terms are
 * sorted by code unit; those of a field carry its letter and a tab in front. Postings are pairs of document step and count
 * as variable-length integers, 7 bits a byte, the lowest first.
 */
export interface SearchSegment {
  readonly ids: readonly ReportId[]
  /** Terms in each document. */
  readonly lengths: Uint32Array
  /** Joined by line feeds, which no term holds. */
  readonly terms: string
  /** Where each term's postings begin; one more at the end. */
  readonly offsets: Uint32Array
  readonly postings: Uint8Array
}

export const titlePrefix = 't\t'
export const publisherPrefix = 'p\t'

export function buildSegment(documents: readonly SearchDocument[]): SearchSegment {
  const lists = new Map<string, number[]>()
  const lengths = new Uint32Array(documents.length)
  const add = (term: string, document: number) => {
    const list = lists.get(term)
    if (!list) lists.set(term, [document, 1])
    else if (list[list.length - 2] === document)
      list[list.length - 1] = (list[list.length - 1] ?? 0) + 1
    else list.push(document, 1)
  }
  documents.forEach(({ title, publisher = '', text }, at) => {
    let length = 0
    for (const { term } of termsIn(text)) {
      add(term, at)
      length += 1
    }
    for (const { term } of termsIn(title)) add(titlePrefix + term, at)
    for (const { term } of termsIn(publisher)) add(publisherPrefix + term, at)
    lengths[at] = length
  })
  const terms = [...lists.keys()].sort()
  const offsets = new Uint32Array(terms.length + 1)
  const bytes = new ByteWriter()
  terms.forEach((term, i) => {
    offsets[i] = bytes.length
    const list = lists.get(term) ?? []
    let before = 0
    for (let n = 0; n < list.length; n += 2) {
      bytes.write((list[n] ?? 0) - before)
      bytes.write(list[n + 1] ?? 0)
      before = list[n] ?? 0
    }
  })
  offsets[terms.length] = bytes.length
  return {
    ids: documents.map(({ id }) => id),
    lengths,
    terms: terms.join('\n'),
    offsets,
    postings: bytes.done(),
  }
}

/** Documents of a term with their counts: document, count, document, count … */
export function postingsOf(segment: SearchSegment, term: number): readonly number[] {
  const end = segment.offsets[term + 1] ?? 0
  const found: number[] = []
  let at = segment.offsets[term] ?? end
  let document = 0
  const read = () => {
    let [value, shift] = [0, 0]
    for (;;) {
      const byte = segment.postings[at] ?? 0
      at += 1
      value |= (byte & 127) << shift
      if (byte < 128) return value
      shift += 7
    }
  }
  while (at < end) {
    document += read()
    found.push(document, read())
  }
  return found
}

class ByteWriter {
  private bytes = new Uint8Array(1 << 16)
  length = 0

  write(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2)
      grown.set(this.bytes)
      this.bytes = grown
    }
    let rest = value
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}
