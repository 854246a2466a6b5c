import {
  byText,
  groupBy,
  joined,
  keyGiver,
  licences,
  list,
  type Fact,
  type Facts,
  type MadeTable,
} from './facts'

const attack = {
  origin: 'MITRE ATT&CK v19 and v18.1',
  licence: licences.mitre,
  date: '2026-04-28',
}

export function attackTables(facts: Facts): MadeTable[] {
  const software = softwareTable(facts)
  const knownIds = new Set([
    ...facts('actors').map((row) => row('attack_id')),
    ...facts('software').map((row) => row('attack_id')),
    ...facts('techniques').map((row) => row('id')),
  ])
  const uses = groupBy(
    facts('relations-attack').filter(
      (row) =>
        row('relation') === 'uses' &&
        knownIds.has(row('source_id')) &&
        knownIds.has(row('target_id')),
    ),
    'source_id',
  )
  return [
    software,
    {
      ...attack,
      name: 'techniques',
      title: 'ATT&CK techniques; replaced by another id, or "-" where withdrawn without one',
      columns: ['id', 'name', 'tactics', 'domain', 'replaced', 'former'],
      rows: facts('techniques').map((row) => [
        row('id'),
        row('name'),
        row('tactics'),
        row('domain'),
        row('status') === 'active' ? '' : row('replaced_by') || '-',
        row('former_names'),
      ]),
    },
    {
      ...attack,
      name: 'tactics',
      title: 'ATT&CK tactics',
      columns: ['id', 'name', 'shortname', 'domain'],
      rows: facts('tactics').map((row) => [
        row('id'),
        row('name'),
        row('shortname'),
        row('domain'),
      ]),
    },
    {
      ...attack,
      name: 'campaigns',
      title: 'ATT&CK campaigns and the group that each is attributed to',
      columns: ['id', 'name', 'attributed', 'aliases'],
      rows: facts('campaigns').map((row) => [
        row('id'),
        row('name'),
        row('attributed_to'),
        row('aliases'),
      ]),
    },
    {
      ...attack,
      name: 'attack-relations',
      title: 'Groups and software with the software and techniques that ATT&CK says they use',
      columns: ['source', 'uses'],
      rows: [...uses]
        .map(([id, rows]) => [
          id,
          rows
            .map((row) => row('target_id'))
            .toSorted(byText)
            .join('|'),
        ])
        .toSorted((a, b) => byText(a[0] ?? '', b[0] ?? '')),
    },
  ]
}

/** Well known by now, whatever list they came from. */
const wellKnown = new Set(
  'lockbit|darkside|rhysida|8base|hive|cactus|bianlian|inc ransom|safepay|dragonforce|petya|phobos|makop|gandcrab|cerber|locky|cryptolocker'.split(
    '|',
  ),
)

function softwareTable(facts: Facts): MadeTable {
  // "Russian ransomware" is ransomware from Russia: long lists hold programs that someone named like that.
  const demonyms = new Set(
    facts('countries').flatMap((row) => list(row('demonyms_adjectives').toLowerCase())),
  )
  const isDemonym = (name: string) => demonyms.has(name.toLowerCase())
  // Two lists give the same alias to two entries: the entry that bears it as its name, or that the facts prefer, keeps it.
  const owners = new Map(
    facts('software-ambiguous').map((row) => [row('alias').toLowerCase(), row('claimed_by')]),
  )
  const keeps = (row: Fact, alias: string) => {
    const owner = owners.get(alias.toLowerCase())
    return owner === undefined || owner === row('name')
  }
  const giveKey = keyGiver()
  return {
    name: 'software',
    title: 'Malware and tools; tier 1 is well known, tier 2 from the long lists',
    origin: 'MITRE ATT&CK v19 and v18.1, MISP galaxy v349, own list',
    licence: `${licences.mitre}; ${licences.misp}; ${licences.own}`,
    date: '2026-08-06',
    columns: ['key', 'name', 'kind', 'class', 'attack', 'tier', 'aliases'],
    rows: facts('software')
      .filter((row) => !isDemonym(row('name')))
      .map((row) => [
        giveKey(row('name')),
        row('name'),
        row('kind'),
        row('class'),
        row('attack_id'),
        wellKnown.has(row('name').toLowerCase()) ? '1' : row('tier'),
        joined(list(row('aliases')).filter((alias) => keeps(row, alias) && !isDemonym(alias))),
      ]),
  }
}
