/**
 * Numbers for feature names. While reading, only the names that some scorer weighs have a number (`closed`): whatever else the text
 * offers is nothing, and a report can add none. While fitting, every name gets one.
 */
export interface FeatureIds {
  /** How many names are numbered. */
  readonly size: number
  /** -1 for a name that no scorer knows. */
  readonly of: (name: string) => number
  readonly nameOf: (id: number) => string
  /** The names known beforehand; undefined where every name gets a number. */
  readonly closed: readonly string[] | undefined
}

export function knownFeatures(names: Iterable<string>): FeatureIds {
  const known = [...new Set(names)]
  const ids = new Map(known.map((name, id) => [name, id]))
  return {
    size: known.length,
    of: (name) => ids.get(name) ?? -1,
    nameOf: (id) => known[id] ?? '',
    closed: known,
  }
}

/** For fitting: what the weights will be, nobody knows yet. */
export function openFeatures(): FeatureIds {
  const ids = new Map<string, number>()
  const names: string[] = []
  return {
    get size() {
      return names.length
    },
    of(name) {
      const known = ids.get(name)
      if (known !== undefined) return known
      ids.set(name, names.length)
      return names.push(name) - 1
    },
    nameOf: (id) => names[id] ?? '',
    closed: undefined,
  }
}
