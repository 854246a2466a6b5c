import type { HandLink, HandMention } from '../model/decision'
import type { EntityKind } from '../model/entity'
import type { ReportId } from '../model/ids'
import { entityId } from '../model/ids'
import type { Outcome, Predicate } from '../model/link'
import type { Span } from '../model/span'
import type { CaseEntity, CaseView } from './case-view'

/** Words that the analyst has selected in a report. */
export interface SelectedText {
  readonly report: ReportId
  readonly span: Span
  /** `text.slice(span.start, span.end)` */
  readonly surface: string
}

/** An entity that the case knows by these words already, of this kind where one is given. */
export function entityCalled(
  view: CaseView,
  words: string,
  kind?: EntityKind,
): CaseEntity | undefined {
  const wanted = plain(words)
  let found: CaseEntity | undefined
  for (const entity of view.entities.values()) {
    if (kind !== undefined && entity.kind !== kind) continue
    if (plain(entity.name) === wanted) return entity
    const isWorn = entity.names.some(({ name }) => plain(name) === wanted)
    if (isWorn || entity.aliases.some((alias) => plain(alias) === wanted)) found ??= entity
  }
  return found
}

/** The decision that marks selected words as an entity of a kind: one that the case knows by that name, else a new one. */
export function markedByHand(
  view: CaseView,
  { report, span, surface }: SelectedText,
  kind: EntityKind,
): HandMention {
  const name = surface.replace(/\s+/g, ' ').trim()
  const known = entityCalled(view, name, kind)
  return {
    type: 'add-mention',
    entity: known?.id ?? entityId(kind, keyOf(name)),
    kind,
    name: known?.name ?? name,
    report,
    span,
    surface,
  }
}

/** What a link drawn by hand says. */
export interface DrawnLink {
  readonly predicate: Predicate
  readonly outcome?: Outcome
}

export interface LinkEnd {
  readonly entity: CaseEntity
  /** Where the sentence names it. */
  readonly span?: Span
}

/** The decision that draws a link on selected words: a link never exists without its sentence. */
export function drawnByHand(
  { report, span }: SelectedText,
  source: LinkEnd,
  { predicate, outcome }: DrawnLink,
  target: LinkEnd,
): HandLink {
  return {
    type: 'add-link',
    source: source.entity.id,
    predicate,
    target: target.entity.id,
    polarity: 'asserted',
    hedged: false,
    report,
    span,
    ...(outcome && predicate === 'targets' ? { outcome } : {}),
    ...(source.span ? { sourceSpan: source.span } : {}),
    ...(target.span ? { targetSpan: target.span } : {}),
  }
}

function keyOf(name: string): string {
  const key = plain(name).replace(/[^\p{L}\p{N}]+/gu, '-')
  return key.replace(/^-|-$/g, '') || 'unnamed'
}

function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}
