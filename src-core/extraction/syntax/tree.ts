import type { ParsedSentence } from './syntax'

/** Children by head, in text order; built once a sentence. */
export interface Tree {
  readonly parsed: ParsedSentence
  readonly children: readonly (readonly number[])[]
}

export function makeTree(parsed: ParsedSentence): Tree {
  const children: number[][] = parsed.tokens.map(() => [])
  parsed.heads.forEach((head, i) => {
    if (head >= 0) children[head]?.push(i)
  })
  return { parsed, children }
}

/** Dependents with one of these labels, subtypes only where named. */
export function dependents(tree: Tree, head: number, ...labels: readonly string[]): number[] {
  return (tree.children[head] ?? []).filter((i) => labels.includes(tree.parsed.labels[i] ?? ''))
}

/** The word and what is joined to it by "and", "or", commas: "hospitals, banks and schools". */
export function withConjuncts(tree: Tree, index: number): number[] {
  const found = [index]
  for (let i = 0; i < found.length && found.length < 60; i++)
    for (const next of dependents(tree, found[i] ?? -1, 'conj'))
      if (!found.includes(next)) found.push(next)
  return found.sort((a, b) => a - b)
}

/** Preposition of an oblique or noun modifier, with what is fixed to it ("because of" → "because of"); '' where it has none. */
export function prepositionOf(tree: Tree, index: number): string {
  const cases = dependents(tree, index, 'case')
  return cases
    .filter((i) => tree.parsed.upos[i] !== 'PART')
    .flatMap((i) => [i, ...dependents(tree, i, 'fixed')])
    .map((i) => (tree.parsed.tokens[i] ?? '').toLowerCase())
    .join(' ')
}
