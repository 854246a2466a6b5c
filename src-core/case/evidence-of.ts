import type { EntityId, LinkId, ReportId } from '../model/ids'
import type { CaseEvidence, CaseLink, CaseView } from './case-view'

/** Links that touch any of the selected things; a selected link is itself. In the order of the case. */
export function linksOfSelection(
  view: CaseView,
  entities: readonly EntityId[],
  links: readonly LinkId[],
): readonly CaseLink[] {
  const wanted = new Set<LinkId>(links)
  for (const entity of entities) for (const link of view.linksOf.get(entity) ?? []) wanted.add(link)
  return [...wanted].toSorted().flatMap((id) => view.links.get(id) ?? [])
}

/** All evidence of these links, one report after the other in the case's order, in text order inside a report. */
export function evidenceOf(
  view: CaseView,
  links: readonly CaseLink[],
): readonly { readonly link: CaseLink; readonly evidence: CaseEvidence }[] {
  const order = new Map([...view.reports.keys()].map((id, place) => [id, place]))
  const placeOf = (report: ReportId) => order.get(report) ?? order.size
  return links
    .flatMap((link) => link.evidence.map((evidence) => ({ link, evidence })))
    .toSorted(
      (a, b) =>
        placeOf(a.evidence.report) - placeOf(b.evidence.report) ||
        a.evidence.start - b.evidence.start ||
        (a.link.id < b.link.id ? -1 : 1),
    )
}

/** An origin of a link in words: the vendor's or official's name, the publisher's, or the title of the report itself. */
export function originName(view: CaseView, link: CaseLink, origin: string): string {
  // Origins that are not `report:…` are entity ids by construction (`originOf`); an unknown one is simply not found.
  const entity = view.entities.get(origin as EntityId)
  if (entity) return entity.name
  for (const evidence of link.evidence) {
    const report = view.reports.get(evidence.report)
    if (report && evidence.origin === origin) return report.publisher ?? report.title
  }
  return origin
}
