import { curveBetween } from './curve'
import { figureLegend, markItem } from './figure-legend'
import { figureLine } from './figure-line'
import { figureMark } from './figure-mark'
import type { GraphEdge, GraphModel } from './graph-model'
import { labelWeight } from './lay-out-model'
import { lineLegend } from './line-legend'
import { lineStyle, markKinds, predicateLabels } from './marks'
import type { LineStyle } from './marks'
import { parallelBends } from './parallel-bends'
import { basisSentence } from './picture-basis'
import { figureLabel, placeFigure } from './place-figure'
import type { PlacedFigure, PlacedNode } from './place-figure'
import { escapeXml, figureFont, printColours, px, svg } from './svg'

export interface GraphFigureOptions {
  /** Pixels; the height follows from the content. */
  readonly width?: number
  /** Above this the least telling nodes are left out, and the figure says how many. */
  readonly maxNodes?: number
  readonly title?: string
  /** Makes the ids of title and description unique in a document. */
  readonly idPrefix?: string
}

const margin = 8

/** The graph for print: one self-contained SVG. `positions`: x, y per node of the model. */
export function graphFigure(
  model: GraphModel,
  positions: ArrayLike<number>,
  options: GraphFigureOptions = {},
): string {
  const width = options.width ?? 680
  const prefix = options.idPrefix ?? 'graph-figure'
  const placed = placeFigure(model, positions, width - 2 * margin, options.maxNodes ?? 60)
  const body = svg(
    'g',
    { transform: `translate(${margin},${margin})` },
    drawEdges(placed) + placed.nodes.map(drawMark).join('') + placed.nodes.map(drawLabel).join(''),
  )
  const legendTop = margin + placed.height + 14
  const legend = figureLegend(legendItems(placed), margin, legendTop + 8, width - 2 * margin)
  const omitted = placed.omitted > 0 ? omittedNote(placed.omitted) : ''
  const height = legendTop + 8 + legend.height + (omitted === '' ? 0 : 16) + margin
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
    svg('title', { id: `${prefix}-title` }, escapeXml(options.title ?? 'Graph of the links')) +
      svg('desc', { id: `${prefix}-description` }, escapeXml(description(model))) +
      body +
      svg('path', {
        d: `M${margin},${px(legendTop)}H${width - margin}`,
        stroke: printColours.hairline,
      }) +
      legend.markup +
      (omitted === ''
        ? ''
        : svg(
            'text',
            { x: margin, y: height - margin - 3, 'font-size': 9.5, fill: printColours.soft },
            omitted,
          )),
  )
}

/** Faint lines lie under strong ones. */
function drawEdges({ edges, nodes }: PlacedFigure): string {
  const bends = parallelBends(edges, 16)
  return edges
    .map((edge, index) => ({ edge, bend: bends[index] ?? 0, style: edgeStyle(edge) }))
    .sort((a, b) => layerOf(a.style) - layerOf(b.style))
    .map(({ edge, bend, style }) => {
      const [source, target] = [nodes[edge.source], nodes[edge.target]]
      if (!source || !target) return ''
      return figureLine({
        curve: curveBetween(source, target, bend),
        startGap: source.radius + 2.5,
        endGap: target.radius + 3.5,
        style,
        width: style.kind === 'relation' ? Math.min(edge.width, 2.25) : edge.width,
        byPerson: edge.byPerson,
        ...(style.kind === 'relation' ? { colour: printColours.faint } : {}),
      })
    })
    .join('')
}

export function edgeStyle(edge: GraphEdge): LineStyle {
  return lineStyle({
    predicate: edge.predicate,
    outcome: edge.outcome,
    hedged: edge.hedged,
    polarity: edge.denied ? 'denied' : 'asserted',
  })
}

function layerOf(style: LineStyle): number {
  return ['relation', 'attempted', 'targeted', 'compromised'].indexOf(style.kind)
}

function drawMark({ node, x, y, radius }: PlacedNode): string {
  return figureMark(node.mark, x, y, radius)
}

function drawLabel({ node, lines, label, anchor }: PlacedNode): string {
  const x =
    anchor === 'middle' ? (label.x0 + label.x1) / 2 : anchor === 'start' ? label.x0 : label.x1
  const content = lines
    .map((line, index) =>
      svg('tspan', { x, y: label.y0 + figureLabel.lineHeight * (index + 0.78) }, escapeXml(line)),
    )
    .join('')
  const shared = {
    'font-size': figureLabel.size,
    'font-weight': labelWeight(node.mark) === 600 ? 600 : undefined,
    'text-anchor': anchor === 'middle' ? 'middle' : anchor === 'end' ? 'end' : undefined,
    direction: 'ltr',
  }
  // Lines end at the plate instead of running through the letters.
  return (
    svg('rect', {
      x: label.x0 - 2,
      y: label.y0,
      width: label.x1 - label.x0 + 4,
      height: label.y1 - label.y0,
      rx: 3,
      fill: printColours.ground,
      'fill-opacity': 0.88,
    }) + svg('text', { ...shared, fill: printColours.ink }, content)
  )
}

function legendItems({ nodes, edges }: PlacedFigure) {
  const kinds = new Set(nodes.map(({ node }) => node.mark))
  return [
    ...markKinds.filter((kind) => kinds.has(kind)).map(markItem),
    ...lineLegend(
      edges.map((edge) => ({
        predicate: edge.predicate === 'targets' ? 'targets' : 'relation',
        ...(edge.outcome === undefined ? {} : { outcome: edge.outcome }),
        hedged: edge.hedged,
        denied: edge.denied,
        byPerson: edge.byPerson,
        width: edge.width,
      })),
    ),
  ]
}

function omittedNote(count: number): string {
  return `${count} further ${count === 1 ? 'entity is' : 'entities are'} left out for legibility; the tables hold all.`
}

/** What the picture shows, for who cannot see it: its basis, then each line as a sentence. */
function description({ nodes, edges, basis }: GraphModel): string {
  const most = 60
  const sentences = edges.slice(0, most).map((edge) => {
    const style = edgeStyle(edge)
    const word = edge.predicate === 'targets' ? style.label : predicateLabels[edge.predicate]
    const marks =
      edge.predicate === 'targets'
        ? ''
        : `${edge.denied ? 'denied: ' : ''}${edge.hedged ? '~ ' : ''}`
    return `${nodes[edge.source]?.label ?? ''} ${marks}${word} ${nodes[edge.target]?.label ?? ''}.`
  })
  const rest = edges.length > most ? [`And ${edges.length - most} more.`] : []
  return [`${basisSentence(basis)}.`, ...sentences, ...rest].join(' ')
}
