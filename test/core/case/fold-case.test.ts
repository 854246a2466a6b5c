import { caseView, createCaseFold } from '@core/case/fold-case'
import fc from 'fast-check'
import type { ReadEntity } from '@core/model/entity'
import { describe, expect, it } from 'vitest'
import { arbitraryLog, arbitraryParts, reportSeeds } from '../../support/arbitrary-case'
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
  plain,
  rejecting,
} from '../../support/case-builders'

const heron = anEntity('actor', 'Quiet Heron')
const taiwan = anEntity('country', 'Taiwan')
const attack = aLink(heron.id, taiwan.id)

function viewOf(parts: readonly ReturnType<typeof aPart>[], log = aLog(importing(...reportSeeds))) {
  return caseView(
    parts.map(({ reading }) => reading),
    parts.map(({ report }) => report),
    log,
  )
}

function attackIn(view: ReturnType<typeof viewOf>) {
  const link = view.links.get(attack.id)
  if (!link) throw new Error('The link is not in the case')
  return link
}

describe('caseView', () => {
  it('merges what several reports say of one link', () => {
    const targeted = aLink(heron.id, taiwan.id, {
      outcome: 'targeted',
      evidence: [anEvidence({ outcome: 'targeted', start: 5, end: 20 })],
    })
    const compromised = aLink(heron.id, taiwan.id, {
      outcome: 'compromised',
      hedged: true,
      evidence: [anEvidence({ outcome: 'compromised', hedged: true })],
    })
    const link = attackIn(
      viewOf([
        aPart(aReport(1), [heron, taiwan], [targeted]),
        aPart(aReport(2), [heron, taiwan], [compromised]),
      ]),
    )
    expect(link.outcome).toBe('compromised')
    expect(link.hedged).toBe(true)
    expect(link.documents).toEqual([aReportId(1), aReportId(2)])
    expect(link.evidence).toHaveLength(2)
  })

  it('is not hedged once one report states the strongest outcome plainly', () => {
    const say = (hedged: boolean) =>
      aLink(heron.id, taiwan.id, {
        hedged,
        evidence: [anEvidence({ outcome: 'compromised', hedged })],
      })
    const link = attackIn(
      viewOf([aPart(aReport(1), [], [say(true)]), aPart(aReport(2), [], [say(false)])]),
    )
    expect(link.hedged).toBe(false)
  })

  it('counts documents and origins apart: articles that restate one vendor are one origin', () => {
    const vendor = anEntity('vendor', 'Northwind')
    const restated = aLink(heron.id, taiwan.id, { evidence: [anEvidence({ saidBy: vendor.id })] })
    const link = attackIn(
      viewOf([
        aPart(aReport(1, { publisher: 'Daily Post' }), [], [restated]),
        aPart(aReport(2, { publisher: 'Evening Wire' }), [], [restated]),
        aPart(aReport(3, { publisher: 'Northwind Threat Intelligence' }), [], [attack]),
      ]),
    )
    expect(link.documents).toHaveLength(3)
    expect(link.origins).toEqual(['vendor:northwind'])
    expect(link.confidence).toBeCloseTo(0.6)
  })

  it('takes a description for the name only of an actor that has none', () => {
    const described = { start: 0, end: 15, surface: 'Chinese hackers', rule: 'unnamed/origin' }
    const namesOf = (change: Partial<ReadEntity>) => {
      const actor = anEntity('actor', 'Heron', change)
      return viewOf([
        aPart(aReport(1), [{ ...actor, mentions: [...actor.mentions, described] }], []),
      ])
        .entities.get(actor.id)
        ?.names.map(({ name }) => name)
    }
    expect(namesOf({})).toEqual(['Heron'])
    expect(namesOf({ unnamed: true })).toContain('Chinese hackers')
  })

  it('counts an article’s own sentences as the word of the vendor that it restates', () => {
    const vendor = anEntity('vendor', 'Northwind')
    const credit = aLink(heron.id, vendor.id, { predicate: 'reported-by' })
    const link = attackIn(
      viewOf([
        aPart(aReport(1, { publisher: 'Daily Post' }), [], [attack, credit]),
        aPart(aReport(2, { publisher: 'Evening Wire' }), [], [attack, credit]),
      ]),
    )
    expect(link.origins).toEqual(['vendor:northwind'])
  })

  it('is surer with a second independent origin', () => {
    const link = attackIn(
      viewOf([
        aPart(aReport(1, { publisher: 'Daily Post' }), [], [attack]),
        aPart(aReport(2, { publisher: 'Evening Wire' }), [], [attack]),
      ]),
    )
    expect(link.origins).toHaveLength(2)
    expect(link.confidence).toBeCloseTo(1 - 0.4 * 0.4)
  })

  it('joins the periods of all reports, a bare year reaching to its end', () => {
    const during = (from: string, to: string) =>
      aLink(heron.id, taiwan.id, { period: { from, to } })
    const link = attackIn(
      viewOf([
        aPart(aReport(1), [], [during('2023-05', '2023-08')]),
        aPart(aReport(2), [], [during('2022-11', '2023')]),
      ]),
    )
    expect(link.period).toEqual({ from: '2022-11', to: '2023' })
  })

  it('keeps every name under which a thing was read, the most used first', () => {
    const worn = (name: string, rule = 'known-name') => ({
      ...heron,
      mentions: [{ start: 0, end: name.length, surface: name, rule }],
    })
    const view = viewOf([
      aPart(aReport(1), [worn('QuietHeron')], []),
      aPart(aReport(2), [worn('Quiet Heron')], []),
      aPart(aReport(3), [worn('Quiet Heron')], []),
      aPart(aReport(4), [worn('the group', 'reference/definite')], []),
    ])
    expect(view.entities.get(heron.id)?.names).toEqual([
      { name: 'Quiet Heron', reports: [aReportId(2), aReportId(3)] },
      { name: 'QuietHeron', reports: [aReportId(1)] },
    ])
  })

  it('follows accept, reject, undo and redo', () => {
    const parts = [aPart(aReport(1), [heron, taiwan], [attack])]
    const log = aLog(
      importing(1),
      accepting(attack.id),
      rejecting(attack.id),
      { type: 'undo', decision: aDecision(3, importing()).id },
      { type: 'undo', decision: aDecision(2, importing()).id },
      { type: 'redo', decision: aDecision(2, importing()).id },
    )
    const reviews = log.map((_, place) => attackIn(viewOf(parts, log.slice(0, place + 1))).review)
    expect(reviews).toEqual([
      'unreviewed',
      'accepted',
      'rejected',
      'accepted',
      'unreviewed',
      'accepted',
    ])
    expect(attackIn(viewOf(parts, log)).decidedBy).toEqual({ author: 'AB', decision: 'd2' })
  })

  it('counts reports, links, those to review and those rejected', () => {
    const laos = anEntity('country', 'Laos')
    const other = aLink(heron.id, laos.id)
    const view = viewOf(
      [aPart(aReport(1), [heron, taiwan, laos], [attack, other])],
      aLog(importing(1), rejecting(attack.id)),
    )
    expect(view.counts).toEqual({ reports: 1, links: 1, unreviewed: 1, rejected: 1 })
  })

  it('drops all of a report that was removed, and nothing of the others', () => {
    const laos = anEntity('country', 'Laos')
    const view = viewOf(
      [
        aPart(aReport(1), [heron, taiwan], [attack]),
        aPart(aReport(2), [heron, laos], [aLink(heron.id, laos.id)]),
      ],
      aLog(importing(1), importing(2), { type: 'remove-report', report: aReportId(1) }),
    )
    expect([...view.reports.keys()]).toEqual([aReportId(2)])
    expect([...view.entities.keys()]).toEqual([heron.id, laos.id])
    expect(view.linksOf.get(taiwan.id)).toBeUndefined()
  })

  it('gives the same view whatever the order of import', () => {
    fc.assert(
      fc.property(
        arbitraryParts,
        fc.shuffledSubarray([...reportSeeds], { minLength: reportSeeds.length }),
        (parts, order) => {
          const shuffled = order.flatMap((seed) => parts[seed - 1] ?? [])
          const straight = viewOf(parts, aLog(...reportSeeds.map((seed) => importing(seed))))
          const otherwise = viewOf(shuffled, aLog(...order.map((seed) => importing(seed))))
          expect(plain(otherwise)).toEqual(plain(straight))
        },
      ),
    )
  })

  it('never lowers a confidence when a report is added', () => {
    fc.assert(
      fc.property(arbitraryParts, (parts) => {
        const fewer = viewOf(parts.slice(1))
        const more = viewOf(parts)
        for (const [id, link] of fewer.links) {
          const confidence = more.links.get(id)?.confidence ?? 0
          expect(confidence).toBeGreaterThanOrEqual(link.confidence - 1e-12)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('createCaseFold', () => {
  it('gives after every step what folding everything anew gives', () => {
    fc.assert(
      fc.property(arbitraryParts, arbitraryLog, (parts, log) => {
        const fold = createCaseFold()
        log.forEach((_, place) => {
          const grown = log.slice(0, place + 1)
          const arriving = parts.slice(place, place + 1)
          const view = fold.update({ parts: arriving, log: grown })
          const whole = viewOf(parts.slice(0, place + 1), grown)
          expect(plain(view)).toEqual(plain(whole))
        })
      }),
    )
  })

  it('takes a better reading of a report it knows', () => {
    const fold = createCaseFold()
    fold.update({ parts: [aPart(aReport(1), [heron, taiwan], [attack])], log: aLog(importing(1)) })
    const view = fold.update({ parts: [aPart(aReport(1), [heron], [])] })
    expect(view.links.size).toBe(0)
    expect([...view.entities.keys()]).toEqual([heron.id])
  })

  it('leaves the views it has given as they were', () => {
    const fold = createCaseFold()
    const before = fold.update({
      parts: [aPart(aReport(1), [heron, taiwan], [attack])],
      log: aLog(importing(1)),
    })
    const kept = structuredClone(plain(before))
    fold.update({
      parts: [aPart(aReport(2), [heron, taiwan], [attack])],
      log: aLog(importing(1), importing(2), rejecting(attack.id)),
    })
    expect(plain(before)).toEqual(kept)
  })
})
