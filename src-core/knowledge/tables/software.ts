import type { KnownName, KnownProduct, KnownSoftware, KnownVulnerability } from '../knowledge'
import { byKey, oneOf, parseTable } from '../parse-table'
import { casing, writtenAs, type ClassOf } from './name-classes'

export function parseSoftware(
  table: 'software' | 'software-own',
  text: string,
): ReadonlyMap<string, KnownSoftware> {
  const columns = ['key', 'name', 'kind', 'class', 'attack', 'tier', 'aliases'] as const
  return byKey(parseTable(table, text, columns).rows, 'key', (row, key) => {
    const attackId = row.cell('attack')
    const softwareClass = row.cell('class')
    if (row.cell('name') === '') row.reject('"name" is empty')
    if (attackId !== '' && !/^S\d{4}$/.test(attackId)) row.reject(`"${attackId}" is no software id`)
    return {
      key,
      name: row.cell('name'),
      aliases: row.list('aliases'),
      kind: oneOf(row, 'kind', ['malware', 'tool']),
      ...(softwareClass === '' ? {} : { class: softwareClass }),
      ...(attackId === '' ? {} : { attackId }),
      tier: oneOf(row, 'tier', ['1', '2']) === '1' ? 1 : 2,
    }
  })
}

export function softwareNames(
  software: ReadonlyMap<string, KnownSoftware>,
  classOf: ClassOf,
): KnownName[] {
  return [...software.values()].flatMap((one) =>
    [one.name, ...one.aliases].map((surface, index) => {
      const nameClass = classOf('software', surface)
      return {
        surface,
        kind: one.kind,
        key: one.key,
        class: nameClass,
        role: index === 0 ? 'name' : 'alias',
        ...casing(writtenAs(nameClass)),
      } satisfies KnownName
    }),
  )
}

export function parseProducts(text: string): ReadonlyMap<string, KnownProduct> {
  const columns = ['key', 'name', 'vendor', 'kind', 'aliases'] as const
  return byKey(parseTable('products', text, columns).rows, 'key', (row, key) => ({
    key,
    name: row.cell('name') || row.reject('"name" is empty'),
    aliases: row.list('aliases'),
    vendor: row.cell('vendor'),
    kind: oneOf(row, 'kind', ['appliance', 'software', 'library', 'os', 'device', 'service']),
  }))
}

/** Product names are capitalised: "exchange server" in lower case is prose. */
export function productNames(products: ReadonlyMap<string, KnownProduct>): KnownName[] {
  return [...products.values()].flatMap((one) =>
    [one.name, ...one.aliases].map((surface, index) => ({
      surface,
      kind: 'product' as const,
      key: one.key,
      class: 'distinctive' as const,
      role: index === 0 ? ('name' as const) : ('alias' as const),
      written: 'capitalised' as const,
    })),
  )
}

export function parseVulnerabilityNames(
  text: string,
  products: ReadonlyMap<string, KnownProduct>,
): ReadonlyMap<string, KnownVulnerability> {
  const { rows } = parseTable('vulnerability-names', text, ['name', 'cves', 'product', 'aliases'])
  const byName = byKey(rows, 'name', (row, name) => {
    const cves = row.list('cves')
    const product = row.cell('product')
    const [cve] = cves
    if (cve === undefined) return row.reject('has no CVE id')
    for (const id of cves) if (!/^CVE-\d{4}-\d{4,}$/.test(id)) row.reject(`"${id}" is no CVE id`)
    if (product !== '' && !products.has(product)) row.reject(`no product has the key "${product}"`)
    return { cve, name, aliases: row.list('aliases'), cves, ...(product === '' ? {} : { product }) }
  })
  return new Map([...byName.values()].map((one) => [one.cve, one]))
}

export function vulnerabilityNames(
  vulnerabilities: ReadonlyMap<string, KnownVulnerability>,
): KnownName[] {
  return [...vulnerabilities.values()].flatMap(({ cve, name, aliases }) =>
    [name, ...aliases].map((surface, index) => ({
      surface,
      kind: 'vulnerability' as const,
      key: cve,
      class: 'distinctive' as const,
      role: index === 0 ? ('name' as const) : ('alias' as const),
    })),
  )
}
