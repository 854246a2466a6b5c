import * as z from 'zod/mini'
import type { Result } from '../lib/result'
import { fail, succeed } from '../lib/result'
import type { Decision, DecisionAction } from '../model/decision'
import { credibilities } from '../model/decision'
import { entityKinds } from '../model/entity'
import type { DecisionId, EntityId, LinkId, ReportId } from '../model/ids'
import { outcomes, predicates } from '../model/link'
import type { Reading } from '../model/reading'
import type { Report } from '../model/report'
import { formatIds, reliabilityGrades, tlpMarkings } from '../model/report'
import type { CaseFileLayout, CaseFileSetting, CaseFileText, RowEntry } from './format'

/** A row of a case file, told apart by the list that it stands in. */
export type CaseFileRow =
  | { readonly entry: 'decisions'; readonly value: Decision }
  | { readonly entry: 'reports'; readonly value: Report }
  | { readonly entry: 'readings'; readonly value: Reading }
  | { readonly entry: 'texts'; readonly value: CaseFileText }
  | { readonly entry: 'layouts'; readonly value: CaseFileLayout }
  | { readonly entry: 'settings'; readonly value: CaseFileSetting }

/** The gate for rows of case files; the failure says what is wrong, with its path. */
export function parseRow(entry: RowEntry, value: unknown): Result<CaseFileRow, string> {
  const parsed = rowSchemas[entry].safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail(`${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not what it should be'}`)
  }
  // The schema of its list has seen it. The value itself, not the schema's copy: its fields keep their order, so that a restored
  // case has the checksum of the one that was saved.
  return succeed({ entry, value } as CaseFileRow)
}

const word = z.string().check(z.maxLength(20_000))
const entityId = z.custom<EntityId>(
  (value) => typeof value === 'string' && entityKinds.some((kind) => value.startsWith(`${kind}:`)),
)
const linkId = z.custom<LinkId>(
  (value) => typeof value === 'string' && value.split('|').length >= 3,
)
const reportId = z.custom<ReportId>(
  (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
)
const decisionId = z.custom<DecisionId>(
  (value) => typeof value === 'string' && value.length > 0 && value.length < 200,
)
const offset = z.int().check(z.nonnegative())
const span = z.object({ start: offset, end: offset })
const period = z.object({ from: z.exactOptional(z.string()), to: z.exactOptional(z.string()) })
const outcome = z.enum(outcomes)
const polarity = z.enum(['asserted', 'denied'])
const predicate = z.enum(predicates)
const day = z.string().check(z.maxLength(40))

const metadata = {
  title: word,
  publisher: z.exactOptional(word),
  author: z.exactOptional(word),
  published: z.exactOptional(day),
  publishedFrom: z.exactOptional(word),
  language: z.string(),
  tlp: z.exactOptional(z.enum(tlpMarkings)),
  sourceUrl: z.exactOptional(word),
}

const reportSchema: z.ZodMiniType<Report> = z.object({
  ...metadata,
  id: reportId,
  fileName: word,
  format: z.enum(formatIds),
  byteLength: offset,
  pageCount: offset,
  importedAt: day,
  reliability: z.enum(reliabilityGrades),
})

const readAs = z.exactOptional(z.array(linkId))
const verdict = { link: linkId, readAs }

const actionSchema: z.ZodMiniType<DecisionAction> = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['accept-link', 'reject-link']), ...verdict }),
  z.object({
    type: z.literal('edit-link'),
    ...verdict,
    change: z.object({
      source: z.exactOptional(entityId),
      predicate: z.exactOptional(predicate),
      target: z.exactOptional(entityId),
      polarity: z.exactOptional(polarity),
      outcome: z.exactOptional(outcome),
      hedged: z.exactOptional(z.boolean()),
      period: z.exactOptional(z.nullable(period)),
    }),
  }),
  z.object({ type: z.literal('grade-link'), link: linkId, credibility: z.literal(credibilities) }),
  z.object({ type: z.literal('import-reports'), reports: z.array(reportId) }),
  z.object({ type: z.enum(['remove-report', 'purge-report']), report: reportId }),
  z.object({
    type: z.literal('edit-report'),
    report: reportId,
    change: z.object({
      title: z.exactOptional(word),
      publisher: z.exactOptional(word),
      author: z.exactOptional(word),
      published: z.exactOptional(day),
      language: z.exactOptional(z.string()),
      tlp: z.exactOptional(z.enum(tlpMarkings)),
      sourceUrl: z.exactOptional(word),
    }),
  }),
  z.object({
    type: z.literal('grade-report'),
    report: reportId,
    reliability: z.enum(reliabilityGrades),
  }),
  z.object({ type: z.literal('merge-entities'), into: entityId, from: z.array(entityId) }),
  z.object({ type: z.literal('keep-apart'), entities: z.tuple([entityId, entityId]) }),
  z.object({ type: z.literal('rename-entity'), entity: entityId, name: word }),
  z.object({
    type: z.literal('move-name'),
    entity: entityId,
    name: word,
    to: entityId,
    toName: word,
    reports: z.exactOptional(z.array(reportId)),
  }),
  z.object({
    type: z.literal('add-mention'),
    entity: entityId,
    kind: z.enum(entityKinds),
    name: word,
    report: reportId,
    span,
    surface: word,
  }),
  z.object({
    type: z.literal('add-link'),
    source: entityId,
    predicate,
    target: entityId,
    polarity,
    outcome: z.exactOptional(outcome),
    hedged: z.boolean(),
    period: z.exactOptional(period),
    report: reportId,
    span,
    sourceSpan: z.exactOptional(span),
    targetSpan: z.exactOptional(span),
  }),
  z.object({
    type: z.literal('note'),
    about: z.discriminatedUnion('type', [
      z.object({ type: z.literal('entity'), id: entityId }),
      z.object({ type: z.literal('link'), id: linkId }),
      z.object({ type: z.literal('report'), id: reportId }),
      z.object({ type: z.literal('case') }),
    ]),
    text: word,
  }),
  z.object({ type: z.literal('checkpoint'), name: word }),
  z.object({
    type: z.literal('jump'),
    name: word,
    hides: z.array(decisionId),
    shows: z.array(decisionId),
  }),
  z.object({ type: z.literal('revoke'), decisions: z.array(decisionId) }),
  z.object({ type: z.literal('purged'), what: word, report: reportId }),
  z.object({ type: z.enum(['undo', 'redo']), decision: decisionId }),
])

