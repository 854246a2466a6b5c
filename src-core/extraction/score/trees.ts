/** A small decision tree over present and absent features: inner nodes ask for a feature, leaves add log-odds. */
export type TreeNode =
  | { readonly feature: string; readonly yes: TreeNode; readonly no: TreeNode }
  | { readonly value: number }

/** Preorder, tab-separated: `?feature`, then its yes and its no; `=value` for a leaf. */
export function writeTree(node: TreeNode): string {
  return 'value' in node
    ? `=${node.value}`
    : `?${node.feature}\t${writeTree(node.yes)}\t${writeTree(node.no)}`
}

export function parseTree(text: string): TreeNode {
  const parts = text.split('\t')
  let at = 0
  const next = (): TreeNode => {
    const part = parts[at++] ?? ''
    if (part.startsWith('?')) return { feature: part.slice(1), yes: next(), no: next() }
    if (!part.startsWith('='))
      throw new Error(`tree: "?" or "=" expected, found ${part.slice(0, 20)}`)
    return { value: Number(part.slice(1)) }
  }
  return next()
}

/** Trees as flat arrays, so that scoring asks no maps: children of node i are `yes[i]` and `no[i]`, leaves have feature -1. */
export interface CompiledTrees {
  readonly roots: Int32Array
  readonly feature: Int32Array
  readonly yes: Int32Array
  readonly no: Int32Array
  readonly value: Float64Array
}

export function compileTrees(
  trees: readonly TreeNode[],
  idOf: (feature: string) => number,
): CompiledTrees {
  const feature: number[] = []
  const yes: number[] = []
  const no: number[] = []
  const value: number[] = []
  const add = (node: TreeNode): number => {
    const id = feature.length
    feature.push('value' in node ? -1 : idOf(node.feature))
    value.push('value' in node ? node.value : 0)
    yes.push(-1)
    no.push(-1)
    if (!('value' in node)) {
      yes[id] = add(node.yes)
      no[id] = add(node.no)
    }
    return id
  }
  const roots = trees.map(add)
  return {
    roots: Int32Array.from(roots),
    feature: Int32Array.from(feature),
    yes: Int32Array.from(yes),
    no: Int32Array.from(no),
    value: Float64Array.from(value),
  }
}

/** Sum of all trees for a row whose features are those that `has` marks. */
export function scoreTrees(trees: CompiledTrees, has: Uint8Array): number {
  let sum = 0
  for (const root of trees.roots) {
    let node = root
    for (let f = trees.feature[node] ?? -1; f >= 0; f = trees.feature[node] ?? -1)
      node = (has[f] === 1 ? trees.yes[node] : trees.no[node]) ?? -1
    sum += trees.value[node] ?? 0
  }
  return sum
}
