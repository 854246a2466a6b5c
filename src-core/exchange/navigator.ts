import type { CaseEntity, CaseView } from '../case/case-view'
import type { EntityId } from '../model/ids'
import type { ExportMaterial } from './export-material'
import { quoteOf } from './export-material'

export interface NavigatorLayer {
  readonly name: string
  readonly versions: { readonly attack: string; readonly navigator: string; readonly layer: string }
  readonly domain: 'enterprise-attack' | 'ics-attack'
  readonly description: string
  readonly techniques: readonly LayerTechnique[]
  readonly gradient: {
    readonly colors: readonly string[]
    readonly minValue: number
    readonly maxValue: number
  }
  readonly legendItems: readonly { readonly label: string; readonly color: string }[]
  readonly showTacticRowBackground: boolean
  readonly selectTechniquesAcrossTactics: boolean
}

export interface LayerTechnique {
  readonly techniqueID: string
  readonly score: number
  readonly color?: string
  readonly comment: string
  readonly enabled: true
  readonly showSubtechniques: boolean
  readonly metadata: readonly { readonly name: string; readonly value: string }[]
}

/** Okabe–Ito: each of up to three actors, and what several share. */
const actorColours = ['#56b4e9', '#cc79a7', '#009e73'] as const
const sharedColour = '#0072b2'

interface Use {
  readonly actors: readonly CaseEntity[]
  readonly documents: number
  readonly comment: string
}

/**
 * An ATT&CK Navigator layer (format 4.5). No actor: every technique of the case, scored by documents. One: what it is said to use. Several:
 * compared, each technique in the colour of the one who uses it, or in that of the shared ones. Denied and rejected links count for nothing.
 */
export function toNavigatorLayer(
  material: ExportMaterial,
  actors: readonly EntityId[],
): NavigatorLayer {
  const { view, producer } = material
  const wanted = actors.flatMap((id) => view.entities.get(id) ?? [])
  const uses = [...view.entities.values()].flatMap((entity) => {
    const id = entity.ref ?? ''
    if (entity.kind !== 'technique' || !/^T\d{4}(?:\.\d{3})?$/.test(id)) return []
    const use = useOf(entity, wanted, material)
    return use ? [{ id, use }] : []
  })
  const isIcs = uses.length > 0 && uses.every(({ id }) => id.startsWith('T0'))
  const compared = wanted.length > 1
  const best = Math.max(1, ...uses.map(({ use }) => scoreOf(use, compared)))
  const parents = new Set(uses.flatMap(({ id }) => (id.includes('.') ? [id.slice(0, 5)] : [])))
  const listed = new Set(uses.map(({ id }) => id))
  return {
    name:
      wanted.length === 0
        ? 'All techniques of the case'
        : wanted.map(({ name }) => name).join(' and '),
    versions: { attack: '19', navigator: '5.1.0', layer: '4.5' },
    domain: isIcs ? 'ics-attack' : 'enterprise-attack',
    description: `From ${view.reports.size} reports. ${producer}.`,
    techniques: [
      ...uses.map(({ id, use }) => techniqueOf(id, use, wanted, parents.has(id))),
      // A sub-technique is only seen where its parent is unfolded.
      ...[...parents].filter((id) => !listed.has(id)).map(unfolded),
    ],
    gradient: { colors: ['#e8f1f8', sharedColour], minValue: 0, maxValue: best },
    legendItems: compared
      ? [
          ...wanted.map(({ name }, place) => ({ label: `Only ${name}`, color: colourOf(place) })),
          { label: wanted.length === 2 ? 'Both' : 'Several', color: sharedColour },
        ]
      : [],
    showTacticRowBackground: false,
    selectTechniquesAcrossTactics: true,
  }
}

function useOf(
  technique: CaseEntity,
  wanted: readonly CaseEntity[],
  material: ExportMaterial,
): Use | undefined {
  const { view } = material
  const links = (view.linksOf.get(technique.id) ?? []).flatMap((id) => {
    const link = view.links.get(id)
    const counts = link?.polarity === 'asserted' && link.review !== 'rejected'
    return link && counts && link.target === technique.id ? [link] : []
  })
  const theirs = links.filter(({ source }) => wanted.some(({ id }) => id === source))
  if (wanted.length > 0 && theirs.length === 0) return undefined
  const shown = wanted.length > 0 ? theirs : links
  const quotes = shown.flatMap(({ evidence }) =>
    evidence.flatMap((piece) => quoteOf(material, piece) ?? []),
  )
  return {
    actors: wanted.filter(({ id }) => theirs.some(({ source }) => source === id)),
    documents: new Set(
      wanted.length > 0 ? shown.flatMap(({ documents }) => documents) : technique.reports,
    ).size,
    comment: [...new Set(quotes)].slice(0, 3).join('\n\n'),
  }
}

function techniqueOf(
  id: string,
  use: Use,
  wanted: readonly CaseEntity[],
  isParent: boolean,
): LayerTechnique {
  const compared = wanted.length > 1
  const [only] = use.actors
  const colour = use.actors.length === 1 && only ? colourOf(wanted.indexOf(only)) : sharedColour
  return {
    techniqueID: id,
    score: scoreOf(use, compared),
    ...(compared ? { color: colour } : {}),
    comment: use.comment,
    enabled: true,
    showSubtechniques: isParent,
    metadata: [
      { name: 'documents', value: String(use.documents) },
      ...use.actors.map(({ name }) => ({ name: 'actor', value: name })),
    ],
  }
}

function unfolded(id: string): LayerTechnique {
  return {
    techniqueID: id,
    score: 0,
    comment: '',
    enabled: true,
    showSubtechniques: true,
    metadata: [],
  }
}

function scoreOf({ actors, documents }: Use, compared: boolean): number {
  return compared ? actors.length : documents
}

function colourOf(place: number): string {
  return actorColours[place % actorColours.length] ?? sharedColour
}

/** Actors of a case with techniques of their own, most first: what a dialog offers. */
export function actorsWithTechniques(view: CaseView): readonly CaseEntity[] {
  const counts = new Map<EntityId, number>()
  for (const { source, target, polarity, review } of view.links.values())
    if (
      polarity === 'asserted' &&
      review !== 'rejected' &&
      view.entities.get(target)?.kind === 'technique'
    )
      counts.set(source, (counts.get(source) ?? 0) + 1)
  return [...counts]
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .flatMap(([id]) => view.entities.get(id) ?? [])
}
