import { zipSync } from 'fflate'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { basis, counted } from '../../brief/words'
import type { CaseEntity, CaseLink, CaseReport } from '../../case/case-view'
import { marks } from '../../graph/marks'
import { entityKinds } from '../../model/entity'
import type { EntityId, ReportId } from '../../model/ids'
import { defanged } from '../defang'
import type { ExportMaterial } from '../export-material'
import { quoteOf } from '../export-material'
import { linkLimits, linkSentence } from '../link-words'
import { codeText, plainMarkdown, yamlText } from './markdown-text'
import { createNoteNames } from './note-names'

export interface MarkdownNote {
  readonly path: string
  readonly text: string
}

interface Names {
  readonly ofEntity: ReadonlyMap<EntityId, string>
  readonly ofReport: ReadonlyMap<ReportId, string>
}

const start = 'Start here'

/** One note an entity, one a report, links between: a folder that Obsidian opens as a vault and any editor as text. */
export function toMarkdown(material: ExportMaterial): readonly MarkdownNote[] {
  const { view } = material
  const names = nameNotes(material)
  return [
    { path: `${start}.md`, text: startNote(material, names) },
    ...[...view.reports.values()].map((report) => ({
      path: `Reports/${names.ofReport.get(report.id) ?? report.id}.md`,
      text: reportNote(report, material, names),
    })),
    ...[...view.entities.values()].map((entity) => ({
      path: `${marks[entity.kind].plural}/${names.ofEntity.get(entity.id) ?? ''}.md`,
      text: entityNote(entity, material, names),
    })),
  ]
}

/** The notes as one ZIP. Its time stamps are fixed, so that the same notes are the same bytes in every time zone. */
export function zippedNotes(notes: readonly MarkdownNote[]): Uint8Array {
  const files = Object.fromEntries(notes.map(({ path, text }) => [path, utf8ToBytes(text)]))
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}

function nameNotes({ view }: ExportMaterial): Names {
  const give = createNoteNames()
  give(start, '')
  // Entities first: they are what notes link to most.
  const ofEntity = new Map(
    [...view.entities.values()].map((entity) => [
      entity.id,
      give(entity.name, marks[entity.kind].label.toLowerCase()),
    ]),
  )
  const ofReport = new Map(
    [...view.reports.values()].map((report) => [
      report.id,
      give(report.title || report.fileName, report.published ?? 'report'),
    ]),
  )
  return { ofEntity, ofReport }
}

function entityNote(entity: CaseEntity, material: ExportMaterial, names: Names): string {
  const { view } = material
  const links = (view.linksOf.get(entity.id) ?? []).flatMap((id) => view.links.get(id) ?? [])
  const worn = entity.names.filter(({ name }) => name !== entity.name)
  return (
    [
      frontMatter({
        type: entity.kind,
        id: entity.id,
        ...(entity.aliases.length > 0 ? { aliases: entity.aliases } : {}),
        ...(entity.ref === undefined ? {} : { ref: entity.ref }),
        ...(entity.origin === undefined ? {} : { origin: entity.origin }),
      }),
      `# ${entity.kind === 'indicator' ? codeText(defanged(entity.name, entity.subtype)) : plainMarkdown(entity.name)}`,
      `${marks[entity.kind].label}, ${counted(entity.mentionCount, 'mention')} in ${counted(entity.reports.length, 'report')}.`,
      ...section(
        'Names as worn',
        worn.map(
          ({ name, reports }) => `- ${plainMarkdown(name)} (${counted(reports.length, 'report')})`,
        ),
      ),
      ...section(
        'Links',
        links.map((link) => linkItem(link, entity.id, material, names)),
      ),
      ...section(
        'Reports',
        entity.reports.flatMap((id) => reportItem(id, names)),
      ),
    ].join('\n\n') + '\n'
  )
}

function linkItem(link: CaseLink, self: EntityId, material: ExportMaterial, names: Names): string {
  const other = link.source === self ? link.target : link.source
  const name = names.ofEntity.get(other)
  const to = name === undefined || other === self ? '' : ` ([[${name}]])`
  const rejected = link.review === 'rejected' ? '~~' : ''
  const quotes = link.evidence.flatMap((piece) => {
    const quote = quoteOf(material, piece)
    const report = names.ofReport.get(piece.report)
    return quote === undefined
      ? []
      : [`  > “${plainMarkdown(quote)}”${report === undefined ? '' : ` — [[${report}]]`}`]
  })
  const head = `- ${rejected}${plainMarkdown(linkSentence(material.view, link))}${rejected}${to}. ${plainMarkdown(linkLimits(link))} Confidence ${link.confidence.toFixed(2)}.`
  return [
    head,
    ...[...new Set(quotes)].flatMap((quote, place) => (place === 0 ? [quote] : ['  >', quote])),
  ].join('\n')
}

function reportNote(report: CaseReport, { view }: ExportMaterial, names: Names): string {
  const entities = [...view.entities.values()].filter(({ reports }) => reports.includes(report.id))
  const byKind = entityKinds.flatMap((kind) => {
    const own = entities.filter((entity) => entity.kind === kind)
    return own.length === 0
      ? []
      : [
          `- ${marks[kind].plural}: ${own.map(({ id }) => `[[${names.ofEntity.get(id) ?? ''}]]`).join(', ')}`,
        ]
  })
  return (
    [
      frontMatter({
        type: 'report',
        sha256: report.id,
        file: report.fileName,
        reliability: report.reliability,
        ...(report.publisher === undefined ? {} : { publisher: report.publisher }),
        ...(report.published === undefined ? {} : { published: report.published }),
        ...(report.tlp === undefined ? {} : { tlp: report.tlp }),
        ...(report.sourceUrl === undefined ? {} : { source: report.sourceUrl }),
      }),
      `# ${plainMarkdown(report.title || report.fileName)}`,
      ...section('Speaks of', byKind),
    ].join('\n\n') + '\n'
  )
}

function startNote({ view, producer, at }: ExportMaterial, names: Names): string {
  const actors = [...view.entities.values()].filter(({ kind }) => kind === 'actor')
  const item = ({ id }: CaseEntity) => {
    const links = (view.linksOf.get(id) ?? []).flatMap((link) => view.links.get(link) ?? [])
    const documents = new Set(links.flatMap((link) => link.documents)).size
    const origins = new Set(links.flatMap((link) => link.origins)).size
    return `- [[${names.ofEntity.get(id) ?? ''}]]: ${counted(links.length, 'link')}, ${basis(documents, origins)}`
  }
  return (
    [
      '# Start here',
      `${counted(view.reports.size, 'report')}, ${counted(view.links.size, 'link')}. Written by ${producer} on ${at.slice(0, 10)}.`,
      ...section('Actors', actors.map(item)),
      ...section(
        'Reports',
        [...view.reports.keys()].flatMap((id) => reportItem(id, names)),
      ),
    ].join('\n\n') + '\n'
  )
}

function reportItem(id: ReportId, { ofReport }: Names): readonly string[] {
  const name = ofReport.get(id)
  return name === undefined ? [] : [`- [[${name}]]`]
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.join('\n')]
}

function frontMatter(fields: Readonly<Record<string, string | readonly string[]>>): string {
  const lines = Object.entries(fields).map(([key, value]) =>
    typeof value === 'string'
      ? `${key}: ${yamlText(value)}`
      : `${key}: [${value.map(yamlText).join(', ')}]`,
  )
  return ['---', ...lines, '---'].join('\n')
}
