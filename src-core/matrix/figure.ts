import { victimTones } from '../geo/victim-tones'
import { figureLegend } from '../graph/figure-legend'
import type { LegendItem } from '../graph/figure-legend'
import { figureMark } from '../graph/figure-mark'
import { personTick } from '../graph/line-marks'
import { basisSentence } from '../graph/picture-basis'
import { escapeXml, figureFont, printColours, px, svg } from '../graph/svg'
import { fitText } from '../graph/text-width'
import { outcomes } from '../model/link'
import type { Matrix, MatrixCell, MatrixHead } from './matrix-model'

export interface MatrixFigureOptions {
  /** Pixels: columns that do not fit are left out, and the figure says how many. */
  readonly width?: number
  readonly maxRows?: number
  readonly title?: string
  readonly idPrefix?: string
}

const cellSize = 20
const nameWidth = 150
const headHeight = 104
/** Sums stand between the names and the cells. */
const sumWidth = 26

/** The matrix for print: one self-contained SVG. */
export function matrixFigure(model: Matrix, options: MatrixFigureOptions = {}): string {
  const { width = 680, maxRows = 40, idPrefix: prefix = 'matrix-figure' } = options
  const left = nameWidth + sumWidth
  // The last column's slanted name leans over the edge.
  const columns = model.columns.slice(0, Math.max(1, Math.floor((width - left - 60) / cellSize)))
  const rows = model.rows.slice(0, maxRows)
  const top = headHeight + sumWidth
  const bottom = top + rows.length * cellSize
  const legend = figureLegend(legendItems(prefix), 8, bottom + 10, width - 16)
  const omitted = omittedNote(
    model.rows.length - rows.length,
    model.columns.length - columns.length,
  )
  const height = bottom + 18 + legend.height + (omitted === '' ? 0 : 16)
  const cells = rows.flatMap((_, row) =>
    columns.flatMap((__, column) => model.cells[row]?.get(column) ?? []),
  )
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-description`,
      'font-family': figureFont,
      fill: 'none',
    },
    svg(
      'title',
      { id: `${prefix}-title` },
      escapeXml(options.title ?? 'Actors and their victims'),
    ) +
      svg('desc', { id: `${prefix}-description` }, escapeXml(description(model))) +
      svg('defs', {}, outcomes.map((outcome) => stripes(prefix, outcome)).join('')) +
      rows
        .map((head, i) => drawRow(head, top + i * cellSize, left + columns.length * cellSize))
        .join('') +
      columns.map((head, i) => drawColumn(head, left + i * cellSize, bottom)).join('') +
      cells.map((cell) => drawCell(cell, left, top, prefix)).join('') +
      legend.markup +
      (omitted === '' ? '' : label(8, height - 5, omitted, 9.5)),
  )
}

function drawRow(head: MatrixHead, y: number, right: number): string {
  return (
    svg('path', { d: `M0,${px(y)}H${px(right)}`, stroke: printColours.hairline }) +
    figureMark(head.mark, 12, y + cellSize / 2, 4.8) +
    label(24, y + 13.6, fitText(head.label, 10.5, nameWidth - 28, 600), 10.5, 600) +
    sum(nameWidth + sumWidth - 6, y + 13.6, head.filled)
  )
}

function drawColumn(head: MatrixHead, x: number, bottom: number): string {
  const middle = x + cellSize / 2
  return (
    svg('path', { d: `M${px(x)},${headHeight}V${px(bottom)}`, stroke: printColours.hairline }) +
    svg(
      'g',
      { transform: `translate(${px(middle)},${headHeight - 14})rotate(-52)` },
      figureMark(head.mark, 0, 0, 4.4) + label(9, 3.6, fitText(head.label, 10, headHeight + 4), 10),
    ) +
    svg(
      'text',
      {
        x: middle,
        y: headHeight + 17,
        'font-size': 9.5,
        'text-anchor': 'middle',
        fill: printColours.soft,
      },
      String(head.filled),
    )
  )
}

function drawCell(cell: MatrixCell, left: number, top: number, prefix: string): string {
  const x = left + cell.column * cellSize
  const y = top + cell.row * cellSize
  const inset = 1.5
  const size = cellSize - 2 * inset
  const fill = cell.denied
    ? printColours.ground
    : cell.hedged
      ? `url(#${prefix}-${cell.outcome})`
      : victimTones[cell.outcome]
  const isDark = !cell.denied && !cell.hedged && cell.outcome === 'compromised'
  return (
    svg('rect', {
      x: x + inset,
      y: y + inset,
      width: size,
      height: size,
      rx: 1.5,
      fill,
      stroke: printColours.ink,
      'stroke-width': 0.7,
    }) +
    (cell.denied
      ? svg('path', {
          d: `M${px(x + 5)},${px(y + cellSize - 5)}l${cellSize - 10},${10 - cellSize}`,
          stroke: printColours.ink,
          'stroke-width': 2,
        })
      : '') +
    (cell.origins > 1
      ? svg(
          'text',
          {
            x: x + cellSize / 2,
            y: y + cellSize / 2 + 3.5,
            'font-size': 9.5,
            'text-anchor': 'middle',
            fill: isDark ? '#ffffff' : printColours.ink,
            ...(cell.hedged
              ? { stroke: printColours.ground, 'stroke-width': 2.2, 'paint-order': 'stroke' }
              : {}),
          },
          String(cell.origins),
        )
      : '') +
    (cell.byPerson
      ? svg('path', {
          d: personTick.path,
          transform: `translate(${px(x + cellSize - 4)},${px(y + 4)})`,
          stroke: isDark ? '#ffffff' : printColours.ink,
          'stroke-width': personTick.stroke,
        })
      : '')
  )
}

function sum(x: number, y: number, value: number): string {
  return svg(
    'text',
    { x, y, 'font-size': 9.5, 'text-anchor': 'end', fill: printColours.soft },
    String(value),
  )
}

function label(x: number, y: number, text: string, size: number, weight: 400 | 600 = 400): string {
  return svg(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': weight === 600 ? 600 : undefined,
      fill: weight === 600 ? printColours.ink : printColours.soft,
      direction: 'ltr',
    },
    escapeXml(text),
  )
}

