import { dependents, type Tree } from './tree'

/** Passive by its own auxiliary or subject, or a bare participle that describes a noun or a headline's subject. */
export function hasPassiveForm(tree: Tree, index: number): boolean {
  const { xpos, labels } = tree.parsed
  if (dependents(tree, index, 'aux:pass', 'nsubj:pass', 'csubj:pass', 'obl:agent').length > 0)
    return true
  if (xpos[index] !== 'VBN') return false
  if (dependents(tree, index, 'aux', 'nsubj').length > 0) return false
  const label = labels[index] ?? ''
  if (label === 'conj') return hasPassiveForm(tree, tree.parsed.heads[index] ?? -1)
  return label === 'acl' || label === 'advcl' || label === 'xcomp'
}
