import type { CaseFilters, CaseLink, CaseView } from '../case/case-view'
import { entityKindOf } from '../model/ids'
import type { EntityId } from '../model/ids'
import { victimCells } from './victim-cells'
import type { VictimCell } from './victim-cells'
import { pictureBasis } from './picture-basis'
import type { GraphEdge, GraphModel, GraphNode } from './graph-model'
import { lineWidth, markKindOf, markKinds } from './marks'
import type { MarkKind } from './marks'
import { compareIds, visibleLinks } from './visible-links'

export interface GraphOptions {
  readonly filters?: CaseFilters
  /** Only links that touch one of these. */
  readonly focus?: ReadonlySet<EntityId>
}

/** The case as nodes and edges; sector × country is one victim. Pure and ordered: same view and options, same model. */
export function buildGraph(view: CaseView, options: GraphOptions = {}): GraphModel {
  const links = visibleLinks(view, options.filters ?? {}, options.focus)
  const { cells, covered } = victimCells(links)
  const drafts = new Map<string, NodeDraft>()
  const strokes: Stroke[] = []
  for (const cell of cells) {
    const target = draftCell(drafts, view, cell)
    strokes.push({ source: draftEntity(drafts, view, cell.source), target, ...cell.edge })
  }
  for (const link of links) {
    if (covered.has(link.id)) continue
    const target = draftEntity(drafts, view, link.target)
    strokes.push({
      source: draftEntity(drafts, view, link.source),
      target,
      lead: link,
      links: [link],
    })
  }
  for (const stroke of strokes)
    for (const end of [stroke.source, stroke.target]) end.strokes.push(stroke)
  const ordered = [...drafts.values()].sort(
    (a, b) => markKinds.indexOf(a.mark) - markKinds.indexOf(b.mark) || compareIds(a.id, b.id),
  )
  const indexOf = new Map(ordered.map((draft, index) => [draft, index]))
  return {
    nodes: ordered.map(finishNode),
    edges: strokes
      .map((stroke) =>
        finishEdge(stroke, indexOf.get(stroke.source) ?? 0, indexOf.get(stroke.target) ?? 0),
      )
      .sort((a, b) => compareIds(a.id, b.id)),
    basis: pictureBasis(links),
  }
}

interface NodeDraft {
  readonly id: string
  readonly entities: readonly EntityId[]
  readonly mark: MarkKind
  readonly label: string
  readonly origin?: string
  readonly strokes: Stroke[]
}

/** A line to be: `lead` says how it looks, `links` what it stands for. */
interface Stroke {
  readonly source: NodeDraft
  readonly target: NodeDraft
  readonly lead: CaseLink
  readonly links: readonly CaseLink[]
}

function draftEntity(drafts: Map<string, NodeDraft>, view: CaseView, id: EntityId): NodeDraft {
  const known = drafts.get(id)
  if (known) return known
  const entity = view.entities.get(id)
  const draft: NodeDraft = {
    id,
    entities: [id],
    mark: entity ? markKindOf(entity) : entityKindOf(id),
    label: entity?.name ?? id,
    ...(entity?.origin === undefined ? {} : { origin: entity.origin }),
    strokes: [],
  }
  drafts.set(id, draft)
  return draft
}

function draftCell(drafts: Map<string, NodeDraft>, view: CaseView, cell: VictimCell): NodeDraft {
  const id = `cell:${cell.sector}×${cell.country}`
  const known = drafts.get(id)
  if (known) return known
  const draft: NodeDraft = {
    id,
    entities: [cell.sector, cell.country],
    mark: 'victim-cell',
    label: [cell.sector, cell.country]
      .map((part) => view.entities.get(part)?.name ?? part)
      .join(' · '),
    strokes: [],
  }
  drafts.set(id, draft)
  return draft
}

function finishNode(draft: NodeDraft): GraphNode {
  const links = draft.strokes.flatMap((stroke) => stroke.links)
  const origins = new Set(links.flatMap((link) => link.origins)).size
  return {
    id: draft.id,
    entities: draft.entities,
    mark: draft.mark,
    label: draft.label,
    ...(draft.origin === undefined ? {} : { origin: draft.origin }),
    origins,
    documents: new Set(links.flatMap((link) => link.documents)).size,
    degree: draft.strokes.length,
    radius: nodeRadius(draft.mark, origins),
    byPerson: links.some((link) => link.review === 'accepted'),
  }
}

function finishEdge({ lead, links }: Stroke, source: number, target: number): GraphEdge {
  const origins = lead.origins.length
  return {
    id: links.map((link) => link.id).join('+'),
    links: links.map((link) => link.id),
    source,
    target,
    predicate: lead.predicate,
    ...(lead.outcome === undefined ? {} : { outcome: lead.outcome }),
    hedged: lead.hedged,
    denied: lead.polarity === 'denied',
    rejected: lead.review === 'rejected',
    byPerson: links.some((link) => link.review === 'accepted'),
    origins,
    documents: lead.documents.length,
    width: lineWidth(origins),
  }
}

/** Actors stand out; growth by origins is slow, so that one much reported victim does not cover the picture. */
function nodeRadius(mark: MarkKind, origins: number): number {
  const base = mark === 'actor' || mark === 'unnamed-actor' ? 9 : mark === 'victim-cell' ? 8 : 6.5
  return base + Math.min(8, 2 * Math.log2(Math.max(1, origins)))
}
