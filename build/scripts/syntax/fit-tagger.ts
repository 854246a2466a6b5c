import { makeLexicon, type Lexicon, type LexiconEntry } from '@core/extraction/syntax/lexicon'
import { bestOf, taggerFeatures } from '@core/extraction/syntax/tagger'
import { PAD, tokenFeatures } from '@core/extraction/syntax/token-features'
import type { Augmenter } from './augment'
import { shuffled } from './random'
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
  },
): TrainingWeights {
  const weights = makeTrainingWeights(tagIds.size, options.minUpdates, options.slots)
  const scores = new Float64Array(tagIds.size)
  const features = new Int32Array(64)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let wrong = 0
    let total = 0
    for (const plain of shuffled(trees, options.random)) {
      const tree = options.augmenter.vary(plain)
      const tokens = tokenFeatures(tree.forms, lexicon)
      const tags = new Int32Array(tokens.length + 2 * PAD).fill(tagIds.size)
      for (let i = 0; i < tokens.length; i++) {
        const at = i + PAD
        const certain = tokens.certain[at] ?? -1
        if (certain >= 0) {
          tags[at] = certain
          continue
        }
        const count = taggerFeatures(tokens, tags, at, features)
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
