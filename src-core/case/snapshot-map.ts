/** Changes are copied with every snapshot; when they outgrow this, they go into the base instead. */
const mostChanges = 2000

/**
 * A map that hands out immutable snapshots, each in the order of its keys, whatever order they came in. A snapshot shares the
 * base with the ones before it, so that it costs what changed since the base was made, not what the map holds.
 */
export class SnapshotMap<Key extends string, Value> {
  private base = new Map<Key, Value>()
  /** `undefined`: deleted since the base was made. */
  private changes = new Map<Key, Value | undefined>()
  private keys: readonly Key[] = []
  /** Each once; those deleted again since are sorted out when the keys are settled. */
  private added: Key[] = []
  private removed = new Set<Key>()
  private last: Snapshot<Key, Value> | undefined

  get(key: Key): Value | undefined {
    return lookUp(this.base, this.changes, key)
  }

  set(key: Key, value: Value): void {
    if (this.get(key) === undefined && !this.removed.delete(key)) this.added.push(key)
    this.changes.set(key, value)
    this.last = undefined
  }

  delete(key: Key): void {
    if (this.get(key) === undefined) return
    this.removed.add(key)
    this.changes.set(key, undefined)
    this.last = undefined
  }

  /** The same object as before where nothing has changed. */
  snapshot(): ReadonlyMap<Key, Value> {
    if (this.last) return this.last
    this.settleKeys()
    if (this.changes.size > mostChanges) this.settleBase()
    this.last = new Snapshot(this.base, new Map(this.changes), this.keys)
    return this.last
  }

  private settleKeys(): void {
    const { added, removed } = this
    if (added.length + removed.size === 0) return
    const isKept = (key: Key) => !removed.has(key)
    const kept = removed.size > 0 ? this.keys.filter(isKept) : this.keys
    this.keys = merge(kept, (removed.size > 0 ? added.filter(isKept) : added).sort())
    this.added = []
    this.removed = new Set()
  }

  private settleBase(): void {
    // A copy, because snapshots hold the old base.
    const base = new Map(this.base)
    for (const [key, value] of this.changes)
      if (value === undefined) base.delete(key)
      else base.set(key, value)
    this.base = base
    this.changes = new Map()
  }
}

class Snapshot<Key extends string, Value> implements ReadonlyMap<Key, Value> {
  readonly #base: ReadonlyMap<Key, Value>
  readonly #changes: ReadonlyMap<Key, Value | undefined>
  readonly #keys: readonly Key[]

  constructor(
    base: ReadonlyMap<Key, Value>,
    changes: ReadonlyMap<Key, Value | undefined>,
    keys: readonly Key[],
  ) {
    this.#base = base
    this.#changes = changes
    this.#keys = keys
  }

  get size(): number {
    return this.#keys.length
  }

  get(key: Key): Value | undefined {
    return lookUp(this.#base, this.#changes, key)
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined
  }

  keys(): MapIterator<Key> {
    return this.#keys.values()
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const key of this.#keys) {
      const value = this.get(key)
      if (value !== undefined) yield [key, value]
    }
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }

  forEach(
    callback: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void,
    self?: unknown,
  ): void {
    for (const [key, value] of this.entries()) callback.call(self, value, key, this)
  }
}

function lookUp<Key, Value>(
  base: ReadonlyMap<Key, Value>,
  changes: ReadonlyMap<Key, Value | undefined>,
  key: Key,
): Value | undefined {
  return changes.get(key) ?? (changes.has(key) ? undefined : base.get(key))
}

/** Below this, moving the tail of the list for each key is cheaper than copying it key by key. */
const fewKeys = 200

/** Two sorted lists without common members, as one. */
function merge<Key extends string>(left: readonly Key[], right: readonly Key[]): readonly Key[] {
  if (right.length === 0) return left
  if (right.length < fewKeys) {
    const grown = left.slice()
    for (const key of right) grown.splice(placeOf(grown, key, 0), 0, key)
    return grown
  }
  const out: Key[] = []
  let i = 0
  for (const key of right) {
    const end = placeOf(left, key, i)
    for (; i < end; i += 1) {
      const next = left[i]
      if (next !== undefined) out.push(next)
    }
    out.push(key)
  }
  for (const key of left.slice(i)) out.push(key)
  return out
}

function placeOf<Key extends string>(sorted: readonly Key[], key: Key, from: number): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = sorted[middle]
    if (at !== undefined && at < key) low = middle + 1
    else high = middle
  }
  return low
}
