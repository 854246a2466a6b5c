import { decisionState, linkReviews, presentReports } from '@core/case/decisions'
import type { Decision } from '@core/model/decision'
import { decisionId } from '@core/model/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLog } from '../../support/arbitrary-case'
import { aLink, aLog, anEntity, aReportId, importing, rejecting } from '../../support/case-builders'

const link = aLink(anEntity('actor', 'Quiet Heron').id, anEntity('country', 'Laos').id).id

function step(log: readonly Decision[], type: 'undo' | 'redo'): readonly Decision[] {
  const { undoTarget, redoTarget } = decisionState(log)
  const target = type === 'undo' ? undoTarget : redoTarget
  if (!target) return log
  const sequence = (log.at(-1)?.sequence ?? 0) + 1
  const id = decisionId(`${type}${sequence}`)
  return [...log, { id, author: 'AB', at: '', sequence, action: { type, decision: target.id } }]
}

describe('decisionState', () => {
  it('offers the latest decision in force for undo, and what was undone last for redo', () => {
    const log = step(step(aLog(importing(1), rejecting(link)), 'undo'), 'undo')
    expect(decisionState(log).undoTarget).toBeUndefined()
    expect(decisionState(log).redoTarget?.action).toEqual(importing(1))
    expect(decisionState(step(log, 'redo')).redoTarget?.action).toEqual(rejecting(link))
  })

  it('closes the road of redo with a new decision', () => {
    const undone = step(aLog(importing(1)), 'undo')
    const next = { ...undone[0]!, id: decisionId('new'), sequence: 9 }
    expect(decisionState([...undone, next]).redoTarget).toBeUndefined()
  })

  it('does not depend on the order in which the log is handed over', () => {
    fc.assert(
      fc.property(arbitraryLog, (log) => {
        expect(decisionState(log.toReversed())).toEqual(decisionState(log))
      }),
    )
  })

  it('comes back to the same decisions after undo and redo', () => {
    fc.assert(
      fc.property(arbitraryLog, fc.nat(6), (log, times) => {
        const before = decisionState(log).effective
        let walked = log
        let taken = 0
        for (; taken < times && decisionState(walked).undoTarget; taken += 1)
          walked = step(walked, 'undo')
        for (let back = 0; back < taken; back += 1) walked = step(walked, 'redo')
        expect(decisionState(walked).effective).toEqual(before)
      }),
    )
  })

  it('undoes step by step to an empty case', () => {
    fc.assert(
      fc.property(arbitraryLog, (log) => {
        let walked = log
        while (decisionState(walked).undoTarget) walked = step(walked, 'undo')
        expect(decisionState(walked).effective).toEqual([])
        expect(walked.slice(0, log.length)).toEqual(log)
      }),
    )
  })
})

describe('presentReports', () => {
  it('has a report again that was imported once more after its removal', () => {
    const log = aLog(importing(1, 2), { type: 'remove-report', report: aReportId(1) }, importing(1))
    expect(presentReports(log)).toEqual(new Set([aReportId(1), aReportId(2)]))
  })
})

describe('linkReviews', () => {
  it('lets the last word on a link stand', () => {
    const log = aLog({ type: 'accept-link', link }, rejecting(link))
    expect(linkReviews(log).get(link)?.review).toBe('rejected')
  })
})
