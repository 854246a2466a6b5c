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

export function featuresIn(node: TreeNode): string[] {
  return 'value' in node ? [] : [node.feature, ...featuresIn(node.yes), ...featuresIn(node.no)]
}

/**
 * Trees as one flat array, so that scoring asks no maps. A node is two numbers: an inner one the feature and where its `no` begins (its
 * `yes` follows at once), a leaf -1 and its value in thousandths.
 */
export interface CompiledTrees {
  readonly roots: Int32Array
  readonly nodes: Int32Array
}

export function compileTrees(
  trees: readonly TreeNode[],
  idOf: (feature: string) => number,
): CompiledTrees {
  const nodes: number[] = []
  const add = (node: TreeNode): number => {
    const at = nodes.length
    if ('value' in node) nodes.push(-1, Math.round(node.value * 1000))
    else {
      nodes.push(idOf(node.feature), 0)
      add(node.yes)
      nodes[at + 1] = add(node.no)
    }
    return at
  }
  const roots = trees.map(add)
  return { roots: Int32Array.from(roots), nodes: Int32Array.from(nodes) }
}

/** Sum of all trees, in thousandths, for a row whose features are those that `has` marks. */
export function scoreTrees({ roots, nodes }: CompiledTrees, has: Uint8Array): number {
  let sum = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree] ?? 0
    for (let feature = nodes[at] ?? -1; feature >= 0; feature = nodes[at] ?? -1)
      at = has[feature] === 1 ? at + 2 : (nodes[at + 1] ?? 0)
    sum += nodes[at + 1] ?? 0
  }
  return sum
}
