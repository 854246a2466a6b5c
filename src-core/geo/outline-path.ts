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
      rings.push(relativePath(ring) + (isClosed ? 'z' : ''))
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

/** In tenths of a pixel, each step from where the last one, rounded, ended: short, and without drift. */
function relativePath(ring: readonly (readonly [number, number])[]): string {
  let [lastX, lastY] = [0, 0]
  const steps = ring.map(([x, y]) => {
    const [nextX, nextY] = [Math.round(x * 10), Math.round(y * 10)]
    const step = `${px((nextX - lastX) / 10)},${px((nextY - lastY) / 10)}`
    lastX = nextX
    lastY = nextY
    return step
  })
  // In SVG a relative first move is absolute, and what follows an m are relative lines.
  const [first = '', ...others] = steps
  return `M${first}l${others.join(' ')}`
    .replaceAll(' -', '-')
    .replaceAll(',-', '-')
    .replace(/\b0\./g, '.')
}

function areaOf(ring: readonly (readonly [number, number])[]): number {
  let sum = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    sum += x * nextY - nextX * y
  }
  return Math.abs(sum) / 2
}
