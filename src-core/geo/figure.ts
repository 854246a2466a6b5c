import { figureLegend } from '../graph/figure-legend'
import { basisSentence } from '../graph/picture-basis'
import { escapeXml, figureFont, printColours, px, svg } from '../graph/svg'
import { arcRoutes } from './arc-routes'
import { drawArcs, drawGround, drawVictims } from './figure-layers'
import { drawLabels } from './figure-labels'
import { mapLegend } from './figure-map-legend'
import { drawMargin } from './figure-margin'
import { frameMap } from './frame-map'
import type { MapModel } from './map-model'
import type { World } from './world'

export interface MapFigureOptions {
  /** Pixels; the height follows from the content. */
  readonly width?: number
  readonly title?: string
  /** Makes ids unique in a document. */
  readonly idPrefix?: string
}

const margin = 8

/** The map for print: one self-contained SVG without a request. Zooms to the part of the world that the case is about. */
export function mapFigure(model: MapModel, world: World, options: MapFigureOptions = {}): string {
  const width = options.width ?? 680
  const prefix = options.idPrefix ?? 'map-figure'
  const framed = frameMap(model, world, width)
  const routes = arcRoutes(model.arcs)
  const arcs = drawArcs(routes, framed, world)
  const labels = drawLabels(model, framed, world, arcs.points)
  const picture =
    drawGround(framed, world, model) +
    drawVictims(model, framed, world, `${prefix}-hatch`) +
    arcs.markup +
    labels
  const below = drawMargin(model, world, margin, framed.height + 14, width - 2 * margin)
  const legendTop = framed.height + 14 + below.height
  const legend = figureLegend(
    mapLegend(model, `${prefix}-hatch`),
    margin,
    legendTop,
    width - 2 * margin,
  )
  const height = legendTop + legend.height + 20
  const note = svg(
    'text',
    { x: margin, y: height - 7, 'font-size': 9, fill: printColours.soft },
    escapeXml(`${world.note} Equal Earth projection.`),
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
    svg('title', { id: `${prefix}-title` }, escapeXml(options.title ?? 'Map of the attacks')) +
      svg('desc', { id: `${prefix}-description` }, escapeXml(description(model, world))) +
      // A nested svg clips what reaches over the frame.
      svg('svg', { x: 0, y: 0, width, height: framed.height, overflow: 'hidden' }, picture) +
      below.markup +
      legend.markup +
      note,
  )
}

/** What the picture shows, for who cannot see it. */
function description(model: MapModel, world: World): string {
  const name = (iso2: string): string => world.countries.get(iso2)?.name ?? iso2
  const victims = model.victims.map((victim) => {
    const word = victim.denied
      ? 'denied'
      : `${victim.hedged ? '~ ' : ''}${victim.outcome ?? 'targeted'}`
    return `${victim.name}: ${word}, ${victim.origins} independent ${victim.origins === 1 ? 'origin' : 'origins'}.`
  })
  const origins = model.originCountries.map((iso2) => {
    const actors = new Set(
      model.arcs.filter((arc) => arc.from === iso2).map((arc) => arc.actorName),
    )
    return `Suspected origin ${name(iso2)}: ${[...actors].join(', ')}.`
  })
  return [`${basisSentence(model.basis)}.`, ...victims, ...origins].join(' ')
}
