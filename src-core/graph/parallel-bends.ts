/** How far each line stands off the straight way, so that lines between the same two nodes lie side by side. */
export function parallelBends(
  edges: readonly { readonly source: number; readonly target: number }[],
  gap: number,
): readonly number[] {
  const pairs = new Map<string, number[]>()
  for (const [index, { source, target }] of edges.entries()) {
    const key = `${Math.min(source, target)}-${Math.max(source, target)}`
    const pair = pairs.get(key)
    if (pair) pair.push(index)
    else pairs.set(key, [index])
  }
  const bends = edges.map(() => 0)
  for (const pair of pairs.values()) {
    if (pair.length < 2) continue
    for (const [rank, index] of pair.entries()) {
      const edge = edges[index]
      const offset = (rank - (pair.length - 1) / 2) * gap
      // Left and right swap with the direction of travel.
      bends[index] = edge && edge.source > edge.target ? -offset : offset
    }
  }
  return bends
}
