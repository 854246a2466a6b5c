import type { Decision, DecisionAction } from '../model/decision'
import type { DecisionId } from '../model/ids'
import { decisionId } from '../model/ids'
import { decisionState, isForEver } from './decisions'
import { clockOf, inLogOrder, stepOf } from './log-order'

/** What undo takes back at once, as a line of the history. */
export interface HistoryStep {
  readonly key: string
  /** At least one, oldest first. */
  readonly decisions: readonly Decision[]
  readonly standing: 'in-force' | 'taken-back' | 'contested'
}

/** The whole history, oldest first; undo and redo show in what is in force, not as steps of their own. */
export function historySteps(log: readonly Decision[]): readonly HistoryStep[] {
  const { effective, conflicts } = decisionState(log)
  const inForce = new Set(effective.map(({ id }) => id))
  const contested = new Set(conflicts.flatMap(({ suspended }) => suspended))
  const steps = new Map<string, Decision[]>()
  for (const decision of inLogOrder(log)) {
    const { type } = decision.action
    if (type === 'undo' || type === 'redo') continue
    const key = stepOf(decision)
    const members = steps.get(key)
    if (members) members.push(decision)
    else steps.set(key, [decision])
  }
  return [...steps].map(([key, decisions]) => ({
    key,
    decisions,
    standing: decisions.some(({ id }) => contested.has(id))
      ? 'contested'
      : decisions.some(({ id }) => inForce.has(id))
        ? 'in-force'
        : 'taken-back',
  }))
}

/**
 * The decision that goes to how things stood right after `to`: what was decided since is hidden, what was undone since comes
 * back. It is a step like any other, so that undo leads forward again. `undefined`: the case stands there already.
 */
export function jumpTo(
  log: readonly Decision[],
  to: DecisionId,
  name: string,
): DecisionAction | undefined {
  const ordered = inLogOrder(log)
  const place = ordered.findIndex(({ id }) => id === to)
  if (place < 0) return undefined
  const then = idsInForce(ordered.slice(0, place + 1))
  const hides = new Set<DecisionId>()
  const shows = new Set<DecisionId>()
  // Taking a jump back can release what that jump had hidden: look again until all is as it was then.
  for (let isSame = false; !isSame;) {
    const jump: DecisionAction = { type: 'jump', name, hides: [...hides], shows: [...shows] }
    const now = idsInForce([...ordered, trial(ordered, jump)])
    now.delete(trialId)
    const [more, less] = [
      [...now].filter((id) => !then.has(id)),
      [...then].filter((id) => !now.has(id)),
    ]
    for (const id of more) hides.add(id)
    for (const id of less) shows.add(id)
    isSame = more.length + less.length === 0
  }
  return hides.size + shows.size > 0
    ? { type: 'jump', name, hides: [...hides], shows: [...shows] }
    : undefined
}

const trialId = decisionId('trial')

function trial(ordered: readonly Decision[], action: DecisionAction): Decision {
  const clock = Math.max(0, ...ordered.slice(-1).map(clockOf)) + 1
  const after = ordered.slice(-1).map(({ id }) => id)
  return { id: trialId, author: '', at: '', sequence: clock, clock, after, action }
}

function idsInForce(log: readonly Decision[]): Set<DecisionId> {
  const { effective } = decisionState(log)
  return new Set(effective.filter((one) => !isForEver(one)).map(({ id }) => id))
}
