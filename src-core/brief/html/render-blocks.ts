import { graphFigure } from '../../graph/figure'
import { mapFigure } from '../../geo/figure'
import type { World } from '../../geo/world'
import { assertNever } from '../../lib/assert'
import type { BriefBlock, Inline, Quotation, StatementsBlock, TableBlock } from '../brief'
import { wordFor } from '../link-marks'
import { escapeHtml } from './escape'
import { outcomeMark } from './outcome-mark'

/** `anchor`: the id of its heading. */
export function renderBlock(block: BriefBlock, world: World, anchor: string): string {
  const section = (heading: string, content: string): string =>
    `<section>\n<h2 id="${anchor}">${escapeHtml(heading)}</h2>\n${content}\n</section>`
  switch (block.type) {
    case 'statements':
      return section(block.heading, block.statements.map(renderStatement).join('\n'))
    case 'sentences':
      return section(
        block.heading,
        block.sentences.map((sentence) => `<p>${renderInlines(sentence)}</p>`).join('\n'),
      )
    case 'table':
      return section(block.heading, renderTable(block))
    case 'map':
      return section(block.heading, figure(mapFigure(block.model, world), block.caption))
    case 'graph':
      return section(
        block.heading,
        figure(graphFigure(block.model, block.positions), block.caption),
      )
    case 'quotations':
      return section(block.heading, renderQuotations(block.quotations))
    default:
      return assertNever(block)
  }
}

/** Judgement and assumption carry their name: reported fact needs none. */
function renderStatement({
  kind,
  words,
  confidence,
}: StatementsBlock['statements'][number]): string {
  const label =
    kind === 'fact'
      ? ''
      : `<span class="kind">${kind === 'judgement' ? 'Judgement' : 'Assumption'}</span>`
  const apart = confidence ? ` <span class="confidence">${escapeHtml(confidence)}</span>` : ''
  return `<p class="${kind}">${label}${renderInlines(words)}${apart}</p>`
}

function figure(svg: string, caption: string): string {
  return `<figure>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>`
}

function renderTable({ columns, rows, empty, note }: TableBlock): string {
  if (rows.length === 0) return `<p>${escapeHtml(empty)}</p>`
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${renderInlines(cell)}</td>`).join('')}</tr>`)
    .join('\n')
  const below = note ? `\n<p class="note">${escapeHtml(note)}</p>` : ''
  return `<table><thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table>${below}`
}

function renderQuotations(quotations: readonly Quotation[]): string {
  if (quotations.length === 0) return '<p>Nothing is cited.</p>'
  const items = quotations.map(
    ({ number, text, reportTitle, source, page, reliability, sha256 }) => {
      const place = [
        `S${source} ${reportTitle}`,
        ...(page ? [`page ${page}`] : []),
        `reliability ${reliability}`,
        `SHA-256 ${sha256.slice(0, 16)}…`,
      ]
      return `<li id="q${number}"><span class="number"><a href="#c${number}">${number}</a></span><div><blockquote>${escapeHtml(text)}</blockquote><div class="source">${escapeHtml(place.join(' · '))}</div></div></li>`
    },
  )
  return `<ol class="quotations">\n${items.join('\n')}\n</ol>`
}

function renderInlines(inlines: readonly Inline[]): string {
  return inlines.map(renderInline).join('')
}

function renderInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text)
    case 'strong':
      return `<strong>${escapeHtml(inline.text)}</strong>`
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`
    case 'citations':
      return inline.numbers
        .map((number) => `<a class="cite" href="#q${number}">[${number}]</a>`)
        .join('')
    case 'outcome':
      return `<span class="outcome">${outcomeMark(inline.marks)}${escapeHtml(wordFor(inline.marks))}${inline.marks.byPerson ? ' ✓' : ''}</span>`
    default:
      return assertNever(inline)
  }
}
