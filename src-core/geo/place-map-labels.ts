import { overlaps } from '../graph/place-figure'
import type { Box } from '../graph/place-figure'
import type { Point } from '../graph/curve'

export interface LabelWish {
  readonly at: Point
  readonly width: number
  readonly height: number
  /** The mark's radius: labels keep off it. */
  readonly radius: number
}

export interface LabelPlace {
  readonly box: Box
  /** From the mark to the label, where the label had to go far. */
  readonly leader?: readonly [Point, Point]
}

const directions = [0, -45, 45, 180, -135, 135, -90, 90, -22, 22, -158, 158, -67, 67, -112, 112]
const distances = [4, 10, 18, 28, 40, 56, 76, 100]

/**
 * Places labels one after the other, the most important first, at the nearest free spot around their marks. None touches
 * another label, a mark or the frame; one that finds no spot stays out (undefined). `lines`: points along drawn lines.
 */
export function placeMapLabels(
  wishes: readonly LabelWish[],
  lines: readonly Point[],
  frame: Box,
): readonly (LabelPlace | undefined)[] {
  const marks = wishes.map(({ at, radius }) => around(at, radius))
  const taken: Box[] = []
  const leaders: (readonly [Point, Point])[] = []
  return wishes.map((wish, self) => {
    let best: { place: LabelPlace; cost: number } | undefined
    for (const distance of distances)
      for (const [rank, degrees] of directions.entries()) {
        const place = candidate(wish, distance, (degrees * Math.PI) / 180)
        const { box } = place
        const isOutside =
          box.x0 < frame.x0 || box.y0 < frame.y0 || box.x1 > frame.x1 || box.y1 > frame.y1
        if (isOutside) continue
        if (taken.some((other) => overlaps(box, other, 1.5))) continue
        if (marks.some((mark, index) => index !== self && overlaps(box, mark, 1))) continue
        if (leaders.some(([a, b]) => alongMeets(a, b, box))) continue
        const { leader } = place
        if (leader && taken.some((other) => alongMeets(leader[0], leader[1], other))) continue
        const crossed = lines.filter((point) => overlaps(around(point, 0), box, 0)).length
        const cost = distance * 1.1 + rank * 0.6 + Math.min(crossed, 12) * 2.2
        if (!best || cost < best.cost) best = { place, cost }
      }
    if (!best) return undefined
    taken.push(best.place.box)
    if (best.place.leader) leaders.push(best.place.leader)
    return best.place
  })
}

function candidate(
  { at, width, height, radius }: LabelWish,
  distance: number,
  angle: number,
): LabelPlace {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  // The label's side or corner that faces the mark stands at the distance.
  const x = at.x + dx * (radius + distance + width / 2)
  const y = at.y + dy * (radius + distance + height / 2)
  const box = { x0: x - width / 2, y0: y - height / 2, x1: x + width / 2, y1: y + height / 2 }
  if (distance < 12) return { box }
  const near = {
    x: Math.min(Math.max(at.x, box.x0), box.x1),
    y: Math.min(Math.max(at.y, box.y0 + 2), box.y1 - 2),
  }
  const gap = Math.hypot(near.x - at.x, near.y - at.y) || 1
  const start = {
    x: at.x + ((near.x - at.x) / gap) * radius,
    y: at.y + ((near.y - at.y) / gap) * radius,
  }
  return { box, leader: [start, near] }
}

function around({ x, y }: Point, radius: number): Box {
  return { x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius }
}

function alongMeets(a: Point, b: Point, box: Box): boolean {
  for (let step = 0; step <= 12; step++) {
    const t = step / 12
    const at = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
    if (overlaps(around(at, 0), box, 0.5)) return true
  }
  return false
}
