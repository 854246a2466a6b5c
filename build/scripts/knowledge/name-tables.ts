import {
  byText,
  joined,
  keyGiver,
  licences,
  list,
  type Fact,
  type Facts,
  type MadeTable,
} from './facts'

const own = { origin: 'own work', licence: licences.own, date: '2026-08-06' }

export function nameTables(facts: Facts): MadeTable[] {
  const giveKey = keyGiver()
  return [
    {
      ...own,
      name: 'sectors',
      title:
        'Sectors with the slug of the output contract; synonyms are labels of other vocabularies',
      origin: 'STIX 2.1 industry-sector-ov, MISP galaxy sector cluster, own synonyms',
      columns: ['key', 'label', 'slug', 'synonyms'],
      rows: facts('sectors').map((row) => [
        row('sector'),
        row('label'),
        row('eval_slug'),
        row('synonyms'),
      ]),
    },
    {
      ...own,
      name: 'vendors',
      title: 'Who publishes about threats: vendors, response teams, agencies, media',
      columns: ['key', 'name', 'kind', 'country', 'domains', 'aliases'],
      rows: facts('vendors').map((row) => [
        giveKey(row('name')),
        row('name'),
        row('kind'),
        /^[A-Z]{2}$/.test(row('country_iso2')) ? row('country_iso2') : '',
        row('domains'),
        joined(list(row('aliases'))),
      ]),
    },
    namingSchemeTable(facts),
    {
      ...own,
      name: 'name-classes',
      title: 'Names that are ordinary words too, and of which class',
      columns: ['name', 'kind', 'class'],
      rows: uniqueRows([
        ...facts('common-word-names').map((row) => [row('name'), row('entity_kind'), row('class')]),
        ...moreClasses.flatMap(([kind, nameClass, names]) =>
          names.split('|').map((name) => [name, kind, nameClass]),
        ),
      ]),
    },
    {
      ...own,
      name: 'name-rules',
      title: 'What each class of name needs before it counts',
      columns: ['class', 'cues', 'rule'],
      rows: facts('common-word-rules').map((row) => [
        row('class'),
        joined(list(row('cue_words').replace(/ \|\| /g, '|')).flatMap(withoutOption)),
        row('rule'),
      ]),
    },
  ]
}

/** Ordinary words and people that the facts take for distinctive; found by running the index over English that is not about threats. */
const moreClasses = [
  ['place', 'place-common-word', 'Western|Northern|Southern|Eastern|Central|East|West|North|South|Northwest|Northeast|Southwest|Southeast|North West|North East|South West|South East|Centre|Islands|Capital|National|Littoral|Plateau|Rivers|Metro|Oriental|Maritime|Delta|Pool|Tours|Nice|Split|Saga|Sale|Male|Independence|Enterprise|Paradise|Springs|Bride|Cascade|Grad|Chihuahua|Natal|Derby|Upper East|Upper West|Cascades|Plateaux|Hauts-Bassins|Bar|Banks|Federal District|Distrito Federal|District|Highlands|Borders|Midlands|Santa|Hidalgo|Progress|Eagle|Summit|Corona|Apple Valley|Sparks|Universal City|Peel|Scarborough'],
  ['place', 'place-common-word', 'Mary|Victoria|Florence|Charlotte|Patrick|Nelson|Harper|Helena|Lincoln|Jackson|Madison|Austin|Irving|Hamilton|Regina|Kent|Alexandria|Adelaide|Aurora|Sydney|Dallas|Cleveland|Houston|Savannah|Jackson|Carolina|Sandy|Salvador|Lima|Francisco|Diego|Roman|Christian|Marion|Gary|Joseph|Anthony|Dale'],
  ['software', 'common-word', 'crypto|mega|mailto|isda|pacman|forma|hehe|responder|xray|expiro|gost|chisel'],
  ['software', 'proper-noun', 'Donald Trump|Thanos|Ragnarok|Gorgon'],
  ['software', 'org-or-product', 'Zimbra|cylance|mcafee|Rapid7|Barracuda'],
  ['software', 'common-word', 'SUBMARINE|WHIRLPOOL|SEASIDE|SKIPJACK|CROSSWALK|Fantasy|Moonshine|Tickler|Certify|RESURGE|Yokai|Menorah|Covenant|Restic|Blat|TheMoon|Hatef|MultiLayer|WinterBlur'],
  ['software', 'proper-noun', 'Godzilla'],
  ['software', 'place-or-demonym', 'Saitama'],
  ['actor', 'common-word', 'Admin'],
] as const // prettier-ignore

