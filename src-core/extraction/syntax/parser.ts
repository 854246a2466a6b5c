import { labelFeatures, MAX_LABEL_FEATURES } from './label-features'
import type { MoveScorer } from './move-weights'
import { MAX_PARSER_FEATURES, parserFeatures } from './parser-features'
import { advance, isAllowed, isDone, LEFT, RIGHT, SHIFT, startState } from './parser-state'
import type { Move, ParserState } from './parser-state'
import type { SentenceView } from './sentence-view'
import { bestOf } from './tagger'
import type { Scorer } from './weights'

export interface Parser {
  /** Greedy, linear: 2n moves. The state holds the tree; the root's head is n. */
  parse(view: SentenceView): ParserState
}

/** Two linear models: one picks the move, the other, when an arc is drawn, its label. */
export function makeParser(moves: MoveScorer, labels: Scorer, rootLabel: number): Parser {
  const features = new Int32Array(Math.max(MAX_PARSER_FEATURES, MAX_LABEL_FEATURES))
  const moveScores = new Float64Array(3)
  const labelScores = new Float64Array(labels.classes)
  return {
    parse(view) {
      const state = startState(view.length)
      while (!isDone(state)) {
        let move = onlyMove(state)
        if (move === undefined) {
          moves.score(features, parserFeatures(view, state, features), moveScores)
          move = bestMove(state, moveScores)
        }
        advance(state, move, move === SHIFT ? 0 : labelOf(view, state, move))
      }
      return state
    },
  }

  function labelOf(view: SentenceView, state: ParserState, move: Move): number {
    const dependent = state.stack[state.depth - 1] ?? 0
    const head = move === LEFT ? state.front : (state.stack[state.depth - 2] ?? 0)
    if (head === view.length) return rootLabel
    const count = labelFeatures(view, state, dependent, head, features)
    labelScores.fill(0)
    labels.score(features, count, labelScores)
    return bestOf(labelScores)
  }
}

/** The move, where the state leaves no choice. */
export function onlyMove(state: ParserState): Move | undefined {
  if (state.front === state.length) return state.depth >= 2 ? RIGHT : LEFT
  return state.depth === 0 ? SHIFT : undefined
}

/** The highest score among the moves that the state allows; the first of equals. */
export function bestMove(state: ParserState, scores: Float64Array): Move {
  const shift = scores[0] ?? 0
  const left = scores[1] ?? 0
  const right = scores[2] ?? 0
  const best: Move = left > shift ? LEFT : SHIFT
  return isAllowed(state, RIGHT) && right > Math.max(shift, left) ? RIGHT : best
}
