import { assertNever } from '../../lib/assert'
import type { Brief, BriefBlock, Inline } from '../brief'
import { wordFor } from '../link-marks'

/** The brief as Markdown (CommonMark with tables): words, tables and quotations; figures stand as their captions. */
export function renderMarkdown(brief: Brief): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Report number', brief.number],
    ['Requirement', brief.requirement],
    ['Date', brief.date],
    ['Information cut-off', brief.cutOff ?? 'no source is dated'],
    ['Author', brief.author],
    ['Version', String(brief.version)],
    ['Marking', brief.tlp],
  ]
  const head = facts.flatMap(([name, value]) => (value ? [`- ${name}: ${escape(value)}`] : []))
  return `**${brief.tlp}**\n\n# ${escape(brief.title)}\n\n${head.join('\n')}\n\n${brief.blocks.map(renderBlock).join('\n\n')}\n\n**${brief.tlp}**\n`
}

function renderBlock(block: BriefBlock): string {
  const heading = `## ${escape(block.heading)}`
  switch (block.type) {
    case 'statements':
      return [
        heading,
        ...block.statements.map(({ kind, words, confidence }) => {
          const label =
            kind === 'fact' ? '' : `**${kind === 'judgement' ? 'Judgement' : 'Assumption'}.** `
          return `${label}${inlines(words)}${confidence ? ` *${escape(confidence)}*` : ''}`
        }),
      ].join('\n\n')
    case 'sentences':
      return [heading, ...block.sentences.map(inlines)].join('\n\n')
    case 'table':
      return `${heading}\n\n${table(block)}`
    case 'map':
    case 'graph':
      return `${heading}\n\n*Figure: ${escape(block.caption)}*`
    case 'quotations':
      return [
        heading,
        ...block.quotations.map(
          ({ number, text, source, reportTitle, page, reliability, sha256 }) =>
            `> ${escape(text)}\n>\n> [${number}] S${source} ${escape(reportTitle)}${page ? `, page ${page}` : ''}, reliability ${reliability}, SHA-256 ${sha256}`,
        ),
      ].join('\n\n')
    default:
      return assertNever(block)
  }
}

function table({ columns, rows, empty, note }: Extract<BriefBlock, { type: 'table' }>): string {
  if (rows.length === 0) return escape(empty)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(escape)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map((cell) => inlines(cell)))),
    ...(note ? ['', escape(note)] : []),
  ].join('\n')
}

function inlines(parts: readonly Inline[]): string {
  return parts.map(inline).join('')
}

function inline(part: Inline): string {
  switch (part.type) {
    case 'text':
      return escape(part.text)
    case 'strong':
      return part.text === '' ? '' : `**${escape(part.text)}**`
    case 'code':
      return `\`${part.text.replaceAll('`', "'")}\``
    case 'citations':
      return part.numbers.map((number) => ` \\[${number}\\]`).join('')
    case 'outcome':
      return escape(wordFor(part.marks)) + (part.marks.byPerson ? ' ✓' : '')
    default:
      return assertNever(part)
  }
}

/** Nothing in a name or sentence of a source may become markup, a link or an image. */
function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~!]/g, '\\$&')
}
