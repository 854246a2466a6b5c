import { labelFeatures, MAX_LABEL_FEATURES } from '@core/extraction/syntax/label-features'
import { fillLabels } from '@core/extraction/syntax/label-tree'
import { MAX_PARSER_FEATURES, parserFeatures } from '@core/extraction/syntax/parser-features'
import {
  advance,
  isDone,
  LEFT,
  RIGHT,
  SHIFT,
  startState,
} from '@core/extraction/syntax/parser-state'
import type { Move } from '@core/extraction/syntax/parser-state'
import type { SentenceView } from '@core/extraction/syntax/sentence-view'
import { bestOf } from '@core/extraction/syntax/tagger'
import { bestMove, onlyMove } from '@core/extraction/syntax/walk'
import { moveCosts, type GoldTree } from './oracle'
import { makeTrainingWeights, type TrainingWeights } from './training-weights'

export interface ParserExample {
  readonly forward: SentenceView
  readonly backward: SentenceView
  readonly gold: GoldTree
  /** The gold tree as seen from the sentence's end. */
  readonly goldBackward: GoldTree
}

export interface ParserWeights {
  readonly forward: TrainingWeights
  readonly backward: TrainingWeights
  readonly arcs: TrainingWeights
}

export interface ParserFitting {
  readonly epochs: number
  readonly minMoves: number
  readonly minArcs: number
  readonly labels: number
  readonly random: () => number
  readonly onEpoch: (epoch: number, weights: ParserWeights) => void
}

/** How often training follows its own guess although it is wrong, from the second epoch on. */
const EXPLORE = 0.9
/** Averages start anew after these epochs. */
const RESTARTS: readonly number[] = [1, 4]

/**
 * Averaged perceptrons with a dynamic oracle and exploration (Goldberg & Nivre 2013): a reader follows its own mistakes in training and
 * learns what is best after them. Labels are learned on gold trees whose lower labels are the model's own.
 */
export function fitParser(nextEpoch: () => Iterable<ParserExample>, fitting: ParserFitting): void {
  const weights = {
    forward: makeTrainingWeights(3, fitting.minMoves, 1 << 25),
    backward: makeTrainingWeights(3, fitting.minMoves, 1 << 25),
    arcs: makeTrainingWeights(fitting.labels, fitting.minArcs, 1 << 23),
  }
  for (let epoch = 0; epoch < fitting.epochs; epoch++) {
    const tally = { moves: 0, wrongMoves: 0, labels: 0, wrongLabels: 0 }
    const explore = epoch > 0 ? EXPLORE : 0
    for (const { forward, backward, gold, goldBackward } of nextEpoch()) {
      learnMoves(forward, gold, weights.forward, explore, fitting.random, tally)
      learnMoves(backward, goldBackward, weights.backward, explore, fitting.random, tally)
      learnLabels(forward, gold, weights.arcs, tally)
    }
    const share = (part: number, all: number): string => ((100 * part) / all).toFixed(2)
    console.log(
      `parser epoch ${epoch + 1}: ${share(tally.wrongMoves, tally.moves)} % of moves, ` +
        `${share(tally.wrongLabels, tally.labels)} % of labels wrong`,
    )
    fitting.onEpoch(epoch + 1, weights)
    if (RESTARTS.includes(epoch + 1))
      for (const each of [weights.forward, weights.backward, weights.arcs]) each.restartAverage()
  }
}

interface Tally {
  moves: number
  wrongMoves: number
  labels: number
  wrongLabels: number
}

const moveFeatures = new Int32Array(MAX_PARSER_FEATURES)
const moveScores = new Float64Array(3)

function learnMoves(
  view: SentenceView,
  gold: GoldTree,
  weights: TrainingWeights,
  explore: number,
  random: () => number,
  tally: Tally,
): void {
  const state = startState(view.length)
  while (!isDone(state)) {
    let move = onlyMove(state)
    if (move === undefined) {
      const count = parserFeatures(view, state, moveFeatures)
      moveScores.fill(0)
      weights.score(moveFeatures, count, moveScores)
      const guess = bestMove(state, moveScores)
      const best = leastCost(moveCosts(state, gold), moveScores)
      weights.tick()
      tally.moves++
      if (guess !== best) {
        tally.wrongMoves++
        weights.reward(moveFeatures, count, best, guess)
      }
      move = guess === best || random() < explore ? guess : best
    }
    const dependent = state.stack[state.depth - 1] ?? 0
    advance(state, move, move === SHIFT ? 0 : (view.coarseTag[dependent] ?? 0))
  }
}

function learnLabels(
  view: SentenceView,
  gold: GoldTree,
  weights: TrainingWeights,
  tally: Tally,
): void {
  const features = new Int32Array(MAX_LABEL_FEATURES)
  const scores = new Float64Array(weights.classes)
  fillLabels(view, gold.heads, (state, dependent, head) => {
    const right = gold.labels[dependent] ?? 0
    if (head === view.length) return right
    const count = labelFeatures(view, state, dependent, head, features)
    scores.fill(0)
    weights.score(features, count, scores)
    const guess = bestOf(scores)
    weights.tick()
    tally.labels++
    if (guess !== right) {
      tally.wrongLabels++
      weights.reward(features, count, right, guess)
    }
    return guess
  })
}

/** The best-scored of the moves that lose least. */
function leastCost(costs: readonly [number, number, number], scores: Float64Array): Move {
  const least = Math.min(...costs)
  const moves: readonly Move[] = [SHIFT, LEFT, RIGHT]
  const candidates = moves.filter((move) => costs[move] === least)
  return candidates.reduce((a, b) => ((scores[b] ?? 0) > (scores[a] ?? 0) ? b : a))
}
