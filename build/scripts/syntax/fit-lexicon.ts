import { readFileSync } from 'node:fs'
import { hashFolded } from '@core/extraction/syntax/hashing'
import type { LexiconEntry } from '@core/extraction/syntax/lexicon'
import type { Tree } from './treebank'

const SEEN = 3
const CERTAIN_SEEN = 25
const CERTAIN_SHARE = 0.997

/** What other sources say of a word, from word-tags.ts. */
export interface WordFacts {
  readonly fine: number
  readonly coarse: number
  readonly possible: number
}

const LEAST_WORDS = 10

export function readWordFacts(path: string): Map<string, WordFacts> {
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  for (const row of rows) row[3] = canonical(row[3] ?? '')
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row[3] ?? '', (counts.get(row[3] ?? '') ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= LEAST_WORDS).map(([name]) => name)
  const ids = new Map(names.toSorted().map((name, i) => [name, i + 1]))
  // A rare list of tags counts as its longest frequent beginning.
  const idOf = (tags: string): number =>
    ids.get(tags) ?? (tags.includes(' ') ? idOf(tags.slice(0, tags.lastIndexOf(' '))) : 0)
  return new Map(
    rows.map(([word, fine, coarse, tags]) => [
      word ?? '',
      { fine: Number(fine), coarse: Number(coarse), possible: idOf(tags ?? '') },
    ]),
  )
}

/** Whether a participle is commoner as VBD or VBN in other texts says little about this one: one order for both. */
function canonical(tags: string): string {
  const list = tags.split(' ')
  if (!list.includes('VBD') || !list.includes('VBN')) return tags
  return ['VBD', 'VBN', ...list.filter((tag) => tag !== 'VBD' && tag !== 'VBN')].join(' ')
}

/** What training knows of each word by itself: the tags it has had, whether one is certain, and its distributional classes. */
export function fitLexicon(
  trees: readonly Tree[],
  tagIds: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, WordFacts>,
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
  const facts = new Map<number, WordFacts>()
  for (const [word, fact] of words) facts.set(hashFolded(word, 0, Math.min(64, word.length)), fact)
  const sets = new Map<string, number>()
  const entries: LexiconEntry[] = []
  for (const hash of new Set([...seen.keys(), ...facts.keys()])) {
    const counts = seen.get(hash) ?? new Map<number, number>()
    const total = [...counts.values()].reduce((a, b) => a + b, 0)
    const { fine, coarse, possible } = facts.get(hash) ?? { fine: 0, coarse: 0, possible: 0 }
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
    if (ambiguity === 0 && fine === 0 && possible === 0) continue
    entries.push({
      hash,
      ambiguity,
      certain: isCertain ? best[0] : -1,
      coarse,
      fine,
      possible,
    })
  }
  return entries
}
