/** A map that copies out in the order of its keys, whatever order they came in. Bulk additions are sorted once. */
export class SortedMap<Key extends string, Value> {
  private readonly values = new Map<Key, Value>()
  private sorted: Key[] = []
  private added: Key[] = []

  get(key: Key): Value | undefined {
    return this.values.get(key)
  }

  set(key: Key, value: Value): void {
    if (!this.values.has(key)) this.added.push(key)
    this.values.set(key, value)
  }

  delete(key: Key): void {
    if (!this.values.delete(key)) return
    const fresh = this.added.indexOf(key)
    if (fresh >= 0) this.added.splice(fresh, 1)
    else this.sorted.splice(placeOf(this.sorted, key), 1)
  }

  /** O(n) plus the sorting of what was added since the last call. */
  toMap(): ReadonlyMap<Key, Value> {
    this.sorted = merge(this.sorted, this.added.toSorted())
    this.added = []
    const copy = new Map<Key, Value>()
    for (const key of this.sorted) {
      const value = this.values.get(key)
      if (value !== undefined) copy.set(key, value)
    }
    return copy
  }
}

function placeOf<Key extends string>(sorted: readonly Key[], key: Key): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = sorted[middle]
    if (at !== undefined && at < key) low = middle + 1
    else high = middle
  }
  return low
}

function merge<Key extends string>(left: readonly Key[], right: readonly Key[]): Key[] {
  if (right.length === 0) return [...left]
  const out: Key[] = []
  let i = 0
  for (const key of right) {
    for (let next = left[i]; next !== undefined && next < key; next = left[i]) {
      out.push(next)
      i += 1
    }
    out.push(key)
  }
  return [...out, ...left.slice(i)]
}
