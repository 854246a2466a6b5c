import { labelFeatures, MAX_LABEL_FEATURES } from '@core/extraction/syntax/label-features'
import { bestMove, onlyMove } from '@core/extraction/syntax/parser'
import { MAX_PARSER_FEATURES, parserFeatures } from '@core/extraction/syntax/parser-features'
import {
  advance,
  isDone,
  LEFT,
  RIGHT,
  SHIFT,
  startState,
} from '@core/extraction/syntax/parser-state'
import type { Move, ParserState } from '@core/extraction/syntax/parser-state'
import type { SentenceView } from '@core/extraction/syntax/sentence-view'
import { bestOf } from '@core/extraction/syntax/tagger'
import { moveCosts, type GoldTree } from './oracle'
import { makeTrainingWeights, type TrainingWeights } from './training-weights'

export interface ParserExample {
  readonly view: SentenceView
  readonly gold: GoldTree
}

export interface ParserWeights {
  readonly moves: TrainingWeights
  readonly arcs: TrainingWeights
}

export interface ParserFitting {
  readonly epochs: number
  readonly minMoves: number
  readonly minArcs: number
  readonly labels: number
  readonly random: () => number
}

/** How often training follows its own guess although it is wrong, from the second epoch on. */
const EXPLORE = 0.9
/** Averages start anew after these epochs. */
const RESTARTS: readonly number[] = [1, 4]

/**
 * Averaged perceptrons with a dynamic oracle and exploration (Goldberg & Nivre 2013): the parser follows its own mistakes in training and
 * learns what is best after them. Labels are learned on the arcs that it draws rightly.
 */
export function fitParser(
  nextEpoch: () => Iterable<ParserExample>,
  fitting: ParserFitting,
): ParserWeights {
  const weights = {
    moves: makeTrainingWeights(3, fitting.minMoves, 1 << 25),
    arcs: makeTrainingWeights(fitting.labels, fitting.minArcs, 1 << 23),
  }
  const features = new Int32Array(Math.max(MAX_PARSER_FEATURES, MAX_LABEL_FEATURES))
  const scores = new Float64Array(3)
  const labelScores = new Float64Array(fitting.labels)
  for (let epoch = 0; epoch < fitting.epochs; epoch++) {
    let wrong = 0
    let total = 0
    let labelled = 0
    let mislabelled = 0
    for (const { view, gold } of nextEpoch()) {
      const state = startState(view.length)
      while (!isDone(state)) {
        let move = onlyMove(state)
        if (move === undefined) {
          const count = parserFeatures(view, state, features)
          scores.fill(0)
          weights.moves.score(features, count, scores)
          const guess = bestMove(state, scores)
          const best = leastCost(moveCosts(state, gold), scores)
          weights.moves.tick()
          total++
          if (guess !== best) {
            wrong++
            weights.moves.reward(features, count, best, guess)
          }
          move = guess === best || (epoch > 0 && fitting.random() < EXPLORE) ? guess : best
        }
        advance(state, move, move === SHIFT ? 0 : labelArc(view, state, move, gold))
      }
    }
    const share = (part: number, all: number): string => ((100 * part) / all).toFixed(2)
    console.log(
      `parser epoch ${epoch + 1}: ${share(wrong, total)} % of moves, ${share(mislabelled, labelled)} % of labels wrong`,
    )
    if (RESTARTS.includes(epoch + 1))
      for (const each of [weights.moves, weights.arcs]) each.restartAverage()

    function labelArc(view: SentenceView, state: ParserState, move: Move, gold: GoldTree): number {
      const dependent = state.stack[state.depth - 1] ?? 0
      const head = move === LEFT ? state.front : (state.stack[state.depth - 2] ?? 0)
      const count = labelFeatures(view, state, dependent, head, features)
      labelScores.fill(0)
      weights.arcs.score(features, count, labelScores)
      const guess = bestOf(labelScores)
      weights.arcs.tick()
      if (gold.heads[dependent] !== head || head === view.length) return guess
      const right = gold.labels[dependent] ?? 0
      labelled++
      if (guess !== right) {
        mislabelled++
        weights.arcs.reward(features, count, right, guess)
      }
      return guess
    }
  }
  return weights
}

/** The best-scored of the moves that lose least. */
function leastCost(costs: readonly [number, number, number], scores: Float64Array): Move {
  const least = Math.min(...costs)
  const moves: readonly Move[] = [SHIFT, LEFT, RIGHT]
  const candidates = moves.filter((move) => costs[move] === least)
  return candidates.reduce((a, b) => ((scores[b] ?? 0) > (scores[a] ?? 0) ? b : a))
}
