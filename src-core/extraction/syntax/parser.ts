import { parserFeatures, MAX_PARSER_FEATURES } from './parser-features'
import { advance, isAllowed, isDone, LEFT, RIGHT, SHIFT, startState, toMove } from './parser-state'
import type { Action, ParserState } from './parser-state'
import type { SentenceView } from './sentence-view'
import type { Scorer } from './weights'

export interface Parser {
  /** Greedy, linear: 2n moves. The state holds the tree; the root's head is n. */
  parse(view: SentenceView): ParserState
}

export function makeParser(scorer: Scorer, actions: readonly Action[]): Parser {
  const features = new Int32Array(MAX_PARSER_FEATURES)
  const scores = new Float64Array(scorer.classes)
  const moves = Uint8Array.from(actions, (action) => action.move)
  const labels = Int16Array.from(actions, (action) => action.label)
  return {
    parse(view) {
      const state = startState(view.length)
      while (!isDone(state)) {
        const count = parserFeatures(view, state, features)
        scores.fill(0)
        scorer.score(features, count, scores)
        const best = bestAllowed(state, scores, moves)
        advance(state, toMove(moves[best]), labels[best] ?? 0)
      }
      return state
    },
  }
}

/** The highest score among the moves that the state allows; the first of equals. */
export function bestAllowed(state: ParserState, scores: Float64Array, moves: Uint8Array): number {
  const shift = isAllowed(state, SHIFT)
  const left = isAllowed(state, LEFT)
  const right = isAllowed(state, RIGHT)
  let best = -1
  let bestScore = -Infinity
  for (let c = 0; c < moves.length; c++) {
    const score = scores[c] ?? 0
    if (score <= bestScore) continue
    const move = moves[c]
    if (move === SHIFT ? shift : move === LEFT ? left : right) {
      best = c
      bestScore = score
    }
  }
  return best
}
