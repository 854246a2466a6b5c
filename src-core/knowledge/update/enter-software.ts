import type { SoftwareFact } from './source-facts'
import { listOf } from './actor-book'
import { keyOf, sameName } from './name-key'
import type { TableCells } from './table-text'

/** Columns of the software table, in order. */
const at = { key: 0, name: 1, kind: 2, class: 3, attack: 4, tier: 5, aliases: 6 } as const

/** Enters software; a name that another program bears stays with that one. `newNames` gathers what came in. */
export function enterSoftware(
  table: TableCells,
  facts: readonly SoftwareFact[],
  taken: ReadonlySet<string>,
  newNames: string[],
): TableCells {
  const rows = table.rows.map((row) => [...row])
  const byName = new Map<string, string[]>()
  const byId = new Map<string, string[]>()
  const keys = new Set(taken)
  for (const row of rows) {
    keys.add(row[at.key] ?? '')
    if (row[at.attack] !== '') byId.set(row[at.attack] ?? '', row)
    for (const name of [row[at.name] ?? '', ...listOf(row[at.aliases] ?? '')])
      if (!byName.has(sameName(name))) byName.set(sameName(name), row)
  }
  for (const fact of facts) {
    const known =
      (fact.attackId === undefined ? undefined : byId.get(fact.attackId)) ??
      byName.get(sameName(fact.name))
    const row = known ?? newRow(fact, keys)
    if (!known) {
      rows.push(row)
      newNames.push(fact.name)
    }
    if (row[at.attack] === '' && fact.attackId !== undefined && !byId.has(fact.attackId))
      row[at.attack] = fact.attackId
    if (row[at.class] === '' && fact.class !== undefined) row[at.class] = fact.class
    if (row[at.attack] !== '') byId.set(row[at.attack] ?? '', row)
    const isRenamed =
      fact.attackId !== undefined &&
      row[at.attack] === fact.attackId &&
      !byName.has(sameName(fact.name))
    const aliases = [...listOf(row[at.aliases] ?? '')]
    for (const name of [...(isRenamed ? [row[at.name] ?? ''] : []), ...fact.aliases]) {
      const owner = byName.get(sameName(name))
      if (owner !== undefined && owner !== row) continue
      const isThere = [row[at.name] ?? '', ...aliases].some(
        (own) => sameName(own) === sameName(name),
      )
      if (isThere && !(isRenamed && name === row[at.name])) continue
      if (owner === undefined) newNames.push(name)
      aliases.push(name)
      byName.set(sameName(name), row)
    }
    if (isRenamed) row[at.name] = fact.name
    row[at.aliases] = [...new Set(aliases)]
      .filter((alias) => sameName(alias) !== sameName(row[at.name] ?? ''))
      .join('|')
    byName.set(sameName(fact.name), byName.get(sameName(fact.name)) ?? row)
  }
  return { ...table, rows }
}

function newRow(fact: SoftwareFact, keys: Set<string>): string[] {
  const plain = keyOf(fact.name) || 'sign'
  let key = plain
  for (let number = 2; keys.has(key); number += 1) key = `${plain}-${number}`
  keys.add(key)
  return [key, fact.name, fact.kind, fact.class ?? '', fact.attackId ?? '', String(fact.tier), '']
}
