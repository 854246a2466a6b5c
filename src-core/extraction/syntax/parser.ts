import { labelFeatures, MAX_LABEL_FEATURES } from './label-features'
import type { MoveScorer } from './move-weights'
import { MAX_PARSER_FEATURES, parserFeatures } from './parser-features'
import { advance, isAllowed, isDone, LEFT, RIGHT, SHIFT, startState } from './parser-state'
import type { Move, ParserState } from './parser-state'
import type { SentenceView } from './sentence-view'
import { labelKeys, MOST_KEYS, moveKeys, noShortcuts, type Shortcuts } from './shortcuts'
import { bestOf } from './tagger'
import type { Scorer } from './weights'

export interface Parser {
  /** Greedy, linear: 2n moves. The state holds the tree; the root's head is n. */
  parse(view: SentenceView): ParserState
}

/** Two linear models: one picks the move, the other, when an arc is drawn, its label. What a shortcut decides they are not asked. */
export function makeParser(
  moves: MoveScorer,
  labels: Scorer,
  rootLabel: number,
  shortcuts: Shortcuts = noShortcuts,
): Parser {
  const keys = new Int32Array(MOST_KEYS)
  const features = new Int32Array(Math.max(MAX_PARSER_FEATURES, MAX_LABEL_FEATURES))
  const moveScores = new Float64Array(3)
  const labelScores = new Float64Array(labels.classes)
  return {
    parse(view) {
      const state = startState(view.length)
      while (!isDone(state)) {
        const move = onlyMove(state) ?? shortMove(view, state) ?? scoredMove(view, state)
        advance(state, move, move === SHIFT ? 0 : labelOf(view, state, move))
      }
      return state
    },
  }

  function shortMove(view: SentenceView, state: ParserState): Move | undefined {
    const found = shortcuts.find(keys, moveKeys(view, state, keys))
    const move = found === LEFT ? LEFT : found === RIGHT ? RIGHT : SHIFT
    return found >= 0 && isAllowed(state, move) ? move : undefined
  }

  function scoredMove(view: SentenceView, state: ParserState): Move {
    moves.score(features, parserFeatures(view, state, features), moveScores)
    return bestMove(state, moveScores)
  }

  function labelOf(view: SentenceView, state: ParserState, move: Move): number {
    const dependent = state.stack[state.depth - 1] ?? 0
    const head = move === LEFT ? state.front : (state.stack[state.depth - 2] ?? 0)
    if (head === view.length) return rootLabel
    const known = shortcuts.find(keys, labelKeys(view, state, dependent, head, keys))
    if (known >= 0) return known
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
