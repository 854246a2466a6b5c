import type { CaseEntity, CaseLink } from '../../case/case-view'
import type { ExportMaterial } from '../export-material'
import { quoteOf, sourceWords, strictestMarking } from '../export-material'
import { linkLimits, linkSentence } from '../link-words'
import { ownersOf } from '../case-tables'
import { uuid5 } from '../uuid5'
import { mispType } from './misp-types'

export interface MispAttribute {
  readonly uuid: string
  readonly type: string
  readonly category: string
  readonly value: string
  readonly comment: string
  readonly to_ids: boolean
  readonly timestamp: string
  /** 5: as the event. */
  readonly distribution: '5'
  readonly disable_correlation: boolean
}

export interface MispEvent {
  readonly Event: {
    readonly uuid: string
    readonly info: string
    readonly date: string
    readonly timestamp: string
    readonly threat_level_id: '4'
    readonly analysis: '1'
    /** 0: your organisation only. Whoever imports it decides to widen it. */
    readonly distribution: '0'
    readonly published: false
    readonly Tag: readonly { readonly name: string; readonly colour?: string }[]
    readonly Attribute: readonly MispAttribute[]
  }
}

const namespace = '0a4f3b52-6c0c-5f7e-8d5b-3f5d6a1c9e10'

/**
 * The case as one MISP event: indicators, targets, threat actors, vulnerabilities as attributes of MISP's own types, each link as a comment with
 * its sentence, each report as an internal reference (never its hash as an indicator). Nothing is marked for detection that the reports do not list.
 */
export function toMisp(material: ExportMaterial, title?: string): MispEvent {
  const { view, at } = material
  const seconds = String(Math.floor(Date.parse(at) / 1000) || 0)
  const seen = new Set<string>()
  const attribute = (
    type: string,
    category: string,
    value: string,
    comment: string,
    more: { readonly toIds?: boolean; readonly correlate?: boolean } = {},
  ): readonly MispAttribute[] => {
    const text = value.trim()
    const uuid = uuid5(namespace, `${type}|${text}`)
    // MISP takes one attribute of a type and value an event.
    if (text === '' || seen.has(uuid)) return []
    seen.add(uuid)
    return [
      {
        uuid,
        type,
        category,
        value: text.slice(0, 65_535),
        comment: comment.slice(0, 1000),
        to_ids: more.toIds ?? false,
        timestamp: seconds,
        distribution: '5',
        disable_correlation: !(more.correlate ?? false),
      },
    ]
  }
  const fromEntities = [...view.entities.values()].flatMap((entity) => {
    const form = mispType(entity)
    if (!form) return []
    const comment = commentOf(entity, material)
    return attribute(form.type, form.category, form.value, comment, {
      toIds: form.toIds,
      correlate: entity.kind === 'indicator' || entity.kind === 'vulnerability',
    })
  })
  const fromLinks = [...view.links.values()]
    .filter(({ review }) => review !== 'rejected')
    .flatMap((link) => attribute('comment', 'External analysis', linkText(link, material), link.id))
  const fromReports = [...view.reports.values()].flatMap((report) => [
    ...attribute(
      'text',
      'Internal reference',
      `${sourceWords(report)}${report.published === undefined ? '' : ` (${report.published})`}, SHA-256 ${report.id}`,
      report.fileName,
    ),
    ...(report.sourceUrl === undefined
      ? []
      : attribute('link', 'External analysis', report.sourceUrl, report.title)),
  ])
  const reports = [...view.reports.keys()]
  return {
    Event: {
      uuid: uuid5(namespace, [...reports, ...view.links.keys()].join(' ')),
      info: title ?? infoOf(material),
      date: at.slice(0, 10),
      timestamp: seconds,
      threat_level_id: '4',
      analysis: '1',
      distribution: '0',
      published: false,
      Tag: tagsOf(material),
      Attribute: [...fromEntities, ...fromLinks, ...fromReports],
    },
  }
}

function infoOf({ view }: ExportMaterial): string {
  const actors = [...view.entities.values()]
    .filter(({ kind, unnamed }) => kind === 'actor' && unnamed !== true)
    .toSorted((a, b) => b.reports.length - a.reports.length || (a.id < b.id ? -1 : 1))
  const names = actors.slice(0, 3).map(({ name }) => name)
  const rest = actors.length > 3 ? ` and ${actors.length - 3} more` : ''
  return names.length === 0
    ? 'Threat reports read in Gnomon'
    : `${names.join(', ')}${rest}: activity as reported`
}

function commentOf(entity: CaseEntity, { view }: ExportMaterial): string {
  if (entity.kind !== 'indicator') return entity.aliases.join(', ')
  const owners = ownersOf(view, entity.id)
  return owners.length === 0 ? '' : `Linked to ${owners.join(', ')}`
}

function linkText(link: CaseLink, material: ExportMaterial): string {
  const quotes = link.evidence.slice(0, 3).map((piece) => {
    const report = material.view.reports.get(piece.report)
    return `“${quoteOf(material, piece) ?? ''}” (${report ? sourceWords(report) : piece.report})`
  })
  return [`${linkSentence(material.view, link)}. ${linkLimits(link)}`, ...quotes].join('\n')
}

function tagsOf({ view }: ExportMaterial): MispEvent['Event']['Tag'] {
  const marking = strictestMarking(view, [...view.reports.keys()])
  const entities = [...view.entities.values()]
  const tags = entities.flatMap((entity) => {
    if (entity.kind === 'technique' && entity.ref !== undefined)
      return [`misp-galaxy:mitre-attack-pattern="${quoteless(entity.name)} - ${entity.ref}"`]
    if (entity.kind === 'actor' && entity.unnamed !== true)
      return [`misp-galaxy:threat-actor="${quoteless(entity.name)}"`]
    if (entity.kind === 'country')
      return [`misp-galaxy:target-information="${quoteless(entity.name)}"`]
    return []
  })
  const names = [...(marking === undefined ? [] : [marking.toLowerCase()]), ...new Set(tags)]
  return names.map((name) => ({ name }))
}

const quoteless = (name: string) => name.replaceAll('"', '')
