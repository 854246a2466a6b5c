export interface Point {
  readonly x: number
  readonly y: number
}

/** A quadratic curve with its ends cut back to the edges of the marks it joins. */
export interface Curve {
  readonly start: Point
  readonly control: Point
  readonly end: Point
}

/** From a to b; `bend`: how far its middle stands off the straight line, to the left of the way for positive values. */
export function curveBetween(a: Point, b: Point, bend: number): Curve {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const off = 2 * bend
  return {
    start: a,
    control: {
      x: (a.x + b.x) / 2 + ((b.y - a.y) / length) * off,
      y: (a.y + b.y) / 2 - ((b.x - a.x) / length) * off,
    },
    end: b,
  }
}

/** Without the stretches nearer than the gaps to its ends; undefined if nothing is left. */
export function trimCurve(curve: Curve, startGap: number, endGap: number): Curve | undefined {
  const from = startGap > 0 ? parameterAt(curve, curve.start, startGap, 0, 1) : 0
  const to = endGap > 0 ? parameterAt(curve, curve.end, endGap, 1, 0) : 1
  if (from === undefined || to === undefined || from >= to) return undefined
  return between(curve, from, to)
}

export function pointAt({ start, control, end }: Curve, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
  }
}

/** Direction of travel in radians. */
export function angleAt({ start, control, end }: Curve, t: number): number {
  const u = 1 - t
  const dx = u * (control.x - start.x) + t * (end.x - control.x)
  const dy = u * (control.y - start.y) + t * (end.y - control.y)
  return Math.atan2(dy, dx)
}

/** Bisection; distance from an end grows along all curves that are drawn here. */
function parameterAt(
  curve: Curve,
  from: Point,
  gap: number,
  near: number,
  far: number,
): number | undefined {
  const distance = (t: number): number => {
    const point = pointAt(curve, t)
    return Math.hypot(point.x - from.x, point.y - from.y)
  }
  if (distance(far) <= gap) return undefined
  let [low, high] = [near, far]
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2
    if (distance(middle) < gap) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function between(curve: Curve, t0: number, t1: number): Curve {
  const { start, control, end } = curve
  const mix = (a: Point, b: Point, t: number): Point => ({
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
  })
  return {
    start: pointAt(curve, t0),
    control: mix(mix(start, control, t0), mix(control, end, t0), t1),
    end: pointAt(curve, t1),
  }
}
