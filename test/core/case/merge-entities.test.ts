import { caseView, createCaseFold } from '@core/case/fold-case'
import type { Decision, DecisionAction } from '@core/model/decision'
import { decisionId, entityId, linkId } from '@core/model/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLog, arbitraryParts } from '../../support/arbitrary-case'
import {
  accepting,
  aDecision,
  aLink,
  aLog,
  anEntity,
  anEvidence,
  aPart,
  aReport,
  aReportId,
  importing,
  merging,
  plain,
  rejecting,
  undoing,
} from '../../support/case-builders'

const heron = anEntity('actor', 'Quiet Heron')
const lotus = anEntity('actor', 'Iron Lotus')
const taiwan = anEntity('country', 'Taiwan')
const laos = anEntity('country', 'Laos')
const byHeron = aLink(heron.id, taiwan.id)
const byLotus = aLink(lotus.id, taiwan.id)
const claim = aLink(heron.id, lotus.id, { predicate: 'alias-of' })
const parts = [
  aPart(aReport(1), [heron, taiwan], [byHeron]),
  aPart(aReport(2), [lotus, heron, taiwan, laos], [byLotus, claim, aLink(lotus.id, laos.id)]),
]

function viewOf(...actions: readonly DecisionAction[]) {
  return viewOfLog(aLog(importing(1, 2), ...actions))
}

function viewOfLog(log: readonly Decision[], of = parts) {
  return caseView(
    of.map(({ reading }) => reading),
    of.map(({ report }) => report),
    log,
  )
}

describe('a merge of entities', () => {
  it('shows the links of both under one, each piece of evidence with the link as it was read', () => {
    const view = viewOf(merging(heron.id, lotus.id))
    expect(view.entities.has(lotus.id)).toBe(false)
    const link = view.links.get(byHeron.id)
    expect(link?.documents).toHaveLength(2)
    expect(link?.readAs).toEqual([byLotus.id, byHeron.id].toSorted())
    expect(link?.evidence.map(({ readAs }) => readAs)).toEqual([undefined, byLotus.id])
    expect(view.linksOf.get(heron.id)).toContain(linkId(heron.id, 'targets', laos.id, 'asserted'))
  })

  it('keeps what each was called, who merged them, and the claims that they are one', () => {
    const { merged, names } = viewOf(merging(heron.id, lotus.id)).entities.get(heron.id)!
    expect(names.map(({ name }) => name)).toEqual(['Quiet Heron', 'Iron Lotus'])
    expect(merged?.members.map(({ name }) => name)).toEqual(['Quiet Heron', 'Iron Lotus'])
    expect(merged?.merges).toMatchObject([{ author: 'AB', into: heron.id, from: [lotus.id] }])
    expect(merged?.claims.map(({ id }) => id)).toEqual([claim.id])
  })

  it('goes over several steps to the one that leads', () => {
    const group = anEntity('actor', 'Group 77')
    const view = viewOf(merging(heron.id, lotus.id), merging(group.id, heron.id))
    expect(view.entities.get(group.id)?.merged?.members.map(({ id }) => id)).toEqual([
      lotus.id,
      heron.id,
    ])
    expect(view.links.has(linkId(group.id, 'targets', taiwan.id, 'asserted'))).toBe(true)
  })

  it('keeps a verdict on the links as read when it is taken back', () => {
    const verdict: DecisionAction = {
      type: 'reject-link',
      link: byHeron.id,
      readAs: [byHeron.id, byLotus.id],
    }
    const log = [merging(heron.id, lotus.id), verdict]
    expect(viewOf(...log).links.get(byHeron.id)?.review).toBe('rejected')
    const apart = viewOf(...log, { type: 'revoke', decisions: [decisionId('d2')] })
    expect(apart.links.get(byLotus.id)?.review).toBe('rejected')
  })

  it('lets the later verdict of two merged links count', () => {
    const view = viewOf(accepting(byLotus.id), rejecting(byHeron.id), merging(heron.id, lotus.id))
    expect(view.links.get(byHeron.id)?.review).toBe('rejected')
  })

  it('is taken back exactly, at any later time, by undo and by revocation', () => {
    fc.assert(
      fc.property(
        arbitraryParts,
        arbitraryLog,
        fc.constantFrom(...pairs),
        fc.constantFrom('undo' as const, 'revoke' as const),
        fc.nat(30),
        (some, log, [from, into], how, at) => {
          const place = Math.min(at, log.length)
          const id = decisionId('the-merge')
          const merge = { ...aDecision(0, merging(into, from)), id }
          const back: DecisionAction =
            how === 'undo' ? { type: 'undo', decision: id } : { type: 'revoke', decisions: [id] }
          const last = { ...aDecision(0, back), id: decisionId('the-way-back') }
          const numbered = (decisions: readonly Decision[]) =>
            decisions.map((decision, index) => ({ ...decision, sequence: index + 1 }))
          const withMerge = numbered([...log.slice(0, place), merge, ...log.slice(place), last])
          expect(plain(viewOfLog(withMerge, [...some]))).toEqual(
            plain(viewOfLog(numbered(log), [...some])),
          )
        },
      ),
    )
  })

  it('comes and goes in the incremental fold as in one from the start', () => {
    const fold = createCaseFold()
    const log = aLog(
      importing(1, 2),
      merging(heron.id, lotus.id),
      undoing(2),
      merging(lotus.id, heron.id),
    )
    fold.update({ parts, log: log.slice(0, 1) })
    log.forEach((_, place) => {
      const grown = log.slice(0, place + 1)
      expect(plain(fold.update({ log: grown }))).toEqual(plain(viewOfLog(grown)))
    })
  })
})

