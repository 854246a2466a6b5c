import { figureLegend, markItem } from '../graph/figure-legend'
import type { LegendItem } from '../graph/figure-legend'
import { figureMark } from '../graph/figure-mark'
import { markKinds } from '../graph/marks'
import { basisSentence } from '../graph/picture-basis'
import { escapeXml, figureFont, printColours, px, svg } from '../graph/svg'
import { fitText } from '../graph/text-width'
import { barStyle, barTones } from './bar-style'
import type { BarStyle } from './bar-style'
import type { DayRange } from './days'
import { barLabelSize, placeBars, xOf } from './place-bars'
import type { PlacedBar, TimeScale } from './place-bars'
import { axisTicks } from './time-axis'
import type { Timeline, TimelineLane } from './timeline-model'

export interface TimelineFigureOptions {
  /** Pixels; the height follows from the lanes. */
  readonly width?: number
  /** The window of time; absent: everything. */
  readonly range?: DayRange
  /** Lanes after these are left out, and the figure says how many. */
  readonly maxLanes?: number
  readonly title?: string
  readonly idPrefix?: string
}

const nameWidth = 132
const rowHeight = 17
const axisHeight = 22
const mostRows = 6

/** The timeline for print: one self-contained SVG. */
export function timelineFigure(model: Timeline, options: TimelineFigureOptions = {}): string {
  const { width = 680, maxLanes = 40, idPrefix: prefix = 'timeline-figure' } = options
  const range = options.range ?? model.range ?? { from: 0, to: 365 }
  const pad = (range.to - range.from) * 0.02
  const scale: TimeScale = {
    from: range.from - pad,
    to: range.to + pad,
    width: width - nameWidth - 8,
  }
  const lanes = model.lanes.slice(0, maxLanes)
  let top = axisHeight
  const drawn = lanes.map((lane) => {
    const height = laneHeight(lane)
    const markup = drawLane(lane, scale, top, prefix)
    top += height
    return markup
  })
  const legend = figureLegend(legendItems(lanes, prefix), 8, top + 10, width - 16)
  const left = model.lanes.length - lanes.length
  const height = top + 18 + legend.height + (left > 0 ? 16 : 0)
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
    svg('title', { id: `${prefix}-title` }, escapeXml(options.title ?? 'Timeline of the links')) +
      svg('desc', { id: `${prefix}-description` }, escapeXml(description(model))) +
      svg('defs', {}, stripes(prefix)) +
      svg('g', { transform: `translate(${nameWidth},0)` }, axis(scale, top)) +
      drawn.join('') +
      legend.markup +
      (left > 0
        ? text(
            8,
            height - 5,
            `${left} further ${left === 1 ? 'lane is' : 'lanes are'} left out.`,
            9.5,
          )
        : ''),
  )
}

function laneHeight(lane: TimelineLane): number {
  return Math.max(1, Math.min(lane.rows, mostRows)) * rowHeight + 14
}

function drawLane(lane: TimelineLane, scale: TimeScale, top: number, prefix: string): string {
  const height = laneHeight(lane)
  const hidden = new Set(lane.bars.filter(({ row }) => row >= mostRows)).size
  const name =
    figureMark(lane.mark, 14, top + 16, 5.2) +
    text(26, top + 19.5, fitText(lane.name, 11, nameWidth - 32, 600), 11, 600)
  const more = hidden > 0 ? text(26, top + 32, `${hidden} more`, 9) : ''
  const bars = placeBars(lane.bars, scale, mostRows).map((bar) => drawBar(bar, prefix))
  const ticks = lane.reports.map(({ day }) =>
    svg('path', { d: `M${px(xOf(day, scale))},${px(height - 9)}v5`, stroke: printColours.ink }),
  )
  return (
    svg('path', {
      d: `M0,${px(top)}H${px(nameWidth + scale.width)}`,
      stroke: printColours.hairline,
    }) +
    name +
    more +
    svg('g', { transform: `translate(${nameWidth},${px(top)})` }, bars.join('') + ticks.join(''))
  )
}

function drawBar({ bar, x, width, core, label }: PlacedBar, prefix: string): string {
  const style = barStyle(bar)
  const y = 5 + bar.row * rowHeight
  const height = rowHeight - 4
  const fill = style.striped ? `url(#${prefix}-${style.tone})` : barTones[style.tone]
  const frame = {
    x,
    y,
    width,
    height,
    rx: 1.5,
    fill,
    'fill-opacity': core ? 0.35 : 0.5,
    stroke: printColours.ink,
    'stroke-width': 0.8,
    'stroke-dasharray': style.dash,
  }
  const sure = core
    ? svg('rect', {
        x: core.x,
        y,
        width: core.width,
        height,
        fill,
        stroke: printColours.ink,
        'stroke-width': 0.8,
      })
    : ''
  const open = bar.activity.openEnd ? arrow(x + width, y + height / 2, 1) : ''
  const before = bar.activity.openStart ? arrow(x, y + height / 2, -1) : ''
  const denied = bar.denied
    ? svg('path', {
        d: `M${px(x + width / 2)},${px(y - 2)}v${px(height + 4)}`,
        stroke: printColours.ink,
        'stroke-width': 2,
      })
    : ''
  return (
    svg('rect', frame) +
    sure +
    open +
    before +
    denied +
    (label ? drawLabel(label, y, height, style) : '')
  )
}

