import type { KnownName, KnownVendor, NamingScheme } from '../knowledge'
import { byKey, oneOf, parseTable } from '../parse-table'
import { casing, writtenAs, type ClassOf } from './name-classes'

export function parseVendors(text: string): ReadonlyMap<string, KnownVendor> {
  const columns = ['key', 'name', 'kind', 'country', 'domains', 'aliases'] as const
  return byKey(parseTable('vendors', text, columns).rows, 'key', (row, key) => {
    const country = row.cell('country')
    return {
      key,
      name: row.cell('name') || row.reject('"name" is empty'),
      aliases: row.list('aliases'),
      kind: row.cell('kind') || row.reject('"kind" is empty'),
      ...(country === '' ? {} : { country }),
      domains: row.list('domains'),
    }
  })
}

/** Vendors want their capitals too: "flashpoint" and "elastic" are words. */
export function vendorNames(
  vendors: ReadonlyMap<string, KnownVendor>,
  classOf: ClassOf,
): KnownName[] {
  return [...vendors.values()].flatMap(({ key, name, aliases }) =>
    [name, ...aliases].map((surface, index) => {
      const nameClass = classOf('vendor', surface)
      return {
        surface,
        kind: 'vendor',
        key,
        class: nameClass,
        role: index === 0 ? 'name' : 'alias',
        ...casing(/^[A-Z]{2,4}$/.test(surface) ? 'exact' : (writtenAs(nameClass) ?? 'capitalised')),
      } satisfies KnownName
    }),
  )
}

export function parseNamingSchemes(text: string): readonly NamingScheme[] {
  const columns = [
    'vendor',
    'scheme',
    'pattern',
    'origin',
    'kind',
    'cue',
    'category',
    'example',
  ] as const
  return parseTable('naming-schemes', text, columns).rows.map((row) => {
    const origin = row.cell('origin')
    const category = row.cell('category')
    const example = row.cell('example')
    const pattern = row.cell('pattern')
    if (origin !== '' && !/^[A-Z]{2}$/.test(origin)) row.reject(`"${origin}" is no country code`)
    if (!compiles(pattern)) row.reject(`"${pattern}" is no pattern`)
    if (example !== '' && !new RegExp(`^(?:${pattern})$`).test(example))
      row.reject(`the pattern does not find its example "${example}"`)
    return {
      vendor: row.cell('vendor'),
      scheme: row.cell('scheme'),
      pattern,
      ...(origin === '' ? {} : { origin }),
      kind: oneOf(row, 'kind', ['actor', 'campaign']),
      needsCue: oneOf(row, 'cue', ['cue', '-']) === 'cue',
      ...(category === '' ? {} : { category }),
      ...(example === '' ? {} : { example }),
    }
  })
}

function compiles(pattern: string): boolean {
  if (pattern === '') return false
  try {
    return new RegExp(pattern, 'g').global
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
