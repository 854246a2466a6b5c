import { byText, groupBy, joined, licences, list, type Facts, type MadeTable } from './facts'

const source = {
  origin:
    "MISP galaxy v349, MITRE ATT&CK v19 groups, Microsoft's threat actor naming map (2026-07-17)",
  licence: `${licences.misp}; ${licences.mitre}; ${licences.microsoft}`,
  date: '2026-08-06',
}

export function actorTables(facts: Facts): MadeTable[] {
  const names = groupBy(facts('actor-names'), 'actor_id')
  return [
    {
      ...source,
      name: 'actors',
      title:
        'Actors and all their names, each with the vendor that gave it where known (name@vendor)',
      columns: ['key', 'name', 'origin', 'state', 'attack', 'types', 'names'],
      rows: facts('actors')
        .map((row) => [
          row('id'),
          row('name'),
          row('origin_iso2'),
          row('state_sponsored') === '' ? '' : 'yes',
          row('attack_id'),
          row('types'),
          joined(
            // A name that two vendors use is two claims.
            (names.get(row('id')) ?? []).flatMap((one) =>
              one('named_by') === ''
                ? [one('name')]
                : list(one('named_by')).map((vendor) => `${one('name')}@${vendor}`),
            ),
          ),
        ])
        .toSorted((a, b) => byText(a[0] ?? '', b[0] ?? '')),
    },
    {
      ...source,
      name: 'contested-names',
      title:
        'Names that more than one actor bears, and which of them is meant more often, if either',
      columns: ['name', 'preferred', 'preference', 'actors'],
      rows: facts('actors-ambiguous').map((row) => [
        row('alias'),
        row('preferred_actor_id'),
        row('preference'),
        row('actor_ids'),
      ]),
    },
    {
      ...source,
      name: 'actor-overlaps',
      title: 'Actors that may be the same or share members: material for merges',
      columns: ['a', 'b', 'relation', 'shared'],
      rows: facts('actor-overlaps').map((row) => [
        row('actor_a'),
        row('actor_b'),
        row('relation'),
        row('shared_names'),
      ]),
    },
  ]
}
