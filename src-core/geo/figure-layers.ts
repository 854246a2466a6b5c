import { geoCircle, geoGraticule } from 'd3-geo'
import type { Curve, Point } from '../graph/curve'
import { pointAt } from '../graph/curve'
import { figureLine } from '../graph/figure-line'
import { figureMark } from '../graph/figure-mark'
import { lineStyle, marks } from '../graph/marks'
import { printColours, px, svg } from '../graph/svg'
import { arcCurves, arcScale } from './arc-routes'
import type { ArcRoute } from './arc-routes'
import type { FramedMap } from './frame-map'
import type { MapModel, MapVictim } from './map-model'
import { outlinePath } from './outline-path'
import { projectPoint } from './projection'
import { regionCircle } from './region-circles'
import { victimTone } from './victim-tones'
import type { World } from './world'

/** Radius of a state too small to be seen as an area. */
export const dotRadius = 3.6
/** An area smaller than this many pixels across gets a dot too. */
const visiblePixels = 9

/** Graticule, land and borders, and the regions that are victims as wholes. */
export function drawGround({ projection }: FramedMap, world: World, model: MapModel): string {
  const land = world.areas.map(({ shape }) => outlinePath(projection, shape, 0.75)).join('')
  const regions = model.regions.flatMap(({ entity }) => {
    const circle = regionCircle(entity)
    if (!circle) return []
    const shape = geoCircle()
      .center([...circle.at])
      .radius(circle.radius)
      .precision(3)()
    return svg('path', {
      d: outlinePath(projection, shape, 0.5),
      stroke: marks.region.colour,
      'stroke-width': 1.6,
      'stroke-dasharray': '5 4',
      fill: marks.region.colour,
      'fill-opacity': 0.05,
    })
  })
  return (
    svg('path', {
      d: outlinePath(projection, geoGraticule().step([20, 20])(), 1),
      stroke: '#e6e9eb',
      'stroke-width': 0.6,
    }) +
    svg('path', {
      d: land,
      fill: '#e4e6e6',
      stroke: printColours.ground,
      'stroke-width': 0.5,
      'stroke-linejoin': 'round',
    }) +
    regions.join('')
  )
}

/** Victim countries by strength: fill by outcome, white hatching where hedged, outline alone where denied. */
export function drawVictims(
  model: MapModel,
  framed: FramedMap,
  world: World,
  hatchId: string,
): string {
  const hatch = model.victims.some((victim) => victim.hedged && !victim.denied)
    ? svg('defs', {}, hatchPattern(hatchId))
    : ''
  const areas = model.victims.map((victim) => {
    const shapes = world.areas.filter(({ iso2 }) => iso2 === victim.iso2)
    const d = shapes.map(({ shape }) => outlinePath(framed.projection, shape, 0.6)).join('')
    const dot = needsDot(victim.iso2, framed, world) ? dotAt(victim, framed, world, hatchId) : ''
    return (d === '' ? '' : victimArea(victim, d, hatchId, 0.7)) + dot
  })
  return hatch + areas.join('')
}

export function victimArea(
  victim: Pick<MapVictim, 'outcome' | 'hedged' | 'denied'>,
  d: string,
  hatchId: string,
  stroke: number,
): string {
  const shared = { d, 'stroke-linejoin': 'round' }
  const base = svg('path', {
    ...shared,
    fill: victimTone(victim) ?? printColours.ground,
    stroke: printColours.ink,
    'stroke-width': stroke,
    'stroke-dasharray': victim.denied ? '2.5 2' : undefined,
  })
  return victim.hedged && !victim.denied
    ? base + svg('path', { ...shared, fill: `url(#${hatchId})` })
    : base
}

export function hatchPattern(id: string): string {
  return svg(
    'pattern',
    { id, width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('path', { d: 'M0,0V4', stroke: printColours.ground, 'stroke-width': 2.6 }),
  )
}

export function needsDot(iso2: string, { projection }: FramedMap, world: World): boolean {
  const country = world.countries.get(iso2)
  if (!country) return false
  const pixelsPerKilometre = projection.scale() / 6371
  return Math.sqrt(country.squareKilometres) * pixelsPerKilometre < visiblePixels
}

function dotAt(
  victim: MapVictim,
  { projection }: FramedMap,
  world: World,
  hatchId: string,
): string {
  const country = world.countries.get(victim.iso2)
  const at = country && projectPoint(projection, country.at)
  if (!at) return ''
  const [left, right, y, r] = [px(at.x - dotRadius), px(at.x + dotRadius), px(at.y), dotRadius]
  const circle = `M${left},${y}A${r},${r} 0 1 1 ${right},${y}A${r},${r} 0 1 1 ${left},${y}Z`
  return victimArea(victim, circle, hatchId, 1)
}

/** Arcs under the marks of their origins; `points` along them keep labels off. */
export function drawArcs(
  routes: readonly ArcRoute[],
  { projection, width, height }: FramedMap,
  world: World,
): { readonly markup: string; readonly points: readonly Point[] } {
  const pointOf = (iso2: string): Point | undefined => {
    const country = world.countries.get(iso2)
    return country && projectPoint(projection, country.at)
  }
  const isOnSheet = ({ x, y }: Point): boolean => x > 4 && y > 4 && x < width - 4 && y < height - 4
  const curves = arcCurves(routes, pointOf, 1, isOnSheet)
  const drawn = routes
    .map((route, index) => ({ route, curve: curves[index] }))
    .filter((arc): arc is { route: ArcRoute; curve: Curve } => arc.curve !== undefined)
    .sort((a, b) => a.route.lead.origins - b.route.lead.origins)
  const lines = drawn.map(({ route, curve }) => arcLine(route, curve, arcScale(routes.length)))
  const origins = [...new Set(routes.map(({ from }) => from))].map((iso2) => {
    const at = pointOf(iso2)
    return at ? figureMark('actor', at.x, at.y, 6) : ''
  })
  return {
    markup: lines.join('') + origins.join(''),
    points: drawn.flatMap(({ curve }) =>
      Array.from({ length: 25 }, (_, step) => pointAt(curve, step / 24)),
    ),
  }
}

function arcLine({ lead, width, from, to }: ArcRoute, curve: Curve, scale: number): string {
  const isHome = from === to
  return figureLine({
    curve,
    startGap: isHome ? 0 : 8,
    endGap: isHome ? 0 : 4.5,
    style: lineStyle({
      predicate: 'targets',
      outcome: lead.outcome,
      hedged: lead.hedged,
      polarity: lead.denied ? 'denied' : 'asserted',
    }),
    width: Math.min(width, 4) * scale,
    byPerson: lead.byPerson,
    halo: 1.3 * scale,
  })
}
