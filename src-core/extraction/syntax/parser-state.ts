/**
 * Arc-hybrid configuration (Kuhlmann, Gómez-Rodríguez & Satta 2011): a stack, a buffer that ends in an artificial root (index n), and
 * the arcs so far. SHIFT moves the buffer's first word to the stack; LEFT attaches the stack's top to the buffer's first word; RIGHT
 * attaches it to the word below. A word leaves the stack with all its dependents found. Every run of 2n moves gives one rooted tree.
 */
export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2
export type Move = typeof SHIFT | typeof LEFT | typeof RIGHT

export interface ParserState {
  readonly length: number
  readonly stack: Int32Array
  depth: number
  front: number
  /** Head of each word; -1: none yet; n: the root. */
  readonly heads: Int16Array
  readonly labels: Int16Array
  /** Outermost and next-to-outermost dependents on both sides, -1: none. */
  readonly left1: Int16Array
  readonly left2: Int16Array
  readonly right1: Int16Array
  readonly right2: Int16Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
  /** Labels of the dependents so far as a bit set (label modulo 32). */
  readonly labelSet: Int32Array
}

export function startState(length: number): ParserState {
  const none = (): Int16Array => new Int16Array(length + 1).fill(-1)
  return {
    length,
    stack: new Int32Array(length + 1),
    depth: 0,
    front: 0,
    heads: none(),
    labels: none(),
    left1: none(),
    left2: none(),
    right1: none(),
    right2: none(),
    leftCount: new Uint8Array(length + 1),
    rightCount: new Uint8Array(length + 1),
    labelSet: new Int32Array(length + 1),
  }
}

export function isDone(state: ParserState): boolean {
  return state.front === state.length && state.depth === 0
}

/** LEFT to the root only for the last word on the stack: exactly one root. */
export function isAllowed(state: ParserState, move: Move): boolean {
  if (move === SHIFT) return state.front < state.length
  if (move === RIGHT) return state.depth >= 2
  return state.front < state.length ? state.depth >= 1 : state.depth === 1
}

export function advance(state: ParserState, move: Move, label: number): void {
  if (move === SHIFT) {
    state.stack[state.depth++] = state.front++
    return
  }
  const dependent = state.stack[--state.depth] ?? 0
  state.labels[dependent] = label
  if (move === LEFT) {
    const head = state.front
    state.heads[dependent] = head
    state.left2[head] = state.left1[head] ?? -1
    state.left1[head] = dependent
    state.leftCount[head] = Math.min(250, (state.leftCount[head] ?? 0) + 1)
    addLabel(state, head, label)
    return
  }
  const head = state.stack[state.depth - 1] ?? 0
  state.heads[dependent] = head
  state.right2[head] = state.right1[head] ?? -1
  state.right1[head] = dependent
  state.rightCount[head] = Math.min(250, (state.rightCount[head] ?? 0) + 1)
  addLabel(state, head, label)
}

function addLabel(state: ParserState, head: number, label: number): void {
  state.labelSet[head] = (state.labelSet[head] ?? 0) | (1 << (label & 31))
}
