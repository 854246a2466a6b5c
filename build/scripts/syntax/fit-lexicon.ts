import { readFileSync } from 'node:fs'
import { hashFolded } from '@core/extraction/syntax/hashing'
import type { LexiconEntry } from '@core/extraction/syntax/lexicon'
import type { Tree } from './treebank'

const SEEN = 3
const CERTAIN_SEEN = 25
const CERTAIN_SHARE = 0.997

/** Word classes by word, from word-classes.ts: [fine, coarse]. */
export function readWordClasses(path: string): Map<string, readonly [number, number]> {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return new Map(
    lines.map((line) => {
      const [word, fine, coarse] = line.split('\t')
      return [word ?? '', [Number(fine), Number(coarse)] as const]
    }),
  )
}

/** What training knows of each word by itself: the tags it has had, whether one is certain, and its distributional classes. */
export function fitLexicon(
  trees: readonly Tree[],
  tagIds: ReadonlyMap<string, number>,
  classes: ReadonlyMap<string, readonly [number, number]>,
): LexiconEntry[] {
  const seen = new Map<number, Map<number, number>>()
  for (const tree of trees)
    tree.forms.forEach((form, i) => {
      const hash = hashFolded(form, 0, Math.min(64, form.length))
      const counts = seen.get(hash) ?? new Map<number, number>()
      const tag = tagIds.get(tree.tags[i] ?? '')
      if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + 1)
      seen.set(hash, counts)
    })
  const vectors = new Map<number, readonly [number, number]>()
  for (const [word, pair] of classes)
    vectors.set(hashFolded(word, 0, Math.min(64, word.length)), pair)
  const sets = new Map<string, number>()
  const entries: LexiconEntry[] = []
  for (const hash of new Set([...seen.keys(), ...vectors.keys()])) {
    const counts = seen.get(hash) ?? new Map<number, number>()
    const total = [...counts.values()].reduce((a, b) => a + b, 0)
    const [fine, coarse] = vectors.get(hash) ?? [0, 0]
    const ranked = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    const best = ranked[0]
    const isCertain =
      best !== undefined && total >= CERTAIN_SEEN && best[1] >= total * CERTAIN_SHARE
    const key = ranked
      .filter(([, count]) => count >= total * 0.05)
      .map(([tag]) => tag)
      .toSorted((a, b) => a - b)
      .join(' ')
    if (total >= SEEN && !sets.has(key)) sets.set(key, sets.size + 1)
    const ambiguity = total >= SEEN ? (sets.get(key) ?? 0) : 0
    if (ambiguity === 0 && fine === 0) continue
    entries.push({ hash, ambiguity, certain: isCertain ? best[0] : -1, coarse, fine })
  }
  return entries
}
