import { counted } from '../../brief/words'
import type { CaseEntity } from '../../case/case-view'
import { entityKindOf } from '../../model/ids'
import type { ExportMaterial } from '../export-material'
import { linkSentence } from '../link-words'
import { observableType } from '../stix/indicator-pattern'
import { endOf, startOf } from '../stix/instants'
import { relationshipForm } from '../stix/relationship-type'
import { stixTypes } from '../stix/stix-ids'
import type { Finding } from './finding'
import { finding, remark } from './finding'

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
        `${counted(count, 'indicator')} of a kind that STIX has no object for: OpenCTI and MISP refuse the patterns.`,
    ),
    ...finding(
      'changed',
      'shared-name',
      sharedNames(entities),
      (count) =>
        `OpenCTI merges things of one type that share a name or alias; it would do so with ${counted(count, 'name')}.`,
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
        `${counted(count, 'link')} without a relationship in STIX: written as related-to; the extension keeps what they are.`,
    ),
    ...finding(
      'changed',
      'as-note',
      words(links.filter((link) => !asserted.includes(link) || link.source === link.target)),
      (count) =>
        `${counted(count, 'link')} denied or rejected, or of one thing to itself: as notes, which no consumer may take for attacks.`,
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
        `${counted(count, 'period')} that would end before the begin: STIX takes none, the extension keeps them.`,
    ),
    ...finding(
      'note',
      'undated',
      [...view.reports.values()]
        .filter(({ published }) => published === undefined)
        .map(({ title, fileName }) => title || fileName),
      (count) =>
        `${counted(count, 'report')} without a date; STIX wants one, so the day of import stands in.`,
    ),
    ...remark(
      'note',
      'extension',
      asserted.length > 0,
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
