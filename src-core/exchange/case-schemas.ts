import * as z from 'zod/mini'
import type { CaseEntity, CaseEvidence, CaseLink, CaseReport, LoneEntity } from '../case/case-view'
import type { Merge } from '../case/identity'
import { credibilities } from '../model/decision'
import { entityKinds } from '../model/entity'
import type { DecisionId, EntityId, LinkId, ReportId } from '../model/ids'
import { outcomes, predicates } from '../model/link'
import { formatIds, reliabilityGrades, tlpMarkings } from '../model/report'

// The gate for cases that come back from a file. Each schema is held to its type: a new field fails the build here.

const entityId = z.custom<EntityId>(
  (value) => typeof value === 'string' && entityKinds.some((kind) => value.startsWith(`${kind}:`)),
)
const linkId = z.custom<LinkId>(
  (value) => typeof value === 'string' && value.split('|').length >= 3 && value.length < 2000,
)
const reportId = z.custom<ReportId>(
  (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
)
const decisionId = z.custom<DecisionId>((value) => typeof value === 'string')
const offset = z.int().check(z.nonnegative())
const probability = z.number().check(z.minimum(0), z.maximum(1))
const span = z.object({ start: offset, end: offset })
const period = z.object({ from: z.exactOptional(z.string()), to: z.exactOptional(z.string()) })
const count = z.object({ min: z.number(), max: z.exactOptional(z.number()), text: z.string() })
const polarity = z.enum(['asserted', 'denied'])

export const caseEvidenceSchema = z.object({
  start: offset,
  end: offset,
  rule: z.string(),
  sourceSpan: z.exactOptional(span),
  targetSpan: z.exactOptional(span),
  cues: z.array(span),
  saidBy: z.exactOptional(entityId),
  outcome: z.exactOptional(z.enum(outcomes)),
  hedged: z.boolean(),
  polarity,
  period: z.exactOptional(period),
  confidence: probability,
  report: reportId,
  origin: z.string(),
  readAs: z.exactOptional(linkId),
  quote: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<CaseEvidence & { readonly quote?: string }>

/** Lists that are empty are left out of the file. */
const list = <Item extends z.core.SomeType>(item: Item) => z._default(z.array(item), [])

export const caseLinkSchema = z.object({
  id: linkId,
  source: entityId,
  predicate: z.enum(predicates),
  target: entityId,
  polarity,
  outcome: z.exactOptional(z.enum(outcomes)),
  hedged: z.boolean(),
  period: z.exactOptional(period),
  count: z.exactOptional(count),
  cell: z.exactOptional(z.string()),
  confidence: probability,
  review: z.enum(['unreviewed', 'accepted', 'rejected']),
  decidedBy: z.exactOptional(z.object({ author: z.string(), decision: decisionId })),
  readAs: z.exactOptional(z.array(linkId)),
  edited: z.exactOptional(
    z.object({ author: z.string(), decision: decisionId, fields: z.array(z.string()) }),
  ),
  credibility: z.exactOptional(z.literal(credibilities)),
  evidence: list(caseEvidenceSchema),
  documents: list(reportId),
  origins: list(z.string()),
}) satisfies z.ZodMiniType<CaseLink>

const loneEntitySchema = z.object({
  id: entityId,
  kind: z.enum(entityKinds),
  name: z.string(),
  aliases: list(z.string()),
  ref: z.exactOptional(z.string()),
  subtype: z.exactOptional(z.string()),
  unnamed: z.exactOptional(z.literal(true)),
  origin: z.exactOptional(z.string()),
  names: list(z.object({ name: z.string(), reports: z.array(reportId) })),
  reports: list(reportId),
  mentionCount: offset,
  renamedBy: z.exactOptional(z.object({ author: z.string(), decision: decisionId })),
}) satisfies z.ZodMiniType<LoneEntity>

const mergeSchema = z.object({
  decision: decisionId,
  author: z.string(),
  at: z.string(),
  into: entityId,
  from: z.array(entityId),
}) satisfies z.ZodMiniType<Merge>

export const caseEntitySchema = z.extend(loneEntitySchema, {
  merged: z.exactOptional(
    z.object({
      members: list(loneEntitySchema),
      merges: list(mergeSchema),
      claims: list(caseLinkSchema),
    }),
  ),
}) satisfies z.ZodMiniType<CaseEntity>

export const caseReportSchema = z.object({
  id: reportId,
  title: z.string(),
  publisher: z.exactOptional(z.string()),
  author: z.exactOptional(z.string()),
  published: z.exactOptional(z.string()),
  publishedFrom: z.exactOptional(z.string()),
  language: z.string(),
  tlp: z.exactOptional(z.enum(tlpMarkings)),
  sourceUrl: z.exactOptional(z.string()),
  fileName: z.string(),
  format: z.enum(formatIds),
  byteLength: offset,
  pageCount: offset,
  importedAt: z.string(),
  reliability: z.enum(reliabilityGrades),
  fingerprint: z.exactOptional(list(offset)),
  restates: z.exactOptional(z.nullable(reportId)),
  linkCount: offset,
  entityCount: offset,
}) satisfies z.ZodMiniType<CaseReport>

type HasAllKeys<
  Type,
  Schema extends { readonly shape: object },
> = keyof Type extends keyof Schema['shape'] ? true : never

/** A schema that lacks a field satisfies its type where the field is optional, and would lose it: such a one fails the build here. */
export const schemasAreComplete: readonly [
  HasAllKeys<CaseEvidence, typeof caseEvidenceSchema>,
  HasAllKeys<CaseLink, typeof caseLinkSchema>,
  HasAllKeys<CaseEntity, typeof caseEntitySchema>,
  HasAllKeys<CaseReport, typeof caseReportSchema>,
] = [true, true, true, true]
