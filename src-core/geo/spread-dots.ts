import type { Point } from '../graph/curve'

/** Shifts that keep dots at least `gap` apart, each as small as it can be: crowded island states become findable. */
export function spreadDots(points: readonly Point[], gap: number, rounds = 60): readonly Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }))
  for (let round = 0; round < rounds; round++) {
    let isCrowded = false
    for (const [i, a] of moved.entries())
      for (let j = i + 1; j < moved.length; j++) {
        const b = moved[j]
        if (!b) continue
        const [dx, dy] = [b.x - a.x, b.y - a.y]
        const distance = Math.hypot(dx, dy)
        if (distance >= gap) continue
        isCrowded = true
        // Two at one place part along a direction that depends on their rank alone.
        const angle = distance > 1e-6 ? Math.atan2(dy, dx) : i * 2.4
        const push = (gap - distance) / 2
        a.x -= Math.cos(angle) * push
        a.y -= Math.sin(angle) * push
        b.x += Math.cos(angle) * push
        b.y += Math.sin(angle) * push
      }
    if (!isCrowded) break
  }
  return moved.map(({ x, y }, index) => ({
    x: x - (points[index]?.x ?? 0),
    y: y - (points[index]?.y ?? 0),
  }))
}
