import type { CaseEntity } from '../../case/case-view'
import type { ReportId } from '../../model/ids'
import type { TlpMarking } from '../../model/report'
import { tlpMarkings } from '../../model/report'
import type { ExportMaterial } from '../export-material'
import { nameIn } from '../link-words'
import { bareObject, entityObject } from './entity-object'
import { extensionObjects } from './gnomon-extension'
import { linkObject } from './link-object'
import { reportObject } from './report-object'
import { createStamp } from './stamp'
import { bundleIdOf, stixIdOf } from './stix-ids'
import type { StixBundle, StixObject } from './stix-object'
import { tlpMarkingId, tlpMarkingObject } from './tlp-markings'

/**
 * The case as one STIX 2.1 bundle: entities, links as relationships (denied and rejected ones as notes), reports. Ids are derived from
 * natural ids (UUIDv5), so that two exports of one thing are two versions of one object. Same material, same bytes.
 */
export function toStix(material: ExportMaterial): StixBundle {
  const { view } = material
  const stamp = createStamp(material)
  const refs = new Map<ReportId, string[]>([...view.reports.keys()].map((id) => [id, []]))
  const refer = (reports: readonly ReportId[], id: string) => {
    for (const report of reports) refs.get(report)?.push(id)
  }
  const byStixId = new Map<string, CaseEntity[]>()
  for (const entity of view.entities.values()) {
    const id = stixIdOf(entity.id, entity.name)
    byStixId.set(id, [...(byStixId.get(id) ?? []), entity])
    refer(entity.reports, id)
  }
  const things = [...byStixId.values()].flatMap(([first, ...namesakes]) =>
    first ? [entityObject(first, namesakes, view, stamp)] : [],
  )
  const ends = [...view.links.values()].flatMap(({ source, target }) => [source, target])
  for (const id of new Set(ends))
    if (!view.entities.has(id)) things.push(bareObject(id, nameIn(view, id), view, stamp))
  const links = [...view.links.values()].map((link) => {
    const object = linkObject(link, material, stamp)
    refer(link.documents, object.id)
    return object
  })
  const reports = [...view.reports.values()].map((report) =>
    reportObject(report, [...new Set(refs.get(report.id) ?? [])], stamp),
  )
  const body = [...reports, ...things, ...links]
  const objects = [...extensionObjects(), ...usedMarkings(body), ...body]
  return { type: 'bundle', id: bundleIdOf(JSON.stringify(objects)), objects }
}

/** The file: readable, with a line break at the end. */
export function stixText(material: ExportMaterial): string {
  return `${JSON.stringify(toStix(material), null, 2)}\n`
}

function usedMarkings(objects: readonly StixObject[]): readonly StixObject[] {
  const used = new Set(
    objects.flatMap(({ object_marking_refs: refs }) =>
      Array.isArray(refs) ? (refs as unknown[]) : [],
    ),
  )
  const isUsed = (marking: TlpMarking) => used.has(tlpMarkingId(marking))
  return tlpMarkings.filter(isUsed).map(tlpMarkingObject)
}
