import type { Curve, Point } from '../graph/curve'
import { curveBetween } from '../graph/curve'
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

/**
 * The routes' curves between places on the sheet: bowed to the north like great circles, those of near directions bowed
 * more the farther they go, so that they fan out instead of piling up. At home: a horseshoe over the place.
 */
export function arcCurves(
  routes: readonly Pick<ArcRoute, 'from' | 'to'>[],
  pointOf: (iso2: string) => Point | undefined,
  unit = 1,
): readonly (Curve | undefined)[] {
  const ways = routes.map((route) => {
    const [a, b] = [pointOf(route.from), pointOf(route.to)]
    return a && b
      ? {
          from: route.from,
          a,
          b,
          isHome: route.from === route.to,
          angle: Math.atan2(b.y - a.y, b.x - a.x),
          length: Math.hypot(b.x - a.x, b.y - a.y),
        }
      : undefined
  })
  return ways.map((way) => {
    if (!way) return undefined
    const { a, b, isHome, length, angle } = way
    if (isHome)
      return {
        start: { x: a.x - 7 * unit, y: a.y - 5 * unit },
        control: { x: a.x, y: a.y - 44 * unit },
        end: { x: a.x + 7 * unit, y: a.y - 5 * unit },
      }
    const nearer = ways.filter(
      (other) =>
        other &&
        other !== way &&
        other.from === way.from &&
        !other.isHome &&
        other.length < length &&
        Math.abs(turn(other.angle - angle)) < 0.22,
    ).length
    const bow = length * Math.min(0.36, 0.15 + 0.045 * nearer)
    // Westward lines bow to their right, eastward ones to their left: both to the north.
    return curveBetween(a, b, b.x >= a.x ? bow : -bow)
  })
}

function turn(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle))
}
