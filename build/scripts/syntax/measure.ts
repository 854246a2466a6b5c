import type { Syntax } from '@core/extraction/syntax/syntax'
import type { Tree } from './treebank'

export interface Scores {
  readonly upos: number
  readonly xpos: number
  /** Attachment without and with labels (subtypes included), punctuation counted as in the CoNLL shared tasks. */
  readonly uas: number
  readonly las: number
  /** The same without punctuation. */
  readonly uasWords: number
  readonly lasWords: number
  readonly tokens: number
  readonly labels: ReadonlyMap<string, { right: number; found: number; gold: number }>
}

/** An arc counts as right for its label when head and label are right. */
export function measure(syntax: Syntax, trees: readonly Tree[]): Scores {
  let upos = 0
  let xpos = 0
  let uas = 0
  let las = 0
  let uasWords = 0
  let lasWords = 0
  let words = 0
  let tokens = 0
  const labels = new Map<string, { right: number; found: number; gold: number }>()
  const entry = (label: string) => {
    const known = labels.get(label) ?? { right: 0, found: 0, gold: 0 }
    labels.set(label, known)
    return known
  }
  for (const tree of trees) {
    const parsed = syntax.parse(tree.forms)
    tree.forms.forEach((_, i) => {
      tokens++
      const [goldUpos, goldXpos] = (tree.tags[i] ?? '').split('_')
      if (parsed.upos[i] === goldUpos) upos++
      if (parsed.xpos[i] === goldXpos) xpos++
      const label = tree.labels[i] ?? ''
      const found = parsed.labels[i] ?? ''
      const headRight = parsed.heads[i] === tree.heads[i]
      const bothRight = headRight && label === found
      if (headRight) uas++
      if (bothRight) las++
      if (goldUpos !== 'PUNCT') {
        words++
        if (headRight) uasWords++
        if (bothRight) lasWords++
      }
      entry(label).gold++
      entry(found).found++
      if (bothRight) entry(label).right++
    })
  }
  return {
    upos: upos / tokens,
    xpos: xpos / tokens,
    uas: uas / tokens,
    las: las / tokens,
    uasWords: uasWords / words,
    lasWords: lasWords / words,
    tokens,
    labels,
  }
}

export function describeScores(name: string, s: Scores): string {
  const percent = (x: number): string => (100 * x).toFixed(2)
  return `${name}: UPOS ${percent(s.upos)} XPOS ${percent(s.xpos)} UAS ${percent(s.uas)} LAS ${percent(s.las)} (without punctuation ${percent(s.uasWords)} / ${percent(s.lasWords)})`
}
