import type { ReadReportPart } from '@core/case/fold-case'
import type { Decision } from '@core/model/decision'
import type { EntityKind, ReadEntity } from '@core/model/entity'
import { decisionId, entityId, linkId, reportId } from '@core/model/ids'
import type { Evidence, Link, Predicate } from '@core/model/link'
import { outcomes } from '@core/model/link'
import { seededRandom } from '@core/graph/seeded-random'

const linksPerReport = 20
const pools: readonly (readonly [EntityKind, number, Predicate])[] = [
  ['country', 200, 'targets'],
  ['sector', 50, 'targets'],
  ['organization', 6000, 'targets'],
  ['malware', 1500, 'uses'],
  ['technique', 400, 'uses'],
]

/** Reports of twenty links each over 600 actors and what they attack and use; the same seed gives the same case. */
export function aLargeCase(reports: number): {
  readonly parts: readonly ReadReportPart[]
  readonly log: readonly Decision[]
} {
  const random = seededRandom(7)
  const below = (count: number) => Math.floor(random() * count)
  const parts = Array.from({ length: reports }, (_, seed) => aLargeReport(seed, below))
  return { parts, log: importsOf(parts) }
}

export function importsOf(parts: readonly ReadReportPart[], first = 1): readonly Decision[] {
  return parts.map(({ report }, place) => ({
    id: decisionId(`import-${first + place}`),
    author: 'AB',
    at: '2024-07-02T10:00:00.000Z',
    sequence: first + place,
    action: { type: 'import-reports', reports: [report.id] },
  }))
}

export function aLargeReport(seed: number, below: (count: number) => number): ReadReportPart {
  const id = reportId(seed.toString(16).padStart(64, '0'))
  const seen = new Map<string, ReadEntity>()
  const named = (kind: EntityKind, number: number): ReadEntity => {
    const key = `${kind}-${number}`
    const known = seen.get(key)
    if (known) return known
    const name = `${kind} number ${number}`
    const mentions = Array.from({ length: 1 + below(3) }, () => {
      const start = below(20_000)
      return { start, end: start + name.length, surface: name, rule: 'known-name' }
    })
    const entity = { id: entityId(kind, key), kind, name, aliases: [`${name} alias`], mentions }
    seen.set(key, entity)
    return entity
  }
  const speaker = entityId('vendor', `vendor-${below(60)}`)
  const actors = [named('actor', below(600)), named('actor', below(600))]
  const links = new Map<string, Link>()
  while (links.size < linksPerReport) {
    const [kind, size, predicate] = pools[below(pools.length)] ?? pools[0]!
    const source = actors[below(2)] ?? actors[0]!
    const target = named(kind, below(size))
    const outcome = predicate === 'targets' ? outcomes[below(3)] : undefined
    const start = below(20_000)
    const evidence: Evidence = {
      start,
      end: start + 180,
      rule: 'frame/attack-verb',
      sourceSpan: { start, end: start + 15 },
      targetSpan: { start: start + 60, end: start + 80 },
      cues: [{ start: start + 20, end: start + 28 }],
      hedged: below(5) === 0,
      polarity: 'asserted',
      confidence: 0.3 + below(60) / 100,
      ...(below(3) === 0 ? { saidBy: speaker } : {}),
      ...(outcome ? { outcome } : {}),
    }
    const link = linkId(source.id, predicate, target.id, 'asserted')
    links.set(link, {
      id: link,
      source: source.id,
      predicate,
      target: target.id,
      polarity: 'asserted',
      hedged: evidence.hedged,
      confidence: evidence.confidence,
      features: ['verb', 'slot', 'distance', 'list', 'zone', 'rivals'].map((name) => ({
        name,
        value: below(100) / 100,
        weight: below(100) / 50,
      })),
      evidence: [evidence],
      ...(outcome ? { outcome } : {}),
      ...(below(3) === 0 ? { period: { from: '2023-05', to: '2024' } } : {}),
    })
  }
  const day = String(1 + below(28)).padStart(2, '0')
  return {
    report: {
      id,
      title: `Report ${seed}`,
      publisher: `Publisher ${below(80)}`,
      published: `20${10 + below(14)}-0${1 + below(9)}-${day}`,
      language: 'en',
      fileName: `report-${seed}.pdf`,
      format: 'pdf',
      byteLength: 500_000,
      pageCount: 10,
      importedAt: '2024-07-01T10:00:00.000Z',
      reliability: 'F',
    },
    reading: {
      reportId: id,
      reader: '1',
      knowledge: '1',
      zones: [],
      entities: [...seen.values()],
      links: [...links.values()],
    },
  }
}
