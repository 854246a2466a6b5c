import * as z from 'zod/mini'
import type { CaseEntity, CaseEvidence, CaseLink, CaseReport } from '../../case/case-view'
import { fail, succeed, type Result } from '../../lib/result'
import { caseEntitySchema, caseLinkSchema, caseReportSchema } from '../case-schemas'
import { extensionVersion, isRecord, readExtension } from './gnomon-extension'
import { extensionId } from './stix-ids'

/** What a bundle of ours holds: the case as it was exported, with the sentences that it rests on. */
export interface OwnBundle {
  readonly reports: readonly CaseReport[]
  readonly entities: readonly CaseEntity[]
  readonly links: readonly CaseLink[]
  readonly quotes: readonly EvidenceQuote[]
  /** Objects that were left out, and why. */
  readonly issues: readonly BundleIssue[]
}

/** The words at a span of a report's text. */
export interface EvidenceQuote extends Pick<CaseEvidence, 'report' | 'start' | 'end'> {
  readonly quote: string
}

export interface BundleIssue {
  /** The STIX id, or the object's place in the bundle. */
  readonly object: string
  readonly reason: string
}

export type BundleFailure =
  /** No STIX bundle, or one without our extension: intake reads it as anybody's. */
  | { readonly code: 'not-ours' }
  /** Written by a newer Gnomon. */
  | { readonly code: 'newer-extension'; readonly version: string; readonly known: string }

const bundleSchema = z.object({ type: z.literal('bundle'), objects: z.array(z.unknown()) })
const versionSchema = z.object({ id: z.literal(extensionId), version: z.string() })

/** Says whether parsed JSON is a bundle that we wrote ourselves. Cheap: looks at the first objects only. */
export function isOwnBundle(value: unknown): boolean {
  const bundle = bundleSchema.safeParse(value)
  return bundle.success && ownVersion(bundle.data.objects) !== undefined
}

/** Reads back what `toStix` wrote, without loss; what does not fit is left out and named. Never throws on any JSON. */
export function fromStix(value: unknown): Result<OwnBundle, BundleFailure> {
  const bundle = bundleSchema.safeParse(value)
  const version = bundle.success ? ownVersion(bundle.data.objects) : undefined
  if (!bundle.success || version === undefined) return fail({ code: 'not-ours' })
  if (majorOf(version) > majorOf(extensionVersion))
    return fail({ code: 'newer-extension', version, known: extensionVersion })
  const found = new Collected()
  bundle.data.objects.forEach((object, place) => found.take(object, place))
  return succeed(found.result())
}

class Collected {
  private readonly reports = new Map<string, CaseReport>()
  private readonly entities = new Map<string, CaseEntity>()
  private readonly links = new Map<string, CaseLink>()
  private readonly ids = new Set<string>()
  private readonly refs = new Map<string, readonly string[]>()
  private readonly quotes: EvidenceQuote[] = []
  private readonly issues: BundleIssue[] = []

  take(object: unknown, place: number): void {
    if (!isRecord(object)) return
    if (typeof object['id'] === 'string') this.ids.add(object['id'])
    const data = readExtension(object['extensions'])
    if (!data) return
    const name =
      typeof object['id'] === 'string' ? object['id'].slice(0, 120) : `object ${place + 1}`
    if (object['type'] === 'report') this.keep(caseReportSchema, data, name, this.reports)
    else if (object['type'] === 'relationship' || object['type'] === 'note')
      this.takeLink(data, name, referencesOf(object))
    else {
      this.keep(caseEntitySchema, data, name, this.entities)
      const { namesakes } = data
      if (Array.isArray(namesakes))
        for (const other of namesakes as unknown[])
          this.keep(caseEntitySchema, other, name, this.entities)
    }
  }

  private takeLink(data: unknown, name: string, refs: readonly string[]): void {
    const parsed = caseLinkSchema.safeParse(data)
    if (!parsed.success) {
      this.reject(name, parsed.error)
      return
    }
    const evidence = parsed.data.evidence.map(({ quote, ...piece }) => {
      const { report, start, end } = piece
      if (quote !== undefined) this.quotes.push({ report, start, end, quote })
      return piece
    })
    this.links.set(parsed.data.id, { ...parsed.data, evidence })
    this.refs.set(parsed.data.id, refs)
  }

  private keep<Value extends { readonly id: string }>(
    schema: z.ZodMiniType<Value>,
    data: unknown,
    name: string,
    into: Map<string, Value>,
  ): void {
    const parsed = schema.safeParse(data)
    if (parsed.success) into.set(parsed.data.id, parsed.data)
    else this.reject(name, parsed.error)
  }

  private reject(object: string, error: z.core.$ZodError): void {
    const [first] = error.issues
    const where = first?.path.join('.') ?? ''
    this.issues.push({
      object,
      reason: `${where === '' ? '' : `${where}: `}${first?.message ?? ''}`,
    })
  }

  result(): OwnBundle {
    const links = [...this.links.values()].filter((link) => {
      const lacking = (this.refs.get(link.id) ?? []).filter((ref) => !this.ids.has(ref))
      const unread = link.documents.filter((id) => !this.reports.has(id))
      if (lacking.length + unread.length === 0) return true
      this.issues.push({
        object: link.id,
        reason: `refers to ${[...lacking, ...unread].join(', ')}, which the bundle lacks`,
      })
      return false
    })
    return {
      reports: [...this.reports.values()],
      entities: [...this.entities.values()],
      links,
      quotes: this.quotes,
      issues: this.issues,
    }
  }
}

/** The objects between which a relationship or note stands. */
function referencesOf(object: Readonly<Record<string, unknown>>): readonly string[] {
  const { source_ref: source, target_ref: target, object_refs: list } = object
  const many: readonly unknown[] = Array.isArray(list) ? list : []
  return [source, target, ...many].filter((ref): ref is string => typeof ref === 'string')
}

function ownVersion(objects: readonly unknown[]): string | undefined {
  for (const object of objects.slice(0, 20)) {
    const parsed = versionSchema.safeParse(object)
    if (parsed.success) return parsed.data.version
  }
  return undefined
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10) || 0
}