/** "actor(s)" is two cues. */
const withoutOption = (cue: string) =>
  cue.endsWith('(s)') ? [cue.slice(0, -3), `${cue.slice(0, -3)}s`] : [cue]

function uniqueRows(rows: readonly (readonly string[])[]): string[][] {
  const seen = new Map<string, string[]>()
  for (const [name = '', kind = '', nameClass = ''] of rows) {
    const key = `${name.toLowerCase()}\t${kind}`
    if (!seen.has(key)) seen.set(key, [name, kind, nameClass])
  }
  return [...seen.values()].toSorted((a, b) => byText(a[0] ?? '', b[0] ?? ''))
}

/** Ids are recognised as ids, and free names stand in the dictionary: neither is a scheme. */
const noScheme = new Set(['group-id', 'software-id', 'technique-id', 'campaign-id', 'free-compound', 'colour-name', 'tactic-free', 'slime-etc', 'adjective-dragon', 'apt-no-scheme']) // prettier-ignore
/** Schemes whose words meet in ordinary prose. */
const wantsCue =
  /^(?:weather-(?:rain|dust|flood|hail|lightning|blizzard|cyclone|squall|tsunami|tempest|vortex)|animal-(?:panda|bear|kitten|buffalo|crane|leopard|tiger|wolf|lynx|hawk|sphinx|spider|jackal)|earth|water|void|insects-plants|constellation-(?:gemini|orion|libra|draco)|werewolf|dragon|manticore|op-name|group-nn|pla-unit|chemical-element|hive-itg)$/

function namingSchemeTable(facts: Facts): MadeTable {
  const rows = facts('naming-schemes')
    .filter((row) => !noScheme.has(row('scheme')))
    .map((row) => schemeRow(row))
  const split = [
    ['Check Point', 'dragon', '\\b[A-Z][A-Za-z-]+ Dragon\\b', 'CN', 'actor', 'cue', '', 'Camaro Dragon'],
    ['Check Point', 'manticore', '\\b[A-Z][A-Za-z-]+ Manticore\\b', 'IR', 'actor', 'cue', '', 'Void Manticore'],
    ['Kaspersky', 'likho', '\\b[A-Z][A-Za-z-]+ Likho\\b', '', 'actor', '-', 'against Russia', 'Awaken Likho'],
    ['TeamT5', 'slime', '\\bSLIME\\d{1,3}\\b', 'CN', 'actor', '-', '', 'SLIME13'],
  ] // prettier-ignore
  return {
    ...own,
    name: 'naming-schemes',
    title: "Vendors' naming schemes as patterns, with the origin that each implies",
    columns: ['vendor', 'scheme', 'pattern', 'origin', 'kind', 'cue', 'category', 'example'],
    rows: [...rows, ...split].map((row) =>
      row.map((cell, at) => (at === 2 ? bounded(cell) : cell)),
    ),
  }
}

function schemeRow(row: Fact): string[] {
  const meaning = row('origin_or_category')
  const origin = /^([A-Z]{2})(?: |$)/.exec(meaning)?.[1] ?? ''
  return [
    row('vendor'),
    row('scheme'),
    row('regex'),
    row('scheme') === 'pla-unit' ? '' : origin,
    row('scheme') === 'op-name' ? 'campaign' : 'actor',
    wantsCue.test(row('scheme')) ? 'cue' : '-',
    origin !== '' && !meaning.includes('(PLA)') ? '' : meaning.replace(/^category: /, ''),
    row('example'),
  ]
}

/** Words of a name are short: bounds keep the patterns linear on a text of one endless word. */
const bounded = (pattern: string) =>
  pattern
    .replaceAll('[A-Za-z-]+', '[A-Za-z-]{1,24}')
    .replaceAll('[A-Za-z]+', '[A-Za-z]{1,24}')
    .replaceAll('[a-z]+', '[a-z]{1,24}')
    .replaceAll('[A-Z]+', '[A-Z]{1,24}')
    .replaceAll('[A-Z]{3,}', '[A-Z]{3,24}')
