import type { Curve, Point } from '../graph/curve'
import { curveBetween, pointAt } from '../graph/curve'
import { compareIds } from '../graph/visible-links'
import type { MapArc } from './map-model'
import { outcomes } from '../model/link'

/** All attacks from one country on another, drawn as one line. */
export interface ArcRoute {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly arcs: readonly MapArc[]
  /** The arc that decides how the line looks: the strongest. */
  readonly lead: MapArc
  /** The widest: origins of several actors are not added up, they may be the same. */
  readonly width: number
}

/** Many arcs are drawn thinner, all by the same measure, so that the map can be seen between them. */
export function arcScale(routeCount: number): number {
  return routeCount > 45 ? 0.4 : routeCount > 24 ? 0.6 : 1
}

export function arcRoutes(arcs: readonly MapArc[]): readonly ArcRoute[] {
  const byPair = new Map<string, MapArc[]>()
  for (const arc of arcs) {
    const key = `${arc.from}→${arc.to}`
    const pair = byPair.get(key)
    if (pair) pair.push(arc)
    else byPair.set(key, [arc])
  }
  return [...byPair]
    .sort(([a], [b]) => compareIds(a, b))
    .flatMap(([id, pair]) => {
      const [lead] = [...pair].sort((a, b) => rank(b) - rank(a) || compareIds(a.id, b.id))
      return lead
        ? [
            {
              id,
              from: lead.from,
              to: lead.to,
              arcs: pair,
              lead,
              width: Math.max(...pair.map((arc) => arc.width)),
            },
          ]
        : []
    })
}

function rank({ outcome, hedged, denied, origins }: MapArc): number {
  const strength = outcome ? outcomes.length - outcomes.indexOf(outcome) : 0
  return (denied ? 0 : 1e6) + strength * 1e4 + (hedged ? 0 : 1e3) + Math.min(origins, 999)
}

/** How far arcs may bow, as shares of their length, and what each costs; below 0: to the south, which looks less like a great circle. */
const bows = [
  { bow: 0.16, cost: 0 },
  { bow: 0.22, cost: 0.8 },
  { bow: 0.11, cost: 1 },
  { bow: 0.28, cost: 1.6 },
  { bow: 0.06, cost: 2.2 },
  { bow: 0.34, cost: 2.6 },
  { bow: 0.42, cost: 4 },
  { bow: -0.08, cost: 6 },
  { bow: -0.16, cost: 8 },
]
/** Above this many arcs nothing keeps them apart, and choosing would take long. */
const mostChosen = 120

/**
 * The routes' curves between places on the sheet: bowed to the north like great circles. Each takes the bow that keeps it
 * off other victims and off the arcs before it, so that they fan out instead of piling up. At home: a horseshoe over the
 * place. `unit`: one pixel of the sheet.
 */
export function arcCurves(
  routes: readonly Pick<ArcRoute, 'from' | 'to'>[],
  pointOf: (iso2: string) => Point | undefined,
  unit: number,
  isOnSheet: (point: Point) => boolean,
): readonly (Curve | undefined)[] {
  const places = new Map(
    [...new Set(routes.flatMap(({ from, to }) => [from, to]))].flatMap((iso2) => {
      const at = pointOf(iso2)
      return at ? [[iso2, at] as const] : []
    }),
  )
  const curves: (Curve | undefined)[] = routes.map(() => undefined)
  const drawn: Point[] = []
  const order = routes
    .map((route, index) => ({ route, index, length: lengthOf(route, places) }))
    .sort((a, b) => a.length - b.length || a.index - b.index)
  for (const { route, index, length } of order) {
    const [a, b] = [places.get(route.from), places.get(route.to)]
    if (!a || !b) continue
    if (route.from === route.to) {
      curves[index] = horseshoe(a, unit)
      continue
    }
    const others = [...places].flatMap(([iso2, at]) =>
      iso2 === route.from || iso2 === route.to ? [] : [at],
    )
    const [best] = (order.length > mostChosen ? bows.slice(0, 1) : bows)
      .map(({ bow, cost: price }) => {
        // Westward lines bow to their right, eastward ones to their left: both to the north.
        const curve = curveBetween(a, b, length * bow * (b.x >= a.x ? 1 : -1))
        const points = sample(curve)
        const near = (targets: readonly Point[], reach: number): number =>
          points.reduce(
            (sum, point) => sum + (targets.some((at) => distance(at, point) < reach) ? 1 : 0),
            0,
          )
        return {
          curve,
          points,
          cost:
            price +
            near(others, 10 * unit) * 3 +
            near(drawn, 5 * unit) +
            points.filter((point) => !isOnSheet(point)).length * 4,
        }
      })
      .sort((one, other) => one.cost - other.cost)
    if (!best) continue
    curves[index] = best.curve
    drawn.push(...best.points)
  }
  return curves
}

/** Without the stretch at the start, where all arcs of one origin meet. */
function sample(curve: Curve): readonly Point[] {
  return Array.from({ length: 20 }, (_, step) => pointAt(curve, 0.2 + (step / 20) * 0.8))
}

function horseshoe(at: Point, unit: number): Curve {
  return {
    start: { x: at.x - 7 * unit, y: at.y - 5 * unit },
    control: { x: at.x, y: at.y - 44 * unit },
    end: { x: at.x + 7 * unit, y: at.y - 5 * unit },
  }
}

function lengthOf(
  { from, to }: Pick<ArcRoute, 'from' | 'to'>,
  places: ReadonlyMap<string, Point>,
): number {
  const [a, b] = [places.get(from), places.get(to)]
  return a && b ? distance(a, b) : 0
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