function stripes(prefix: string, outcome: (typeof outcomes)[number]): string {
  return svg(
    'pattern',
    {
      id: `${prefix}-${outcome}`,
      width: 5,
      height: 5,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    svg('rect', { width: 5, height: 5, fill: printColours.ground }) +
      svg('rect', { width: 2.2, height: 5, fill: victimTones[outcome] }),
  )
}

function legendItems(prefix: string): readonly LegendItem[] {
  const box = (fill: string) => (x: number, y: number) =>
    svg('rect', {
      x,
      y: y - 6,
      width: 12,
      height: 12,
      rx: 1.5,
      fill,
      stroke: printColours.ink,
      'stroke-width': 0.7,
    })
  return [
    ...outcomes.map((outcome): LegendItem => ({
      label: outcome,
      sample: 12,
      draw: box(victimTones[outcome]),
    })),
    { label: '~ hedged', sample: 12, draw: box(`url(#${prefix}-targeted)`) },
    {
      label: 'denied',
      sample: 12,
      draw: (x, y) =>
        box(printColours.ground)(x, y) +
        svg('path', {
          d: `M${px(x + 2)},${px(y + 4)}l8,-8`,
          stroke: printColours.ink,
          'stroke-width': 2,
        }),
    },
    {
      label: 'number: independent origins, where more than one',
      sample: 8,
      draw: (x, y) => svg('text', { x, y: y + 3.4, 'font-size': 9.5, fill: printColours.ink }, '2'),
    },
  ]
}

function omittedNote(rows: number, columns: number): string {
  const parts = [
    rows > 0 ? `${rows} ${rows === 1 ? 'actor' : 'actors'}` : '',
    columns > 0 ? `${columns} ${columns === 1 ? 'victim' : 'victims'}` : '',
  ].filter((part) => part !== '')
  return parts.length === 0
    ? ''
    : `${parts.join(' and ')} left out for legibility; the tables hold all.`
}

/** What the picture shows, for who cannot see it. */
function description({ rows, columns, cells, basis }: Matrix): string {
  const sentences = rows.map((row, i) => {
    const victims = [...(cells[i] ?? [])].map(([column, cell]) => {
      const word = `${cell.denied ? 'denied: ' : ''}${cell.hedged ? '~ ' : ''}${cell.outcome}`
      return `${columns[column]?.label ?? ''} (${word})`
    })
    return `${row.label}: ${victims.slice(0, 20).join(', ')}${victims.length > 20 ? ` and ${victims.length - 20} more` : ''}.`
  })
  return [`${basisSentence(basis)}.`, ...sentences.slice(0, 60)].join(' ')
}
