import { hashFolded, mix } from '@core/extraction/syntax/hashing'
import { makeLexicon, type Lexicon, type LexiconEntry } from '@core/extraction/syntax/lexicon'
import { bestOf, taggerFeatures } from '@core/extraction/syntax/tagger'
import { PAD, tokenFeatures, type TokenFeatures } from '@core/extraction/syntax/token-features'
import type { Augmenter } from './augment'
import { dropOut, shuffled } from './random'
import { makeTrainingWeights, type TrainingWeights } from './training-weights'
import type { Tree } from './treebank'

/** Greedy training on the tagger's own guesses, so that reading meets the contexts that training met. */
export function fitTagger(
  trees: readonly Tree[],
  lexicon: Lexicon,
  tagIds: ReadonlyMap<string, number>,
  options: {
    epochs: number
    minUpdates: number
    random: () => number
    augmenter: Augmenter
    slots: number
    drop: number
  },
): TrainingWeights {
  const weights = makeTrainingWeights(tagIds.size, options.minUpdates, options.slots)
  const scores = new Float64Array(tagIds.size)
  const features = new Int32Array(64)
  const counts = countWords(trees)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let wrong = 0
    let total = 0
    for (const plain of shuffled(trees, options.random)) {
      const tree = options.augmenter.vary(plain)
      const tokens = tokenFeatures(tree.forms, lexicon)
      hideRareWords(tokens, counts, options.random)
      const tags = new Int32Array(tokens.length + 2 * PAD).fill(tagIds.size)
      for (let i = 0; i < tokens.length; i++) {
        const at = i + PAD
        const certain = tokens.certain[at] ?? -1
        if (certain >= 0) {
          tags[at] = certain
          continue
        }
        const count = dropOut(
          features,
          taggerFeatures(tokens, tags, at, features),
          options.drop,
          options.random,
        )
        scores.fill(0)
        weights.score(features, count, scores)
        const guess = bestOf(scores)
        tags[at] = guess
        const gold = tagIds.get(tree.tags[i] ?? '')
        weights.tick()
        if (gold === undefined) continue
        total++
        if (guess !== gold) {
          wrong++
          weights.reward(features, count, gold, guess)
        }
      }
    }
    console.log(`tagger epoch ${epoch + 1}: ${((100 * wrong) / total).toFixed(2)} % wrong`)
  }
  return weights
}

export const lexiconOf = (entries: readonly LexiconEntry[]): Lexicon => makeLexicon(entries)

function countWords(trees: readonly Tree[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const tree of trees)
    for (const form of tree.forms) {
      const hash = hashFolded(form, 0, Math.min(64, form.length))
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
    }
  return counts
}

/** Rare words now and then look as if they had never been seen, so that the tagger learns to do without. */
function hideRareWords(
  tokens: TokenFeatures,
  counts: Map<number, number>,
  random: () => number,
): void {
  for (let at = PAD; at < tokens.length + PAD; at++) {
    const count = counts.get(tokens.word[at] ?? 0) ?? 0
    if (random() >= Math.min(0.4, 0.8 / (count + 1))) continue
    const possible = tokens.possible[at] ?? 0
    const hasFacts = possible > 0 && possible < 1000
    tokens.word[at] = Math.floor(random() * 0x7fffffff)
    tokens.certain[at] = -1
    tokens.ambiguity[at] = hasFacts ? mix(possible, 77) : possible
  }
}