function drawLabel(
  label: NonNullable<PlacedBar['label']>,
  y: number,
  height: number,
  style: BarStyle,
): string {
  const isOnDark = label.onCore && style.tone === 'compromised' && !style.striped
  return svg(
    'text',
    {
      x: label.x,
      y: y + height / 2 + 3.6,
      'font-size': barLabelSize - 1,
      fill: isOnDark ? '#ffffff' : printColours.ink,
      ...(label.inside && !isOnDark
        ? { stroke: printColours.ground, 'stroke-width': 2.4, 'paint-order': 'stroke' }
        : {}),
    },
    escapeXml(label.text),
  )
}

function arrow(x: number, y: number, direction: 1 | -1): string {
  return svg('path', {
    d: `M${px(x + direction)},${px(y - 4)}l${px(4 * direction)},4l${px(-4 * direction)},4`,
    stroke: printColours.ink,
    'stroke-width': 1.2,
  })
}

function axis(scale: TimeScale, bottom: number): string {
  return axisTicks(scale.from, scale.to, scale.width)
    .map(({ day, label, major }) => {
      const x = xOf(day, scale)
      return (
        svg('path', {
          d: `M${px(x)},${major ? 4 : 10}V${px(bottom)}`,
          stroke: printColours.hairline,
        }) + (x < scale.width - 24 ? text(x + 3, 13, label, 9.5, major ? 600 : 400) : '')
      )
    })
    .join('')
}

function text(
  x: number,
  y: number,
  content: string,
  size: number,
  weight: 400 | 600 = 400,
): string {
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
    escapeXml(content),
  )
}

const tones = ['compromised', 'targeted', 'attempted', 'relation', 'denied'] as const

/** Hedged bars: stripes of their colour on white. */
function stripes(prefix: string): string {
  return tones
    .map((tone) =>
      svg(
        'pattern',
        {
          id: `${prefix}-${tone}`,
          width: 5,
          height: 5,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        svg('rect', { width: 5, height: 5, fill: printColours.ground }) +
          svg('rect', {
            width: 2.2,
            height: 5,
            fill: tone === 'denied' ? printColours.faint : barTones[tone],
          }),
      ),
    )
    .join('')
}

function legendItems(lanes: readonly TimelineLane[], prefix: string): readonly LegendItem[] {
  const kinds = new Set(lanes.map(({ mark }) => mark))
  const bars = lanes.flatMap((lane) => lane.bars)
  const shown = tones.filter((tone) => bars.some((bar) => barStyle(bar).tone === tone))
  return [
    ...markKinds.filter((kind) => kinds.has(kind)).map(markItem),
    ...shown.map((tone): LegendItem => ({
      label: tone === 'relation' ? 'software or vulnerability used' : tone,
      sample: 20,
      draw: (x, y) =>
        svg('rect', {
          x,
          y: y - 5,
          width: 20,
          height: 10,
          rx: 1.5,
          fill: barTones[tone],
          stroke: printColours.ink,
          'stroke-width': 0.8,
        }),
    })),
    ...(bars.some(({ hedged }) => hedged)
      ? [
          {
            label: '~ hedged',
            sample: 20,
            draw: (x: number, y: number) =>
              svg('rect', {
                x,
                y: y - 5,
                width: 20,
                height: 10,
                rx: 1.5,
                fill: `url(#${prefix}-targeted)`,
                stroke: printColours.ink,
                'stroke-width': 0.8,
              }),
          },
        ]
      : []),
    {
      label: 'pale: on some day in this time, not all of it',
      sample: 20,
      draw: (x, y) =>
        svg('rect', {
          x,
          y: y - 5,
          width: 20,
          height: 10,
          rx: 1.5,
          fill: barTones.targeted,
          'fill-opacity': 0.35,
          stroke: printColours.ink,
          'stroke-width': 0.8,
        }),
    },
    {
      label: 'report published',
      sample: 6,
      draw: (x, y) => svg('path', { d: `M${px(x + 3)},${px(y - 3)}v6`, stroke: printColours.ink }),
    },
  ]
}

/** What the picture shows, for who cannot see it. */
function description({ lanes, basis }: Timeline): string {
  const sentences = lanes.flatMap((lane) =>
    lane.bars.map((bar) => `${lane.name} ${barStyle(bar).line.label} ${bar.label} ${bar.when}.`),
  )
  const rest = sentences.length > 60 ? [`And ${sentences.length - 60} more.`] : []
  return [`${basisSentence(basis)}.`, ...sentences.slice(0, 60), ...rest].join(' ')
}
