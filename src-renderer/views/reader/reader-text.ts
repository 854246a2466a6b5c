import type { EntityId, LinkId } from '@core/model/ids'
import type { Link } from '@core/model/link'
import type { Reading, ZoneKind } from '@core/model/reading'
import type { BlockKind, SourceText } from '@core/model/source-text'
import type { Span } from '@core/model/span'

/** One paragraph as the reader lays it out, with all that is said about its words. */
export interface ReaderBlock extends Span {
  readonly kind: BlockKind
  readonly zone: ZoneKind
  /** The first block of a page carries its number. */
  readonly page?: number
  /** The block goes on from the one before: a very long paragraph is cut so that the screen stays quick. */
  readonly continues: boolean
  readonly mentions: readonly MentionMark[]
  readonly evidence: readonly EvidenceMark[]
  readonly cues: readonly Span[]
}

export interface MentionMark extends Span {
  readonly entity: EntityId
}

export interface EvidenceMark extends Span {
  readonly link: LinkId
  readonly facts: Pick<Link, 'predicate' | 'outcome' | 'hedged' | 'polarity'>
}

/** A run of text under the same marks. */
export interface Segment extends Span {
  readonly mention?: MentionMark
  readonly evidence: readonly EvidenceMark[]
  readonly isCue: boolean
  /** Evidence whose last words these are: its badge follows. */
  readonly closes: readonly EvidenceMark[]
}

/** Characters; beyond it a block is cut at a space. */
const longestBlock = 4000

/** The blocks of a report in text order, each with the marks that touch it. */
export function readerBlocks(source: SourceText, reading: Reading): readonly ReaderBlock[] {
  const blocks = source.blocks.flatMap((block) => cutLong(block, source.text))
  const starts = blocks.map((block) => block.start)
  const mentions = spread(blocks, starts, mentionMarks(reading))
  const evidence = spread(blocks, starts, evidenceMarks(reading))
  const cues = spread(
    blocks,
    starts,
    reading.links.flatMap((link) => link.evidence.flatMap((item) => item.cues)).sort(byStart),
  )
  const pageStarts = source.pages.map((page) => page.start)
  let lastPage = -1
  return blocks.map((block, index) => {
    const page = source.pages.length > 1 ? lastAtOrBefore(pageStarts, block.start) : -1
    const startsPage = page > lastPage
    lastPage = Math.max(lastPage, page)
    const number = source.pages[page]?.number
    return {
      ...block,
      zone: zoneAt(reading, block.start),
      ...(startsPage && number !== undefined ? { page: number } : {}),
      mentions: mentions[index] ?? [],
      evidence: evidence[index] ?? [],
      cues: cues[index] ?? [],
    }
  })
}

/** The block that holds a position, or the next one. */
export function blockIndexAt(blocks: readonly ReaderBlock[], position: number): number {
  const index = lastAtOrBefore(
    blocks.map((block) => block.start),
    position,
  )
  return Math.max(index, 0)
}

/** Cuts a block wherever a mark, or the place to land on, begins or ends. The segments join to the block's text again. */
export function segmentsOf(block: ReaderBlock, landing?: Span): readonly Segment[] {
  const cuts = new Set([block.start, block.end])
  const found = landing ? [landing] : []
  for (const mark of [...block.mentions, ...block.evidence, ...block.cues, ...found])
    for (const at of [mark.start, mark.end]) if (at > block.start && at < block.end) cuts.add(at)
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? block.end
    // The shortest mention wins where one lies in another: "Chinese" in "Chinese hackers" stays reachable by its own rest.
    const mention = block.mentions
      .filter((mark) => covers(mark, start, end))
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
    const evidence = block.evidence.filter((mark) => covers(mark, start, end))
    return {
      start,
      end,
      ...(mention ? { mention } : {}),
      evidence,
      isCue: block.cues.some((cue) => covers(cue, start, end)),
      closes: evidence.filter((mark) => mark.end === end),
    }
  })
}

function mentionMarks(reading: Reading): MentionMark[] {
  return reading.entities
    .flatMap((entity) =>
      entity.mentions.map(({ start, end }) => ({ start, end, entity: entity.id })),
    )
    .sort(byStart)
}

function evidenceMarks(reading: Reading): EvidenceMark[] {
  return reading.links
    .flatMap((link) =>
      link.evidence.map(({ start, end, outcome, hedged, polarity }) => ({
        start,
        end,
        link: link.id,
        facts: {
          predicate: link.predicate,
          ...(outcome ? { outcome } : {}),
          hedged,
          polarity,
        },
      })),
    )
    .sort(byStart)
}

/** Gives each mark to every block it touches. */
function spread<Mark extends Span>(
  blocks: readonly Span[],
  starts: readonly number[],
  marks: readonly Mark[],
): readonly (readonly Mark[])[] {
  const perBlock: Mark[][] = blocks.map(() => [])
  for (const mark of marks) {
    let index = Math.max(lastAtOrBefore(starts, mark.start), 0)
    for (; index < blocks.length; index++) {
      const block = blocks[index]
      if (!block || block.start >= mark.end) break
      if (block.end > mark.start) perBlock[index]?.push(mark)
    }
  }
  return perBlock
}

interface CutBlock extends Span {
  readonly kind: BlockKind
  readonly continues: boolean
}

function cutLong(block: Span & { readonly kind: BlockKind }, text: string): readonly CutBlock[] {
  const pieces: CutBlock[] = []
  let start = block.start
  while (block.end - start > longestBlock) {
    const limit = start + longestBlock
    const space = Math.max(text.lastIndexOf(' ', limit), text.lastIndexOf('\n', limit))
    // Never between the halves of a surrogate pair.
    const hard = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit
    const end = space > start + longestBlock / 2 ? space + 1 : hard
    pieces.push({ kind: block.kind, start, end, continues: start > block.start })
    start = end
  }
  pieces.push({ kind: block.kind, start, end: block.end, continues: start > block.start })
  return pieces
}

function zoneAt(reading: Reading, position: number): ZoneKind {
  const zones = reading.zones
  let low = 0
  let high = zones.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const zone = zones[middle]
    if (!zone) break
    if (position < zone.start) high = middle - 1
    else if (position >= zone.end) low = middle + 1
    else return zone.kind
  }
  return 'body'
}

/** Index of the last value ≤ `wanted` in an ascending list; -1 where all are greater. */
function lastAtOrBefore(values: readonly number[], wanted: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? Infinity) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

function covers(span: Span, start: number, end: number): boolean {
  return span.start <= start && span.end >= end
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}
