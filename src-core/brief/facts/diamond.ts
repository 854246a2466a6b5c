import type { CaseEntity, CaseLink } from '../../case/case-view'
import type { Inline, TableBlock } from '../brief'
import { victimsOf } from '../victims'
import { shortListOf } from '../words'
import type { FactParts } from './fact-parts'

const named = 10

/** The four corners of the Diamond Model (Caltagirone, Pendergast, Betz, 2013) for each actor, as far as links fill them. */
export function diamondTable({
  view,
  links,
  actors,
  citations,
  countryName,
}: FactParts): TableBlock {
  const rows = actors.map((actor) => {
    const own = links.filter(
      ({ source, polarity }) => source === actor.id && polarity === 'asserted',
    )
    const reach = (
      kinds: readonly CaseEntity['kind'][],
      predicates: readonly CaseLink['predicate'][],
    ) =>
      own.filter(
        ({ predicate, target }) =>
          predicates.includes(predicate) &&
          kinds.includes(view.entities.get(target)?.kind ?? 'vendor'),
      )
    const means = reach(
      ['malware', 'tool', 'technique', 'vulnerability', 'product'],
      ['uses', 'exploits'],
    )
    const infrastructure = reach(['indicator', 'country', 'place'], ['uses'])
    const attacks = own.filter(({ predicate }) => predicate === 'targets')
    const aliases = actor.names.map(({ name }) => name).filter((name) => name !== actor.name)
    const cell = (text: string, behind: readonly CaseLink[]): Inline[] => [
      { type: 'text', text: text || 'not stated' },
      ...(behind.length > 0
        ? [{ type: 'citations', numbers: citations.cite(behind, 4) } as const]
        : []),
    ]
    return [
      [
        { type: 'strong', text: actor.name } as const,
        {
          type: 'text',
          text: [
            ...(aliases.length > 0 ? [` – also ${shortListOf(aliases, 4)}`] : []),
            ...(actor.origin ? [`; suspected origin ${countryName(actor.origin)}`] : []),
          ].join(''),
        } as const,
      ],
      cell(namesOf(means), means),
      cell(namesOf(infrastructure), infrastructure),
      cell(
        shortListOf([...new Set(victimsOf(view, attacks).map(({ name }) => name))], named),
        attacks,
      ),
    ]
  })
  return {
    type: 'table',
    heading: 'Diamond summary',
    columns: ['Adversary', 'Capability', 'Infrastructure', 'Victim'],
    rows,
    empty: 'No actor has stated activity.',
  }

  function namesOf(behind: readonly CaseLink[]): string {
    return shortListOf(
      [...new Set(behind.flatMap(({ target }) => view.entities.get(target)?.name ?? []))],
      named,
    )
  }
}
