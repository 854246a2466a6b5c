import type { CaseEntity } from '../../case/case-view'
import { entityKindOf } from '../../model/ids'
import type { ExportMaterial } from '../export-material'
import { linkSentence } from '../link-words'
import { observableType } from '../stix/indicator-pattern'
import { endOf, startOf } from '../stix/instants'
import { relationshipForm } from '../stix/relationship-type'
import { stixTypes } from '../stix/stix-ids'
import type { Finding } from './finding'
import { finding } from './finding'

/** What OpenCTI and MISP, the strict readers of STIX, do with parts of this bundle. */
export function lintStix({ view }: ExportMaterial): readonly Finding[] {
  const entities = [...view.entities.values()]
  const links = [...view.links.values()]
  const asserted = links.filter(
    ({ polarity, review }) => polarity === 'asserted' && review !== 'rejected',
  )
  const words = (list: typeof links) => list.map((link) => linkSentence(view, link))
  return [
    ...finding(
      'refused',
      'short-name',
      entities
        .filter(({ name, kind }) => kind !== 'indicator' && name.trim().length < 2)
        .map(({ name }) => name),
      (count) => `OpenCTI refuses names of less than two characters (${count}).`,
    ),
    ...finding(
      'refused',
      'pattern',
      entities
        .filter(
          ({ kind, subtype }) => kind === 'indicator' && observableType(subtype) === undefined,
        )
        .map(({ name }) => name),
      (count) =>
        `${count} indicators are of a kind that STIX has no object for: OpenCTI and MISP refuse their patterns.`,
    ),
    ...finding(
      'changed',
      'shared-name',
      sharedNames(entities),
      (count) =>
        `OpenCTI merges things of one type that share a name or alias; ${count} names would be merged on import.`,
    ),
    ...finding(
      'changed',
      'related-to',
      words(
        asserted.filter(({ predicate, source, target }) => {
          const form = relationshipForm(
            predicate,
            stixTypes[entityKindOf(source)],
            stixTypes[entityKindOf(target)],
          )
          return form.type === 'related-to' && predicate !== 'related-to' && source !== target
        }),
      ),
      (count) =>
        `${count} links have no relationship of their own in STIX and go as related-to; the extension keeps what they are.`,
    ),
    ...finding(
      'changed',
      'as-note',
      words(links.filter((link) => !asserted.includes(link) || link.source === link.target)),
      (count) =>
        `${count} denied or rejected links, and names of one thing, go as notes: no consumer may take them for attacks.`,
    ),
    ...finding(
      'lost',
      'times',
      words(
        asserted.filter(({ period }) => {
          const start = period?.from === undefined ? undefined : startOf(period.from)
          const stop = period?.to === undefined ? undefined : endOf(period.to)
          return start !== undefined && stop !== undefined && start >= stop
        }),
      ),
      (count) =>
        `${count} periods end before they begin: STIX takes none of them, the extension keeps them.`,
    ),
    ...finding(
      'note',
      'undated',
      [...view.reports.values()]
        .filter(({ published }) => published === undefined)
        .map(({ title, fileName }) => title || fileName),
      (count) => `${count} reports state no date; STIX wants one, so the day of import stands in.`,
    ),
    ...finding(
      'note',
      'extension',
      asserted.length > 0 ? ['outcome', 'hedge', 'spans'] : [],
      () =>
        'OpenCTI and MISP keep labels and sentences but drop our extension (outcome, hedge, spans): send the bundle itself to other Gnomons.',
    ),
  ]
}

function sharedNames(entities: readonly CaseEntity[]): readonly string[] {
  const bearers = new Map<string, Set<string>>()
  for (const { id, kind, name, aliases } of entities) {
    if (kind === 'indicator' || kind === 'country' || kind === 'region' || kind === 'place')
      continue
    for (const one of [name, ...aliases]) {
      const key = `${stixTypes[kind]} ${one.trim().toLowerCase()}`
      bearers.set(key, (bearers.get(key) ?? new Set()).add(id))
    }
  }
  return [...bearers]
    .filter(([, ids]) => ids.size > 1)
    .map(([key]) => key.slice(key.indexOf(' ') + 1))
}
