import type { CaseView } from '@core/case/case-view'
import { caseView } from '@core/case/fold-case'
import type { ExportMaterial } from '@core/exchange/export-material'
import { entityKinds } from '@core/model/entity'
import { entityId } from '@core/model/ids'
import { predicates } from '@core/model/link'
import { aCase, kenya, loader, taiwan } from '../brief/a-case'
import {
  aLink,
  anEntity,
  anEvidence,
  aPart,
  aReport,
  aLog,
  importing,
  accepting,
  rejecting,
} from '../../support/case-builders'

const text =
  'Grey Lantern breached ministries in Taiwan. It used LAMPBLACK. Kenya was not attacked, officials said.'

/** One report, small enough to look through: a breach, a tool, a denial. */
export function exampleMaterial(): ExportMaterial {
  const { view, textOf } = aCase([
    {
      name: 'Lantern over the strait',
      text,
      publisher: 'Northwind Labs',
      published: '2024-06-24',
      tlp: 'TLP:AMBER',
      statements: [
        {
          predicate: 'targets',
          target: taiwan,
          sentence: 'Grey Lantern breached ministries in Taiwan.',
          outcome: 'compromised',
          period: { from: '2024-05', to: '2024-05' },
        },
        { predicate: 'uses', target: loader, sentence: 'It used LAMPBLACK.' },
        {
          predicate: 'targets',
          target: kenya,
          sentence: 'Kenya was not attacked, officials said.',
          outcome: 'targeted',
          denied: true,
        },
      ],
    },
  ])
  return {
    view,
    textOf: (id) => textOf(id)?.text,
    at: '2026-11-21T10:00:00Z',
    producer: 'Gnomon test',
  }
}

/** Every kind of entity, every predicate, and links with every field that a link can have. */
export function richCase(): CaseView {
  const things = entityKinds.map((kind) =>
    anEntity(kind, `A ${kind}, “quoted” & <marked>`, { aliases: ['=1+1', 'Other name'] }),
  )
  const byKind = (kind: string) => things.find((thing) => thing.kind === kind)!
  const further = [
    anEntity('product', 'A namesake', { id: entityId('product', 'one') }),
    anEntity('product', 'A namesake', { id: entityId('product', 'two') }),
    anEntity('indicator', 'evil.example', { subtype: 'domain' }),
    anEntity('indicator', `http://evil.example/'a\\b'`, { subtype: 'url' }),
    anEntity('indicator', 'd41d8cd98f00b204e9800998ecf8427e', { subtype: 'md5' }),
    anEntity('indicator', '10.0.0.0/8', { subtype: 'cidr' }),
    anEntity('place', 'Taipei', { id: entityId('place', 'TW/Taipei') }),
    anEntity('vulnerability', 'CVE-2024-3400', { ref: 'CVE-2024-3400' }),
    anEntity('technique', 'Phishing', { ref: 'T1566.001' }),
    anEntity('actor', 'Chinese hackers', { unnamed: true, origin: 'CN' }),
  ]
  const all = [...things, ...further]
  const group = byKind('actor')
  const links = all.flatMap((target, place) => {
    const predicate = predicates[place % predicates.length]!
    return [
      aLink(group.id, target.id, {
        predicate,
        confidence: 1 / 3,
        hedged: place % 2 === 0,
        outcome: 'attempted',
        cell: `cell ${place}`,
        count: { min: 70, max: 80, text: 'more than 70' },
        period: { from: '2023', to: '2024-02-30' },
        evidence: [
          anEvidence({
            sourceSpan: { start: 1, end: 2 },
            targetSpan: { start: 3, end: 4 },
            cues: [{ start: 5, end: 6 }],
            saidBy: byKind('vendor').id,
            outcome: 'attempted',
            period: { from: '2023' },
          }),
        ],
      }),
      aLink(group.id, target.id, { predicate: 'targets', polarity: 'denied' }),
    ]
  })
  const seats = [
    aLink(byKind('organization').id, byKind('country').id, { predicate: 'based-in' }),
    aLink(byKind('campaign').id, group.id, { predicate: 'attributed-to' }),
    aLink(byKind('campaign').id, byKind('malware').id, {
      predicate: 'uses',
      period: { from: '2024', to: '2023-05' },
    }),
  ]
  const report = aReport(1, {
    tlp: 'TLP:AMBER+STRICT',
    publisher: 'cve',
    author: 'A. Nother',
    published: '2024-06-24',
    publishedFrom: 'meta tag',
    sourceUrl: 'https://example.org/a report?x=[1]',
  })
  const unread = aReport(2, { tlp: 'TLP:CLEAR', language: '', title: '' })
  const unique = [...new Map([...links, ...seats].map((link) => [link.id, link])).values()]
  const parts = [aPart(report, all, unique), aPart(unread, [], [])]
  return caseView(
    parts.map(({ reading }) => reading),
    parts.map((part) => part.report),
    aLog(importing(1, 2), accepting(unique[0]!.id), rejecting(unique[2]!.id)),
  )
}
