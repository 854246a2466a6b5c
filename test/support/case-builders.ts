import type { CaseView } from '@core/case/case-view'
import type { ReadReportPart } from '@core/case/fold-case'
import type { Decision, DecisionAction } from '@core/model/decision'
import type { EntityKind, ReadEntity } from '@core/model/entity'
import type { EntityId, LinkId, ReportId } from '@core/model/ids'
import { decisionId, entityId, linkId, reportId } from '@core/model/ids'
import type { Evidence, Link, Predicate } from '@core/model/link'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'

/** A valid id out of a small number: `aReportId(7)`. */
export function aReportId(seed: number): ReportId {
  return reportId(seed.toString(16).padStart(64, '0'))
}

export function aReport(seed: number, change: Partial<Report> = {}): Report {
  return {
    id: aReportId(seed),
    title: `Report ${seed}`,
    language: 'en',
    fileName: `report-${seed}.txt`,
    format: 'text',
    byteLength: 100,
    pageCount: 0,
    importedAt: '2024-07-01T10:00:00.000Z',
    reliability: 'F',
    ...change,
  }
}

export function anEntity(
  kind: EntityKind,
  name: string,
  change: Partial<ReadEntity> = {},
): ReadEntity {
  const key = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return {
    id: entityId(kind, key),
    kind,
    name,
    aliases: [],
    mentions: [{ start: 0, end: name.length, surface: name, rule: 'known-name' }],
    ...change,
  }
}

export function anEvidence(change: Partial<Evidence> = {}): Evidence {
  return {
    start: 0,
    end: 40,
    rule: 'frame/attack-verb',
    cues: [],
    hedged: false,
    polarity: 'asserted',
    confidence: 0.6,
    ...change,
  }
}

export function aLink(
  source: EntityId,
  target: EntityId,
  change: Partial<Omit<Link, 'id' | 'source' | 'target'>> = {},
): Link {
  const predicate: Predicate = change.predicate ?? 'targets'
  const polarity = change.polarity ?? 'asserted'
  return {
    id: linkId(source, predicate, target, polarity),
    source,
    predicate,
    target,
    polarity,
    hedged: false,
    confidence: 0.6,
    features: [],
    evidence: [anEvidence()],
    ...change,
  }
}

export function aReading(
  report: Report,
  entities: readonly ReadEntity[],
  links: readonly Link[],
): Reading {
  return { reportId: report.id, reader: '1', knowledge: '1', zones: [], entities, links }
}

export function aPart(
  report: Report,
  entities: readonly ReadEntity[],
  links: readonly Link[],
): ReadReportPart {
  return { report, reading: aReading(report, entities, links) }
}

export function aDecision(sequence: number, action: DecisionAction, author = 'AB'): Decision {
  return {
    id: decisionId(`d${sequence}`),
    author,
    at: '2024-07-02T10:00:00.000Z',
    sequence,
    action,
  }
}

/** A log out of its actions, in order. */
export function aLog(...actions: readonly DecisionAction[]): readonly Decision[] {
  return actions.map((action, place) => aDecision(place + 1, action))
}

export function importing(...seeds: readonly number[]): DecisionAction {
  return { type: 'import-reports', reports: seeds.map(aReportId) }
}

export function merging(into: EntityId, ...from: readonly EntityId[]): DecisionAction {
  return { type: 'merge-entities', into, from }
}

export function undoing(place: number): DecisionAction {
  return { type: 'undo', decision: decisionId(`d${place}`) }
}

export function accepting(link: LinkId): DecisionAction {
  return { type: 'accept-link', link }
}

export function rejecting(link: LinkId): DecisionAction {
  return { type: 'reject-link', link }
}

/** The view as plain arrays, so that equality sees the order too. */
export function plain(view: CaseView): unknown {
  return {
    reports: [...view.reports],
    entities: [...view.entities],
    links: [...view.links],
    linksOf: [...view.linksOf],
    notes: [...view.notes],
    apart: [...view.apart],
    conflicts: view.conflicts,
    bin: view.bin,
    purged: view.purged,
    counts: view.counts,
  }
}
