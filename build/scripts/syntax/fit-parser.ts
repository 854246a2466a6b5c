import { bestAllowed } from '@core/extraction/syntax/parser'
import { MAX_PARSER_FEATURES, parserFeatures } from '@core/extraction/syntax/parser-features'
import { advance, isDone, SHIFT, startState } from '@core/extraction/syntax/parser-state'
import type { Action } from '@core/extraction/syntax/parser-state'
import type { SentenceView } from '@core/extraction/syntax/sentence-view'
import { moveCosts, type GoldTree } from './oracle'
import { makeTrainingWeights, type TrainingWeights } from './training-weights'

export interface ParserExample {
  readonly view: SentenceView
  readonly gold: GoldTree
}

/**
 * Averaged perceptron with a dynamic oracle and exploration (Goldberg & Nivre 2013): the parser follows its own mistakes in training and
 * learns what is best after them.
 */
export function fitParser(
  nextEpoch: () => Iterable<ParserExample>,
  actions: readonly Action[],
  options: {
    epochs: number
    minUpdates: number
    random: () => number
    slots: number
    onEpoch?: (epoch: number, weights: TrainingWeights) => void
  },
): TrainingWeights {
  const weights = makeTrainingWeights(actions.length, options.minUpdates, options.slots)
  const scores = new Float64Array(actions.length)
  const features = new Int32Array(MAX_PARSER_FEATURES)
  const moves = Uint8Array.from(actions, (action) => action.move)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let wrong = 0
    let total = 0
    for (const { view, gold } of nextEpoch()) {
      const state = startState(view.length)
      while (!isDone(state)) {
        const count = parserFeatures(view, state, features)
        scores.fill(0)
        weights.score(features, count, scores)
        const guess = bestAllowed(state, scores, moves)
        const costs = moveCosts(state, gold)
        const least = Math.min(...costs)
        const top = state.stack[state.depth - 1] ?? -1
        let best = -1
        for (let a = 0; a < actions.length; a++) {
          const action = actions[a]
          if (action === undefined || costs[action.move] !== least) continue
          if (
            action.move !== SHIFT &&
            reaches(state, gold, top, action) &&
            action.label !== gold.labels[top]
          )
            continue
          if (best < 0 || (scores[a] ?? 0) > (scores[best] ?? 0)) best = a
        }
        if (best < 0) best = guess
        weights.tick()
        total++
        const isRight = guess === best || (scores[guess] === scores[best] && guess === best)
        if (!isRight) {
          wrong++
          weights.reward(features, count, best, guess)
        }
        const follow = isRight || (epoch >= 1 && options.random() < 0.9) ? guess : best
        const action = actions[follow]
        if (action === undefined) throw new Error('no action')
        advance(state, action.move, action.label)
      }
    }
    console.log(`parser epoch ${epoch + 1}: ${((100 * wrong) / total).toFixed(2)} % wrong`)
    options.onEpoch?.(epoch + 1, weights)
  }
  return weights
}

/** Whether this arc is the word's gold arc; only then does its label matter. */
function reaches(
  state: { readonly front: number; readonly depth: number; readonly stack: Int32Array },
  gold: GoldTree,
  top: number,
  action: Action,
): boolean {
  const head = action.move === 1 ? state.front : (state.stack[state.depth - 2] ?? -1)
  return gold.heads[top] === head
}