const pairs = [
  [heron.id, lotus.id],
  [lotus.id, heron.id],
] as const

describe('a name that is moved', () => {
  const worn = (name: string, start: number, rule = 'known-name') => ({
    start,
    end: start + name.length,
    surface: name,
    rule,
  })
  const both = {
    ...heron,
    aliases: ['Grey Wader', 'Marsh'],
    mentions: [
      worn('Quiet Heron', 10),
      worn('Grey Wader', 50),
      worn('the group', 70, 'reference/x'),
    ],
  }
  const evidence = (start: number) => anEvidence({ start, sourceSpan: { start, end: start + 5 } })
  const part = aPart(
    aReport(1),
    [both, taiwan],
    [aLink(heron.id, taiwan.id, { evidence: [evidence(10), evidence(50), evidence(70)] })],
  )
  const wader = entityId('actor', 'grey-wader')
  const move: DecisionAction = {
    type: 'move-name',
    entity: heron.id,
    name: 'grey wader',
    to: wader,
    toName: 'Grey Wader',
  }

  it('takes its mentions and the evidence that wears it to the other entity', () => {
    const view = viewOfLog(aLog(importing(1), move), [part])
    expect(view.entities.get(wader)?.names.map(({ name }) => name)).toEqual(['Grey Wader'])
    expect(view.entities.get(heron.id)?.aliases).toEqual(['Marsh'])
    const startsOf = (source: typeof wader) =>
      view.links
        .get(linkId(source, 'targets', taiwan.id, 'asserted'))
        ?.evidence.map(({ start }) => start)
    expect(startsOf(heron.id)).toEqual([10, 70])
    expect(startsOf(wader)).toEqual([50])
  })

  it('takes all, with the pronouns, where no other name is left', () => {
    const moved = viewOfLog(aLog(importing(1), { ...move, name: 'Quiet Heron' }, move), [part])
    expect(moved.entities.has(heron.id)).toBe(false)
    expect(moved.entities.get(wader)?.mentionCount).toBe(3)
  })

  it('stays where it was in reports that were not named', () => {
    const view = viewOfLog(aLog(importing(1), { ...move, reports: [aReportId(2)] }), [part])
    expect(view.entities.has(wader)).toBe(false)
  })
})

describe('what people correct', () => {
  it('shows an edited outcome, says who edited it, and gives it back on undo', () => {
    const edit: DecisionAction = {
      type: 'edit-link',
      link: byHeron.id,
      change: { outcome: 'compromised', hedged: true, period: { from: '2021' } },
    }
    expect(viewOf(edit).links.get(byHeron.id)).toMatchObject({
      outcome: 'compromised',
      hedged: true,
      period: { from: '2021' },
      edited: { author: 'AB', fields: ['outcome', 'hedged', 'period'] },
    })
    expect(plain(viewOf(edit, undoing(2)))).toEqual(plain(viewOf()))
  })

  it('makes another link of one whose victim is corrected, and takes the evidence along', () => {
    const view = viewOf({ type: 'edit-link', link: byHeron.id, change: { target: laos.id } })
    expect(view.links.has(byHeron.id)).toBe(false)
    const link = view.links.get(linkId(heron.id, 'targets', laos.id, 'asserted'))
    expect(link?.evidence).toMatchObject([{ report: aReportId(1), readAs: byHeron.id }])
  })

  it('adds a link that a person drew: on a sentence, accepted, with who drew it', () => {
    const view = viewOf({
      type: 'add-link',
      source: heron.id,
      predicate: 'targets',
      target: laos.id,
      polarity: 'asserted',
      outcome: 'targeted',
      hedged: false,
      report: aReportId(1),
      span: { start: 3, end: 33 },
    })
    const link = view.links.get(linkId(heron.id, 'targets', laos.id, 'asserted'))
    expect(link).toMatchObject({ review: 'accepted', decidedBy: { author: 'AB' } })
    expect(link?.evidence).toMatchObject([{ start: 3, end: 33, rule: 'person/AB' }])
  })

  it('lists removed reports in the bin until they come back', () => {
    const gone: DecisionAction = { type: 'remove-report', report: aReportId(1) }
    expect(viewOf(gone).bin).toEqual([aReportId(1)])
    expect(viewOf(gone, importing(1)).bin).toEqual([])
  })

  it('never takes a purge back', () => {
    const view = viewOf({ type: 'purge-report', report: aReportId(1) }, undoing(2), importing(1))
    expect([...view.reports.keys()]).toEqual([aReportId(2)])
    expect(view.purged).toMatchObject([{ report: aReportId(1), author: 'AB' }])
  })
})
