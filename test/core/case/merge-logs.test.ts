import { decisionState } from '@core/case/decisions'
import { caseView } from '@core/case/fold-case'
import { mergeLogs } from '@core/case/merge-logs'
import { clockOf, headsOf } from '@core/case/log-order'
import type { Decision, DecisionAction } from '@core/model/decision'
import { decisionId } from '@core/model/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLog } from '../../support/arbitrary-case'
import {
  accepting,
  aLink,
  anEntity,
  aPart,
  aReport,
  aReportId,
  importing,
  rejecting,
} from '../../support/case-builders'

const heron = anEntity('actor', 'Quiet Heron')
const laos = anEntity('country', 'Laos')
const attack = aLink(heron.id, laos.id).id
const part = aPart(aReport(1), [heron, laos], [aLink(heron.id, laos.id)])

/** Goes on with a log as the store does it. */
function then(log: readonly Decision[], author: string, ...actions: readonly DecisionAction[]) {
  return actions.reduce<readonly Decision[]>((grown, action) => {
    const last = grown.at(-1)
    const next: Decision = {
      id: decisionId(`${author}${grown.length + 1}`),
      author,
      at: '2024-07-02T10:00:00.000Z',
      sequence: (last?.sequence ?? 0) + 1,
      clock: last ? clockOf(last) + 1 : 1,
      after: headsOf(grown),
      action,
    }
    return [...grown, next]
  }, log)
}

function reviewIn(log: readonly Decision[]) {
  return caseView([part.reading], [part.report], log).links.get(attack)?.review
}

const common = then([], 'AB', importing(1))

describe('mergeLogs', () => {
  it('takes what only the other has, once', () => {
    const mine = then(common, 'AB', accepting(attack))
    const theirs = then(common, 'CD', { type: 'note', about: { type: 'case' }, text: 'seen' })
    const merged = mergeLogs(mine, theirs)
    expect(merged.added.map(({ author }) => author)).toEqual(['CD'])
    expect(merged.log).toHaveLength(3)
    expect(mergeLogs(merged.log, theirs)).toEqual({ ...merged, added: [] })
    expect(merged.log.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  })

  it('decides nothing where two analysts contradict, and names both', () => {
    const merged = mergeLogs(
      then(common, 'AB', accepting(attack)),
      then(common, 'CD', rejecting(attack)),
    )
    expect(reviewIn(merged.log)).toBe('unreviewed')
    const [conflict, ...more] = decisionState(merged.log).conflicts
    expect(more).toEqual([])
    expect(conflict?.decisions.map(({ author }) => author)).toEqual(['AB', 'CD'])
  })

  it('settles a contradiction by a decision that knew of both', () => {
    const merged = mergeLogs(
      then(common, 'AB', accepting(attack)),
      then(common, 'CD', rejecting(attack)),
    )
    const settled = then(merged.log, 'EF', rejecting(attack))
    expect(settled.at(-1)?.after).toHaveLength(2)
    expect(decisionState(settled).conflicts).toEqual([])
    expect(reviewIn(settled)).toBe('rejected')
  })

  it('keeps in force what stood before both spoke', () => {
    const before = then(common, 'AB', rejecting(attack))
    const mine = then(before, 'AB', accepting(attack))
    const theirs = then(before, 'CD', { type: 'note', about: { type: 'case' }, text: 'seen' })
    const back = then(theirs, 'CD', rejecting(attack))
    expect(reviewIn(mergeLogs(mine, back).log)).toBe('rejected')
  })

  it('sees no contradiction in a change of mind, or where both say the same', () => {
    const mine = then(common, 'AB', accepting(attack), rejecting(attack))
    const same = then(common, 'CD', rejecting(attack))
    expect(decisionState(mergeLogs(mine, same).log).conflicts).toEqual([])
    expect(reviewIn(mergeLogs(mine, same).log)).toBe('rejected')
  })

  it('purges in both what one has purged, with the words that quote it', () => {
    const quoted: DecisionAction = {
      type: 'note',
      about: { type: 'report', id: aReportId(1) },
      text: 'SECRET',
    }
    const merged = mergeLogs(
      then(common, 'AB', quoted),
      then(common, 'CD', { type: 'purge-report', report: aReportId(1) }),
    )
    expect(JSON.stringify(merged.log)).not.toContain('SECRET')
    expect(caseView([part.reading], [part.report], merged.log).reports.size).toBe(0)
  })

  const arbitraryBranches = fc
    .tuple(arbitraryLog, arbitraryLog, arbitraryLog, arbitraryLog)
    .map(([base, ...branches]) => {
      const shared = then([], 'AB', ...base.map(({ action }) => action))
      return branches.map((branch, place) =>
        then(shared, ['BC', 'CD', 'DE'][place] ?? 'EF', ...branch.map(({ action }) => action)),
      )
    })

  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(arbitraryBranches, ([a, b, c]) => {
        const [one, two, three] = [a ?? [], b ?? [], c ?? []]
        const join = (x: readonly Decision[], y: readonly Decision[]) => mergeLogs(x, y).log
        expect(join(one, two)).toEqual(join(two, one))
        expect(join(join(one, two), three)).toEqual(join(one, join(two, three)))
        expect(join(join(one, two), two)).toEqual(join(one, two))
      }),
      { numRuns: 60 },
    )
  })

  it('leaves no subject on which two unknowing analysts differ decided', () => {
    fc.assert(
      fc.property(arbitraryBranches, ([a, b]) => {
        const state = decisionState(mergeLogs(a ?? [], b ?? []).log)
        const inForce = new Set(state.effective.map(({ id }) => id))
        for (const { suspended } of state.conflicts)
          for (const id of suspended) expect(inForce.has(id)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})