const decisionSchema: z.ZodMiniType<Decision> = z.object({
  id: decisionId,
  author: z.string().check(z.maxLength(40)),
  at: day,
  sequence: z.int().check(z.positive()),
  clock: z.exactOptional(z.int().check(z.positive())),
  after: z.exactOptional(z.array(decisionId)),
  step: z.exactOptional(z.string()),
  action: actionSchema,
})

/** What the fold and the reader touch is looked at; the rest of a reading is disposable and read again in doubt. */
const readingSchema = z.looseObject({
  reportId,
  reader: z.string(),
  knowledge: z.string(),
  zones: z.array(z.looseObject({ start: offset, end: offset })),
  entities: z.array(
    z.looseObject({
      id: entityId,
      kind: z.enum(entityKinds),
      name: z.string(),
      aliases: z.array(z.string()),
      mentions: z.array(
        z.looseObject({ start: offset, end: offset, surface: z.string(), rule: z.string() }),
      ),
    }),
  ),
  links: z.array(
    z.looseObject({
      id: linkId,
      source: entityId,
      predicate,
      target: entityId,
      polarity,
      hedged: z.boolean(),
      confidence: z.number(),
      evidence: z
        .array(
          z.looseObject({
            start: offset,
            end: offset,
            rule: z.string(),
            cues: z.array(span),
            hedged: z.boolean(),
            polarity,
            confidence: z.number(),
          }),
        )
        .check(z.minLength(1)),
    }),
  ),
})

const textSchema = z.looseObject({
  id: reportId,
  source: z.looseObject({
    text: z.string(),
    pages: z.array(z.looseObject({ start: offset, end: offset, number: offset })),
    blocks: z.array(z.looseObject({ start: offset, end: offset, kind: z.string() })),
  }),
})

const point = z.object({ x: z.number(), y: z.number() })

const rowSchemas: Readonly<Record<RowEntry, z.ZodMiniType>> = {
  decisions: decisionSchema,
  reports: reportSchema,
  readings: readingSchema,
  texts: textSchema,
  layouts: z.object({
    id: z.string(),
    positions: z.array(z.tuple([z.string(), point])),
    pinned: z.array(z.string()),
  }),
  settings: z.object({ key: z.string(), value: z.unknown() }),
}
