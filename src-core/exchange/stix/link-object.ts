import type { CaseEvidence, CaseLink } from '../../case/case-view'
import { entityKindOf } from '../../model/ids'
import type { ExportMaterial } from '../export-material'
import { quoteOf } from '../export-material'
import { linkLimits, linkSentence, nameIn } from '../link-words'
import { extensionOf } from './gnomon-extension'
import { endOf, startOf } from './instants'
import { relationshipForm } from './relationship-type'
import type { Stamp } from './stamp'
import { stixIdOf, stixIdOfLink, stixTypes } from './stix-ids'
import type { ExternalReference, StixObject } from './stix-object'

/**
 * A link as a relationship. What is denied, rejected or about one thing only becomes a note on its ends: a consumer that ignores our
 * extension must never take it for an assertion.
 */
export function linkObject(link: CaseLink, material: ExportMaterial, stamp: Stamp): StixObject {
  const { view } = material
  const source = stixIdOf(link.source, nameIn(view, link.source))
  const target = stixIdOf(link.target, nameIn(view, link.target))
  const isAsserted = link.polarity === 'asserted' && link.review !== 'rejected'
  const type = isAsserted && source !== target ? 'relationship' : 'note'
  const words = `${linkSentence(view, link)}. ${linkLimits(link)}`
  const shared = {
    spec_version: '2.1' as const,
    id: stixIdOfLink(link.id, type),
    ...stamp.version(link.documents),
    confidence: Math.round(100 * link.confidence),
    labels: labelsOf(link),
    ...stamp.marking(link.documents),
    ...references(link, material),
    extensions: extensionOf({
      ...link,
      evidence: link.evidence.map((piece) => withQuote(piece, material)),
    }),
  }
  if (type === 'note')
    return {
      type,
      ...shared,
      content: words,
      object_refs: [...new Set([source, target])],
      ...(link.decidedBy && link.decidedBy.author !== ''
        ? { authors: [link.decidedBy.author] }
        : {}),
    }
  const form = relationshipForm(
    link.predicate,
    stixTypes[entityKindOf(link.source)],
    stixTypes[entityKindOf(link.target)],
  )
  return {
    type,
    ...shared,
    relationship_type: form.type,
    description: words,
    source_ref: form.isTurned ? target : source,
    target_ref: form.isTurned ? source : target,
    ...times(link),
  }
}

function withQuote(piece: CaseEvidence, material: ExportMaterial): object {
  const quote = material.textOf(piece.report)?.slice(piece.start, piece.end)
  return quote === undefined ? piece : { ...piece, quote }
}

/** For consumers that show labels and nothing of an extension. */
function labelsOf(link: CaseLink): readonly string[] {
  return [
    link.predicate,
    ...(link.outcome ? [link.outcome] : []),
    ...(link.hedged ? ['hedged'] : []),
    ...(link.polarity === 'denied' ? ['denied'] : []),
    link.review,
  ]
}

/** STIX wants the end after the start; a period that ends before it begins is left to the extension. */
function times({ period }: CaseLink): {
  readonly start_time?: string
  readonly stop_time?: string
} {
  const start = period?.from === undefined ? undefined : startOf(period.from)
  const stop = period?.to === undefined ? undefined : endOf(period.to)
  if (start !== undefined && stop !== undefined && start >= stop) return {}
  return {
    ...(start === undefined ? {} : { start_time: start }),
    ...(stop === undefined ? {} : { stop_time: stop }),
  }
}

function references(
  link: CaseLink,
  material: ExportMaterial,
): { readonly external_references?: readonly ExternalReference[] } {
  const found = link.evidence.map((piece) => evidenceReference(piece, material))
  return found.length === 0 ? {} : { external_references: found }
}

/** One sentence and where it stands: the file's hash is what a reader can check. */
function evidenceReference(piece: CaseEvidence, material: ExportMaterial): ExternalReference {
  const report = material.view.reports.get(piece.report)
  return {
    source_name: sourceName(report?.publisher ?? report?.title ?? 'report'),
    description: quoteOf(material, piece) ?? `Offsets ${piece.start} to ${piece.end}`,
    ...(report?.sourceUrl !== undefined && isUri(report.sourceUrl)
      ? { url: report.sourceUrl }
      : {}),
    hashes: { 'SHA-256': piece.report },
  }
}

/** The schema keeps `cve` and `capec` for ids of those. */
export function sourceName(name: string): string {
  return /^(?:cve|capec)$/.test(name) ? name.toUpperCase() : name === '' ? 'report' : name
}

/** RFC 3986, as far as a web address needs it. */
export function isUri(url: string): boolean {
  return /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:[/?#](?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?$/.test(
    url,
  )
}
