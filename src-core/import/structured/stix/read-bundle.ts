import { tlpMarkings, type ReportMetadata, type TlpMarking } from '../../../model/report'
import type { ReadText } from '../../import-format'
import { titleFromFileName } from '../../metadata/read-file-name'
import { tlpOf } from '../tlp-words'
import { plainDescription } from '../plain-description'
import { StructureBuilder } from '../structure-builder'
import { dayOf } from './stix-relations'
import { tlpOfMarking } from './stix-markings'
import { readStixObjects, type StixObject } from './stix-objects'
import { writeObjects } from './write-objects'

/** A bundle as a report: what it states as sentences, what its authors wrote as prose. Revoked objects are left out. */
export function readBundle(values: readonly unknown[], fileName: string): ReadText {
  const { objects: all } = readStixObjects(values)
  const objects = all.filter(({ revoked }) => revoked !== true)
  const byId = new Map(objects.map((object) => [object.id, object]))
  const reports = objects.filter(({ type }) => type === 'report' || type === 'grouping')
  const [main] = reports
  const publisher = publisherOf(main ?? objects[0], byId)
  const title = main?.name ?? titleFromFileName(fileName)
  const builder = new StructureBuilder()
  builder.plain('title', title)
  for (const { name, description } of reports) {
    if (name !== undefined && name !== title) builder.plain('heading', name)
    if (description !== undefined) builder.prose(plainDescription(description))
  }
  writeObjects(builder, objects, byId)
  for (const { type, abstract, content } of objects)
    if (type === 'note' || type === 'opinion')
      builder.prose(plainDescription([abstract, content].filter(Boolean).join('\n\n')))
  return {
    source: builder.build('stix'),
    metadata: metadataOf(title, main, publisher, objects),
    pageCount: 0,
  }
}

function metadataOf(
  title: string,
  main: StixObject | undefined,
  publisher: string | undefined,
  objects: readonly StixObject[],
): ReportMetadata {
  const published = dayOf(main?.published) ?? dayOf(main?.created)
  const made = objects
    .flatMap(({ created }) => dayOf(created) ?? [])
    .toSorted()
    .at(-1)
  const tlp = strictest(objects)
  const sourceUrl = main?.external_references.find(({ url }) => /^https?:\/\/\S+$/.test(url ?? ''))
  return {
    title,
    language: 'en',
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined
      ? { published, publishedFrom: 'bundle' }
      : made !== undefined && { published: made, publishedFrom: 'newest object of the bundle' }),
    ...(tlp && { tlp }),
    ...(sourceUrl?.url !== undefined && { sourceUrl: sourceUrl.url }),
  }
}

function publisherOf(
  object: StixObject | undefined,
  byId: ReadonlyMap<string, StixObject>,
): string | undefined {
  return byId.get(object?.created_by_ref ?? '')?.name
}

/** The strictest marking that any object bears. */
function strictest(objects: readonly StixObject[]): TlpMarking | undefined {
  const own = new Map(
    objects.flatMap((object) => {
      const marking =
        object.type === 'marking-definition'
          ? tlpOf(object.definition?.tlp ?? object.name)
          : undefined
      return marking ? [[object.id, marking] as const] : []
    }),
  )
  const marks = new Set(objects.flatMap((object) => object.object_marking_refs))
  const found = [...marks].flatMap((id) => own.get(id) ?? tlpOfMarking(id) ?? [])
  return tlpMarkings.findLast((marking) => found.includes(marking))
}
