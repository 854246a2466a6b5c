import { geoPath } from 'd3-geo'
import type { GeoPermissibleObjects, GeoProjection } from 'd3-geo'
import { px } from '../graph/svg'

/** Path data without what the eye cannot see: steps under `tolerance` pixels and islets smaller than a speck. */
export function outlinePath(
  projection: GeoProjection,
  shape: GeoPermissibleObjects,
  tolerance: number,
): string {
  const rings: string[] = []
  let ring: [number, number][] = []
  const finish = (isClosed: boolean): void => {
    if (isClosed ? areaOf(ring) > tolerance * tolerance : ring.length > 1)
      rings.push(
        `M${ring.map(([x, y]) => `${px(round(x))},${px(round(y))}`).join('L')}${isClosed ? 'Z' : ''}`,
      )
    ring = []
  }
  geoPath(projection, {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x, y) => {
      if (ring.length > 0) finish(false)
      ring = [[x, y]]
    },
    lineTo: (x, y) => {
      const last = ring.at(-1)
      if (!last || Math.hypot(x - last[0], y - last[1]) >= tolerance) ring.push([x, y])
    },
    closePath: () => finish(true),
  })(shape)
  if (ring.length > 0) finish(false)
  return rings.join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function areaOf(ring: readonly (readonly [number, number])[]): number {
  let sum = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    sum += x * nextY - nextX * y
  }
  return Math.abs(sum) / 2
}
