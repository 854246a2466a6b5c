import { isAllowed, LEFT, RIGHT, SHIFT } from '@core/extraction/syntax/parser-state'
import type { Move, ParserState } from '@core/extraction/syntax/parser-state'

/** A gold tree in the parser's terms: heads with n for the root, label ids, and each word's dependents in order. */
export interface GoldTree {
  readonly heads: Int16Array
  readonly labels: Int16Array
  readonly dependents: readonly (readonly number[])[]
}

export function makeGold(heads: readonly number[], labels: readonly number[]): GoldTree {
  const n = heads.length
  const dependents: number[][] = Array.from({ length: n + 1 }, () => [])
  const resolved = Int16Array.from(heads, (head) => (head < 0 ? n : head))
  resolved.forEach((head, i) => dependents[head]?.push(i))
  return { heads: resolved, labels: Int16Array.from(labels), dependents }
}

/** How many gold arcs each move makes unreachable (Goldberg & Nivre 2013, arc-hybrid); Infinity: not allowed. */
export function moveCosts(state: ParserState, gold: GoldTree): [number, number, number] {
  const front = state.front
  const top = state.stack[state.depth - 1] ?? -1
  const below = state.depth >= 2 ? (state.stack[state.depth - 2] ?? -1) : -1
  const cost = (move: Move): number => {
    if (!isAllowed(state, move)) return Infinity
    if (move === SHIFT) return shiftCost(state, gold, front)
    const head = gold.heads[top] ?? -1
    const lost = (gold.dependents[top] ?? []).filter((d) => d >= front).length
    if (move === LEFT) return lost + (head === below || head > front ? 1 : 0)
    return lost + (head >= front ? 1 : 0)
  }
  return [cost(SHIFT), cost(LEFT), cost(RIGHT)]
}

/** The buffer's first word loses heads deep in the stack and all dependents there. */
function shiftCost(state: ParserState, gold: GoldTree, front: number): number {
  let cost = 0
  for (let i = 0; i < state.depth; i++) {
    const word = state.stack[i] ?? -1
    if (gold.heads[word] === front) cost++
    if (i < state.depth - 1 && gold.heads[front] === word) cost++
  }
  return cost
}
