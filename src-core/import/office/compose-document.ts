import type { ReportMetadata } from '../../model/report'
import type { ReadText } from '../import-format'
import { parseDate } from '../metadata/parse-date'
import { SourceBuilder } from '../source-builder'
import { describeText } from '../text/describe-text'
import { looksLikeHeading } from '../text/split-paragraphs'
import type { DocumentBlock, DocumentCollector } from './document-blocks'

/** What a document says about itself beside its text. */
export interface DocumentProperties {
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly publisher?: string | undefined
  readonly language?: string | undefined
  /** ISO 8601 instant of the last change, or of the making. */
  readonly date?: string | undefined
  /** Text of headers and footers, where markings stand. */
  readonly margins?: string | undefined
}

/** One text of the document's blocks: headings also by the size of their type, lines of every page's head and foot left out. */
export function composeDocument(
  { blocks, sectionEnds }: Pick<DocumentCollector, 'blocks' | 'sectionEnds'>,
  properties: DocumentProperties,
  fileName: string,
): ReadText {
  const body = bodySize(blocks)
  const kept = withoutRunningLines(blocks, sectionEnds).map((block) => withLook(block, body))
  const titleAt = titleOf(kept)
  const builder = new SourceBuilder()
  kept.forEach(({ kind, text }, i) => builder.add(i === titleAt ? 'title' : kind, text))
  const source = builder.build()
  const described = describeText(source.text, source.blocks, fileName)
  return { source, metadata: describe(described, properties, kept[titleAt]?.text), pageCount: 0 }
}

function describe(
  described: ReportMetadata,
  properties: DocumentProperties,
  seen: string | undefined,
): ReportMetadata {
  const { title, author, publisher } = properties
  const saved = parseDate(properties.date ?? '')
  const marking = describeText(properties.margins ?? '', [], '').tlp ?? described.tlp
  return {
    ...described,
    ...(title !== undefined && isRealTitle(title) && { title }),
    ...(seen !== undefined && { title: seen }),
    ...(described.published === undefined &&
      saved !== undefined && { published: saved, publishedFrom: 'document properties' }),
    ...(author !== undefined && isPerson(author) && { author }),
    ...(publisher !== undefined && publisher !== '' && { publisher }),
    ...(described.language === 'und' &&
      properties.language !== undefined && { language: properties.language.slice(0, 2) }),
    ...(marking && { tlp: marking }),
  }
}

function isRealTitle(title: string): boolean {
  return title.length >= 8 && /\s/.test(title) && !/^(?:microsoft|untitled|document)\b/i.test(title)
}

/** Programs write a word of their own where nobody gave a name. */
function isPerson(author: string): boolean {
  return (
    author !== '' &&
    !/^(?:(?:windows|local|default|office) user|user|admin(?:istrator)?|unknown|author|python-docx|owner|hp|dell|lenovo|microsoft.*)$/i.test(
      author,
    )
  )
}

/** By characters set so. */
function bodySize(blocks: readonly DocumentBlock[]): number {
  const weights = new Map<number, number>()
  for (const { size, text } of blocks)
    if (size > 0) weights.set(size, (weights.get(size) ?? 0) + text.length)
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

const bullet = /^[•‣▪●◦·∙○■□➢➤►]\s+(?=\S)/u

function withLook(block: DocumentBlock, body: number): DocumentBlock {
  if (block.kind !== 'paragraph') return block
  if (bullet.test(block.text))
    return { ...block, kind: 'list-item', text: block.text.replace(bullet, '') }
  const isLarge = body > 0 && block.size >= 1.15 * body
  return isLarge && looksLikeHeading(block.text) ? { ...block, kind: 'heading' } : block
}

/** The first title by its style, else the largest heading among the first blocks. */
function titleOf(blocks: readonly DocumentBlock[]): number {
  const styled = blocks.findIndex(({ kind }) => kind === 'title')
  if (styled >= 0) return styled
  const head = blocks.slice(0, 15)
  const all = head.filter(({ kind, text }) => kind === 'heading' && text.length >= 8)
  // A word by itself is a rubric ("ADVISORY") where a title of several follows.
  const long = all.filter(({ text }) => text.split(/\s+/).length >= 4)
  const headings = long.length > 0 ? long : all
  const largest = Math.max(0, ...headings.map(({ size }) => size))
  return head.findIndex((block) => headings.includes(block) && block.size === largest)
}

/**
 * Documents that were made from paper carry its running heads in their text: short lines that come back at the ends of their sections, and
 * lines that only number pages or bear a marking.
 */
function withoutRunningLines(
  blocks: readonly DocumentBlock[],
  sectionEnds: readonly number[],
): readonly DocumentBlock[] {
  const near = new Set(sectionEnds.flatMap((end) => [-3, -2, -1, 0, 1, 2].map((by) => end + by)))
  const counts = new Map<string, number>()
  const lines = blocks.map((block, at) => runningLine(block, near.has(at)))
  for (const line of lines) if (line !== undefined) counts.set(line, (counts.get(line) ?? 0) + 1)
  const often = Math.max(5, sectionEnds.length / 3)
  return blocks.filter((_, at) => (counts.get(lines[at] ?? '') ?? 0) < often)
}

/** Page numbers masked, so that "Page 2 of 22" and "Page 3 of 22" are one line; no sentence is ever one. */
function runningLine({ kind, text }: DocumentBlock, isNearEnd: boolean): string | undefined {
  if (kind === 'table-row' || text.length > 120) return undefined
  const isFolio = /\bpage\s+\d+|^TLP\s?:|^\d{1,4}$|^\d{1,4}\s*(?:\/|of)\s*\d{1,4}$/i.test(text)
  if (isFolio) return text.replace(/\d+/g, '#')
  return isNearEnd && !/[.!?:;,]$/.test(text) ? text : undefined
}
