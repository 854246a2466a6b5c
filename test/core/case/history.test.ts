import { openAliases, separation } from '@core/case/aliases'
import { drawnByHand, entityCalled, markedByHand } from '@core/case/by-hand'
import { decisionState } from '@core/case/decisions'
import { caseView } from '@core/case/fold-case'
import { historySteps, jumpTo } from '@core/case/history'
import type { Decision, DecisionAction } from '@core/model/decision'
import { decisionId } from '@core/model/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLog } from '../../support/arbitrary-case'
import {
  accepting,
  aDecision,
  aLink,
  aLog,
  anEntity,
  aPart,
  aReport,
  aReportId,
  importing,
  merging,
  rejecting,
  undoing,
} from '../../support/case-builders'

const heron = anEntity('actor', 'Quiet Heron')
const lotus = anEntity('actor', 'Iron Lotus')
const group = anEntity('actor', 'Group 77')
const laos = anEntity('country', 'Laos')
const attack = aLink(heron.id, laos.id).id

function viewOf(log: readonly Decision[], claims: Parameters<typeof aLink>[] = []) {
  const links = [aLink(heron.id, laos.id), ...claims.map((claim) => aLink(...claim))]
  const part = aPart(aReport(1), [heron, lotus, group, laos], links)
  return caseView([part.reading], [part.report], log)
}

describe('historySteps', () => {
  it('has one line a step, with whether it is in force', () => {
    const [first, second] = aLog(importing(1), importing(2))
    const log = [
      { ...first!, step: 'drop' },
      { ...second!, step: 'drop' },
      ...aLog(importing(), importing(), accepting(attack), undoing(3)).slice(2),
    ]
    expect(
      historySteps(log).map(({ decisions, standing }) => [decisions.length, standing]),
    ).toEqual([
      [2, 'in-force'],
      [1, 'taken-back'],
    ])
  })

  it('undoes a drop as one step', () => {
    const [first, second] = aLog(importing(1), importing(2)).map((one) => ({
      ...one,
      step: 'drop',
    }))
    const undo = aDecision(3, { type: 'undo', decision: second!.id })
    expect(decisionState([first!, second!, undo]).effective).toEqual([])
  })
})

describe('jumpTo', () => {
  it('goes back to a checkpoint, and forward again by undo', () => {
    const log = aLog(
      importing(1),
      accepting(attack),
      undoing(2),
      { type: 'checkpoint', name: 'before' },
      rejecting(attack),
    )
    const jump = jumpTo(log, decisionId('d4'), '“before”')
    expect(jump).toMatchObject({ hides: ['d5'], shows: [] })
    const there = [...log, aDecision(6, jump!)]
    expect(viewOf(there).links.get(attack)?.review).toBe('unreviewed')
    expect(viewOf([...there, aDecision(7, undoing(6))]).links.get(attack)?.review).toBe('rejected')
  })

  it('brings back exactly what was in force then, from any log to any place in it', () => {
    fc.assert(
      fc.property(arbitraryLog, fc.nat(30), (log, place) => {
        const to = log[place % Math.max(1, log.length)]
        if (!to) return
        const then = decisionState(log.slice(0, log.indexOf(to) + 1)).effective
        const jump = jumpTo(log, to.id, 'then')
        if (!jump) return
        const last = { ...aDecision(log.length + 1, jump), id: decisionId('the-jump') }
        const now = decisionState([...log, last]).effective
        expect(now.filter(({ id }) => id !== last.id)).toEqual(then)
      }),
    )
  })
})

describe('openAliases', () => {
  const log = aLog(importing(1))
  const claim = [heron.id, lotus.id, { predicate: 'alias-of' }] as Parameters<typeof aLink>

  it('asks for every pair that a report calls one, until it is merged or kept apart', () => {
    const [open] = openAliases(viewOf(log, [claim]))
    expect(open).toMatchObject({ a: { id: heron.id }, b: { id: lotus.id }, isContested: false })
    const merged = aLog(importing(1), merging(heron.id, lotus.id))
    expect(openAliases(viewOf(merged, [claim]))).toEqual([])
    const apart = aLog(importing(1), { type: 'keep-apart', entities: [lotus.id, heron.id] })
    expect(openAliases(viewOf(apart, [claim]))).toEqual([])
  })

  it('calls a claim contested that is denied, or gives one name to two', () => {
    const denied = [
      heron.id,
      lotus.id,
      { predicate: 'alias-of', polarity: 'denied' },
    ] as Parameters<typeof aLink>
    expect(openAliases(viewOf(log, [claim, denied]))).toMatchObject([{ isContested: true }])
    const second = [group.id, lotus.id, { predicate: 'alias-of' }] as Parameters<typeof aLink>
    expect(openAliases(viewOf(log, [claim, second])).map((one) => one.isContested)).toEqual([
      true,
      true,
    ])
  })
})

describe('separation', () => {
  it('takes one member out and leaves the others merged', () => {
    const log = aLog(importing(1), merging(heron.id, lotus.id, group.id))
    const merged = viewOf(log).entities.get(heron.id)!
    const actions: readonly DecisionAction[] = separation(merged, group.id)
    const after = viewOf([...log, ...actions.map((action, place) => aDecision(3 + place, action))])
    expect(after.entities.has(group.id)).toBe(true)
    expect(after.entities.get(heron.id)?.merged?.members.map(({ id }) => id)).toEqual([
      heron.id,
      lotus.id,
    ])
  })
})

describe('what is added by hand', () => {
  const text = { report: aReportId(1), span: { start: 3, end: 15 }, surface: 'IRON  Lotus' }

  it('takes an entity that the case knows by that name', () => {
    const view = viewOf(aLog(importing(1)))
    expect(markedByHand(view, text, 'actor')).toMatchObject({
      entity: lotus.id,
      name: 'Iron Lotus',
    })
    expect(markedByHand(view, text, 'malware')).toMatchObject({
      entity: 'malware:iron-lotus',
      name: 'IRON Lotus',
    })
    expect(entityCalled(view, 'nobody')).toBeUndefined()
  })

  it('rests on the sentence', () => {
    const view = viewOf(aLog(importing(1)))
    const drawn = drawnByHand(
      text,
      { entity: view.entities.get(lotus.id)!, span: { start: 3, end: 7 } },
      { predicate: 'targets', outcome: 'attempted' },
      { entity: view.entities.get(laos.id)! },
    )
    const after = viewOf(aLog(importing(1), drawn))
    expect(after.links.get(aLink(lotus.id, laos.id).id)).toMatchObject({
      outcome: 'attempted',
      evidence: [{ start: 3, end: 15, sourceSpan: { start: 3, end: 7 }, rule: 'person/AB' }],
    })
  })
})
