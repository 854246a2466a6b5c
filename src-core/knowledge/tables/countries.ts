import type { KnownCountry, KnownName, KnownRegion, KnownStateBody } from '../knowledge'
import { byKey, numberIn, oneOf, parseTable, type TableRow } from '../parse-table'

export interface Countries {
  readonly countries: ReadonlyMap<string, KnownCountry>
  /** Short or shared names that stand for a country only if nothing nearer does: "Korean", "Congo". */
  readonly contested: ReadonlyMap<string, readonly string[]>
}

export function parseCountries(text: string): Countries {
  const columns = ['iso2', 'numeric', 'name', 'capital', 'lat', 'lng', 'capital_lat', 'capital_lng', 'demonyms', 'aliases', 'contested'] as const // prettier-ignore
  const { rows } = parseTable('countries', text, columns)
  const countries = byKey(rows, 'iso2', (row, iso2) => {
    const capital = row.cell('capital')
    if (!/^[A-Z]{2}$/.test(iso2)) row.reject(`"${iso2}" is no country code`)
    return {
      iso2,
      numeric: row.cell('numeric'),
      name: row.cell('name') || row.reject('"name" is empty'),
      aliases: row.list('aliases'),
      demonyms: row.list('demonyms'),
      centroid: [numberIn(row, 'lng'), numberIn(row, 'lat')] as const,
      ...(capital === ''
        ? {}
        : {
            capital,
            capitalAt: [numberIn(row, 'capital_lng'), numberIn(row, 'capital_lat')] as const,
          }),
    }
  })
  return {
    countries,
    contested: new Map(rows.map((row) => [row.cell('iso2'), row.list('contested')])),
  }
}

/** Country names and demonyms want their capitals ("turkey", "polish" and "us" are words); abbreviations letter by letter. */
export function countryNames({ countries, contested }: Countries): KnownName[] {
  return [...countries.values()].flatMap((country) => {
    const claimed = contested.get(country.iso2) ?? []
    const entry = (surface: string, role: KnownName['role']): KnownName => ({
      surface,
      kind: 'country',
      key: country.iso2,
      class: isAbbreviation(surface) ? 'short' : 'distinctive',
      role,
      written: isAbbreviation(surface) ? 'exact' : 'capitalised',
      ...(claimed.includes(surface) ? { ambiguous: 'contested' } : {}),
    })
    const { demonyms, aliases } = country
    return [
      entry(country.name, 'name'),
      ...aliases.map((alias) => entry(alias, 'alias')),
      ...demonyms
        .filter((demonym) => !aliases.includes(demonym))
        .map((one) => entry(one, 'demonym')),
      ...(country.capital === undefined || country.capital === country.name
        ? []
        : [entry(country.capital, 'capital')]),
    ]
  })
}

const isAbbreviation = (surface: string) => /^[A-Z.]{2,8}$/.test(surface)

/** Places; a name that several places of one country share goes to the largest. */
export function placeNames(
  text: string,
  countries: ReadonlyMap<string, KnownCountry>,
  isCommonWord: (surface: string) => boolean,
): KnownName[] {
  const columns = ['iso2', 'name', 'type', 'admin1', 'lat', 'lng', 'population', 'aliases'] as const
  return parseTable('places', text, columns).rows.flatMap((row) => {
    const iso2 = row.cell('iso2')
    const name = row.cell('name')
    if (!countries.has(iso2)) row.reject(`no country has the code "${iso2}"`)
    if (name === '') row.reject('"name" is empty')
    const place = {
      iso2,
      population: row.cell('population') === '' ? 0 : numberIn(row, 'population'),
      type: oneOf(row, 'type', ['city', 'admin1']),
      at: [numberIn(row, 'lng'), numberIn(row, 'lat')] as const,
    }
    return [name, ...row.list('aliases')].map((surface, index) => ({
      surface,
      kind: 'place' as const,
      key: `${iso2}/${name}`,
      class: isCommonWord(surface) ? ('place-common-word' as const) : ('distinctive' as const),
      role: index === 0 ? ('name' as const) : ('alias' as const),
      written: 'capitalised' as const,
      place,
    }))
  })
}

export function parseRegions(
  text: string,
  countries: ReadonlyMap<string, KnownCountry>,
): ReadonlyMap<string, KnownRegion> {
  const columns = ['key', 'name', 'aliases', 'adjectives', 'members'] as const
  return byKey(parseTable('regions', text, columns).rows, 'key', (row, key) => ({
    key,
    name: row.cell('name') || row.reject('"name" is empty'),
    aliases: row.list('aliases'),
    adjectives: row.list('adjectives'),
    members: row.list('members').map((iso2) => known(row, countries, iso2)),
  }))
}

export function regionNames(regions: ReadonlyMap<string, KnownRegion>): KnownName[] {
  return [...regions.values()].flatMap((region) => {
    const entry = (surface: string, role: KnownName['role']): KnownName => ({
      surface,
      kind: 'region',
      key: region.key,
      class: isAbbreviation(surface) ? 'short' : 'distinctive',
      role,
      written: isAbbreviation(surface) ? 'exact' : 'capitalised',
    })
    return [
      entry(region.name, 'name'),
      ...region.aliases.map((alias) => entry(alias, 'alias')),
      ...region.adjectives.map((adjective) => entry(adjective, 'demonym')),
    ]
  })
}

/** Seats of government that stand for the state: "the Kremlin said". */
export function metonymNames(
  text: string,
  countries: ReadonlyMap<string, KnownCountry>,
): KnownName[] {
  return parseTable('metonyms', text, ['name', 'iso2', 'kind']).rows.map((row) => ({
    surface: row.cell('name') || row.reject('"name" is empty'),
    kind: 'country',
    key: known(row, countries, row.cell('iso2')),
    class: 'distinctive',
    role: oneOf(row, 'kind', ['city', 'seat']) === 'city' ? 'capital' : 'metonym',
    written: 'capitalised',
  }))
}

export function parseStateBodies(
  text: string,
  countries: ReadonlyMap<string, KnownCountry>,
  sectors: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, KnownStateBody> {
  const columns = ['key', 'name', 'iso2', 'kind', 'sectors', 'aliases'] as const
  return byKey(parseTable('state-bodies', text, columns).rows, 'key', (row, key) => ({
    key,
    name: row.cell('name') || row.reject('"name" is empty'),
    aliases: row.list('aliases'),
    country: known(row, countries, row.cell('iso2')),
    kind: oneOf(row, 'kind', ['intelligence', 'military', 'parliament', 'police', 'ministry', 'agency', 'party', 'head-of-state']), // prettier-ignore
    sectors: row
      .list('sectors')
      .map((sector) =>
        sectors.has(sector) ? sector : row.reject(`no sector has the key "${sector}"`),
      ),
  }))
}

export function stateBodyNames(bodies: ReadonlyMap<string, KnownStateBody>): KnownName[] {
  return [...bodies.values()].flatMap(({ key, name, aliases }) =>
    [name, ...aliases].map((surface, index) => ({
      surface,
      kind: 'organization' as const,
      key,
      class: isAbbreviation(surface) ? ('short' as const) : ('distinctive' as const),
      role: index === 0 ? ('name' as const) : ('alias' as const),
      written: isAbbreviation(surface) ? ('exact' as const) : ('capitalised' as const),
    })),
  )
}

function known<Column extends string>(
  row: TableRow<Column>,
  countries: ReadonlyMap<string, KnownCountry>,
  iso2: string,
): string {
  return countries.has(iso2) ? iso2 : row.reject(`no country has the code "${iso2}"`)
}
