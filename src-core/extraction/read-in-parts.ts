import type { TaskContext } from '../contracts/worker-tasks'
import type { Evidence } from '../model/link'
import type { Reading } from '../model/reading'
import type { Block, SourceText } from '../model/source-text'
import type { Span } from '../model/span'
import type { Read } from './create-reader'
import { JoinedReading } from './join-readings'
import type { ReadInput } from './stages'

/** UTF-16 units. Above twice this a text is a collection, not a report: a book of 300 pages has less. */
export const partLength = 512 * 1024

/**
 * Reads a text of any length in bounded memory and in time that grows with its length: long ones part by part, cut between blocks, with the
 * host's turn after each. What a pronoun means is looked up inside its part; entities and links of all parts are put together.
 * Null where the task was cancelled.
 */
export async function readInParts(
  read: Read,
  input: ReadInput,
  context: TaskContext,
): Promise<Reading | null> {
  const { source } = input
  // What a file of data states is gathered in one piece; its prose is read part by part all the same.
  const isShort = source.text.length <= 2 * partLength || source.structure !== undefined
  if (isShort) return context.isCancelled() ? null : read(input)
  const joined = new JoinedReading()
  for (const { start, end, blocks } of partsOf(source)) {
    const part: SourceText = { text: source.text.slice(start, end), pages: [], blocks }
    joined.add(moveReading(read({ ...input, source: part }), start))
    context.report(end, source.text.length)
    await context.breathe()
    if (context.isCancelled()) return null
  }
  return joined.reading()
}

interface Part extends Span {
  /** Counted from the part's start. */
  readonly blocks: readonly Block[]
}

function* partsOf({ text, blocks }: SourceText): Generator<Part> {
  let start = 0
  let inside: Block[] = []
  for (const block of blocks.flatMap((whole) => piecesOf(text, whole))) {
    if (block.end - start > partLength && inside.length > 0) {
      const end = inside.at(-1)?.end ?? start
      yield { start, end, blocks: inside.map((own) => shift(own, -start)) }
      start = block.start
      inside = []
    }
    inside.push(block)
  }
  if (inside.length > 0)
    yield { start, end: text.length, blocks: inside.map((own) => shift(own, -start)) }
}

/** A block longer than a part is cut where a sentence ends, or a word. */
function piecesOf(text: string, block: Block): readonly Block[] {
  const pieces: Block[] = []
  let start = block.start
  while (block.end - start > partLength) {
    const limit = start + partLength
    const sentence = text.lastIndexOf('. ', limit)
    const word = text.lastIndexOf(' ', limit)
    const cut = sentence > start ? sentence + 1 : word > start ? word : limit
    pieces.push({ ...block, start, end: cut })
    start = text[cut] === ' ' ? cut + 1 : cut
  }
  pieces.push({ ...block, start })
  return pieces
}

/** All spans further on by so much. */
export function moveReading(reading: Reading, by: number): Reading {
  return {
    ...reading,
    zones: reading.zones.map((zone) => shift(zone, by)),
    entities: reading.entities.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map((mention) => shift(mention, by)),
    })),
    links: reading.links.map((link) => {
      const [first, ...rest] = link.evidence
      return {
        ...link,
        evidence: [shiftEvidence(first, by), ...rest.map((item) => shiftEvidence(item, by))],
      }
    }),
  }
}

function shiftEvidence(evidence: Evidence, by: number): Evidence {
  const { sourceSpan, targetSpan } = evidence
  return {
    ...shift(evidence, by),
    ...(sourceSpan && { sourceSpan: shift(sourceSpan, by) }),
    ...(targetSpan && { targetSpan: shift(targetSpan, by) }),
    cues: evidence.cues.map((cue) => shift(cue, by)),
  }
}

function shift<Placed extends Span>(placed: Placed, by: number): Placed {
  return { ...placed, start: placed.start + by, end: placed.end + by }
}
