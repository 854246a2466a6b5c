import { caseView } from '@core/case/fold-case'
import type { CaseView } from '@core/case/case-view'
import { decisionId, entityId, linkId, reportId } from '@core/model/ids'
import type { ReadEntity } from '@core/model/entity'
import type { Evidence, Link, Outcome, Predicate } from '@core/model/link'
import type { EntityId, ReportId } from '@core/model/ids'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'
import type { SourceText } from '@core/model/source-text'

// A small hand-made case for the brief's tests: sentences are found in the text, so that spans are true.

export interface Statement {
  readonly predicate: Predicate
  readonly target: EntityId
  readonly sentence: string
  readonly outcome?: Outcome
  readonly hedged?: boolean
  readonly denied?: boolean
  readonly cell?: string
  readonly count?: Link['count']
  readonly period?: Link['period']
}

export interface ReportSpec {
  readonly name: string
  readonly text: string
  readonly publisher: string
  readonly published?: string
  readonly tlp?: Report['tlp']
  readonly pages?: boolean
  readonly statements: readonly Statement[]
}

export const actor = entityId('actor', 'grey-lantern')
export const taiwan = entityId('country', 'TW')
export const kenya = entityId('country', 'KE')
export const government = entityId('sector', 'government')
export const loader = entityId('malware', 'lampblack')

const entities: readonly ReadEntity[] = [
  {
    id: actor,
    kind: 'actor',
    name: 'Grey Lantern',
    aliases: ['UNC9999'],
    origin: 'CN',
    mentions: [{ start: 0, end: 12, surface: 'Grey Lantern', rule: 'test' }],
  },
  { id: taiwan, kind: 'country', name: 'Taiwan', aliases: [], ref: 'TW', mentions: [] },
  { id: kenya, kind: 'country', name: 'Kenya', aliases: [], ref: 'KE', mentions: [] },
  {
    id: government,
    kind: 'sector',
    name: 'Government',
    aliases: [],
    ref: 'government',
    mentions: [],
  },
  { id: loader, kind: 'malware', name: 'LAMPBLACK', aliases: [], mentions: [] },
]

export interface TestCase {
  readonly view: CaseView
  readonly textOf: (id: ReportId) => SourceText | undefined
}

export function aCase(specs: readonly ReportSpec[], further: readonly ReadEntity[] = []): TestCase {
  const reports = specs.map(aReport)
  const readings = specs.map((spec, i) => aReading(spec, reports[i]!.id, further))
  const texts = new Map(specs.map((spec, i) => [reports[i]!.id, sourceOf(spec)]))
  const view = caseView(readings, reports, [
    {
      id: decisionId('d1'),
      author: 'ab',
      at: '2026-01-02T00:00:00Z',
      sequence: 1,
      action: { type: 'import-reports', reports: reports.map(({ id }) => id) },
    },
  ])
  return { view, textOf: (id) => texts.get(id) }
}

function aReport(spec: ReportSpec, index: number): Report {
  return {
    id: reportId(
      String(index + 1)
        .repeat(64)
        .slice(0, 64),
    ),
    title: spec.name,
    fileName: `${spec.name}.txt`,
    format: 'text',
    language: 'en',
    byteLength: spec.text.length,
    pageCount: 1,
    importedAt: '2026-01-02T00:00:00Z',
    reliability: 'F',
    publisher: spec.publisher,
    ...(spec.published ? { published: spec.published } : {}),
    ...(spec.tlp ? { tlp: spec.tlp } : {}),
  }
}

function sourceOf({ text, pages }: ReportSpec): SourceText {
  const half = Math.floor(text.length / 2)
  return {
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    pages: pages
      ? [
          { number: 1, start: 0, end: half },
          { number: 2, start: half, end: text.length },
        ]
      : [],
  }
}

function aReading(
  { text, statements }: ReportSpec,
  id: ReportId,
  further: readonly ReadEntity[],
): Reading {
  return {
    reportId: id,
    reader: 'test',
    knowledge: 'test',
    zones: [{ kind: 'body', story: 0, rule: 'test', start: 0, end: text.length }],
    entities: [
      ...entities.filter(({ id }) => !further.some((other) => other.id === id)),
      ...further,
    ],
    links: statements.map((statement) => aLink(statement, text)),
  }
}

function aLink(
  {
    predicate,
    target,
    sentence,
    outcome,
    hedged = false,
    denied = false,
    cell,
    count,
    period,
  }: Statement,
  text: string,
): Link {
  const start = text.indexOf(sentence)
  if (start < 0) throw new Error(`No such sentence: ${sentence}`)
  const polarity = denied ? 'denied' : 'asserted'
  const evidence: Evidence = {
    start,
    end: start + sentence.length,
    rule: 'test',
    cues: [],
    hedged,
    polarity,
    confidence: 0.9,
    ...(outcome ? { outcome } : {}),
    ...(period ? { period } : {}),
  }
  return {
    id: linkId(actor, predicate, target, polarity),
    source: actor,
    predicate,
    target,
    polarity,
    hedged,
    confidence: 0.9,
    features: [],
    evidence: [evidence],
    ...(outcome ? { outcome } : {}),
    ...(cell ? { cell } : {}),
    ...(count ? { count } : {}),
    ...(period ? { period } : {}),
  }
}
