import type { KnowledgeTables, TableName } from '../knowledge-tables'
import { listOf } from './actor-book'
import type { KnowledgeChange } from './knowledge-change'
import { changeTypes } from './knowledge-change'
import { sameName } from './name-key'
import { readCells } from './table-text'

/** What an update changes, as a person reads it: by type, then by name. Works on any two sets of tables. */
export function diffKnowledge(
  before: KnowledgeTables,
  after: KnowledgeTables,
): readonly KnowledgeChange[] {
  const changes = [
    ...diffActors(before, after),
    ...diffContested(before, after),
    ...diffSoftware(before, after),
    ...diffTechniques(before, after),
    ...diffNamed('tactics', 'tactic', before, after),
    ...diffNamed('campaigns', 'campaign', before, after),
  ]
  return changes.toSorted(
    (a, b) =>
      changeTypes.indexOf(a.type) - changeTypes.indexOf(b.type) ||
      compare(a.what, b.what) ||
      compare(a.name.toLowerCase(), b.name.toLowerCase()),
  )
}

function diffActors(before: KnowledgeTables, after: KnowledgeTables): readonly KnowledgeChange[] {
  const [old, next] = [rowsOf('actors', before), rowsOf('actors', after)]
  const bearerOf = new Map<string, string>()
  for (const row of next.values())
    for (const name of namesOf(row))
      if (!bearerOf.has(sameName(name))) bearerOf.set(sameName(name), row[1] ?? '')
  const changes: KnowledgeChange[] = []
  for (const [key, row] of old) {
    const name = row[1] ?? ''
    const now = next.get(key)
    if (now) {
      changes.push(...namesChanged('actor', name, now[1] ?? '', namesOf(row), namesOf(now)))
      continue
    }
    const heir = bearerOf.get(sameName(name))
    changes.push(
      heir === undefined
        ? { type: 'gone', what: 'actor', name, detail: '' }
        : { type: 'merged', what: 'actor', name, detail: `into ${heir}` },
    )
  }
  for (const [key, row] of next)
    if (!old.has(key))
      changes.push({
        type: 'new',
        what: 'actor',
        name: row[1] ?? '',
        detail: otherNames(row[1] ?? '', namesOf(row)),
      })
  return changes
}

function diffContested(
  before: KnowledgeTables,
  after: KnowledgeTables,
): readonly KnowledgeChange[] {
  const [old, next] = [rowsOf('contested-names', before), rowsOf('contested-names', after)]
  const actors = rowsOf('actors', after)
  return [...next].flatMap(([name, row]): readonly KnowledgeChange[] => {
    const claimants = listOf(row[3] ?? '')
    const known = new Set(listOf(old.get(name)?.[3] ?? ''))
    if (known.size > 0 && claimants.every((key) => known.has(key))) return []
    const words = claimants.map((key) => actors.get(key)?.[1] ?? key)
    return [{ type: 'contested', what: 'actor', name, detail: `claimed for ${words.join(', ')}` }]
  })
}

function diffSoftware(before: KnowledgeTables, after: KnowledgeTables): readonly KnowledgeChange[] {
  const [old, next] = [rowsOf('software', before), rowsOf('software', after)]
  const names = (row: readonly string[]) => [row[1] ?? '', ...listOf(row[6] ?? '')]
  return [
    ...[...old].flatMap(([key, row]): readonly KnowledgeChange[] => {
      const now = next.get(key)
      return now
        ? namesChanged('software', row[1] ?? '', now[1] ?? '', names(row), names(now))
        : [{ type: 'gone', what: 'software', name: row[1] ?? '', detail: '' }]
    }),
    ...[...next].flatMap(([key, row]): readonly KnowledgeChange[] =>
      old.has(key)
        ? []
        : [
            {
              type: 'new',
              what: 'software',
              name: row[1] ?? '',
              detail: otherNames(row[1] ?? '', names(row)),
            },
          ],
    ),
  ]
}

function diffTechniques(
  before: KnowledgeTables,
  after: KnowledgeTables,
): readonly KnowledgeChange[] {
  const [old, next] = [rowsOf('techniques', before), rowsOf('techniques', after)]
  return [...next].flatMap(([id, row]): readonly KnowledgeChange[] => {
    const was = old.get(id)
    const name = `${id} ${row[1] ?? ''}`
    if (!was) return row[4] === '' ? [{ type: 'new', what: 'technique', name, detail: '' }] : []
    const changes: KnowledgeChange[] = []
    if (was[1] !== row[1])
      changes.push({
        type: 'renamed',
        what: 'technique',
        name: `${id} ${was[1] ?? ''}`,
        detail: `to ${row[1] ?? ''}`,
      })
    if (was[4] === '' && row[4] === '-')
      changes.push({ type: 'gone', what: 'technique', name, detail: 'withdrawn without another' })
    else if (was[4] !== row[4] && row[4] !== '')
      changes.push({ type: 'merged', what: 'technique', name, detail: `into ${row[4] ?? ''}` })
    return changes
  })
}

function diffNamed(
  table: TableName,
  what: KnowledgeChange['what'],
  before: KnowledgeTables,
  after: KnowledgeTables,
): readonly KnowledgeChange[] {
  const [old, next] = [rowsOf(table, before), rowsOf(table, after)]
  return [...next].flatMap(([id, row]): readonly KnowledgeChange[] => {
    const was = old.get(id)
    if (!was) return [{ type: 'new', what, name: `${id} ${row[1] ?? ''}`, detail: '' }]
    return was[1] === row[1]
      ? []
      : [{ type: 'renamed', what, name: `${id} ${was[1] ?? ''}`, detail: `to ${row[1] ?? ''}` }]
  })
}

function namesChanged(
  what: KnowledgeChange['what'],
  old: string,
  next: string,
  before: readonly string[],
  after: readonly string[],
): readonly KnowledgeChange[] {
  const known = new Set(before.map(sameName))
  const added = [...new Set(after.filter((name) => !known.has(sameName(name)) && name !== next))]
  return [
    ...(old === next ? [] : [{ type: 'renamed', what, name: old, detail: `to ${next}` } as const]),
    ...(added.length === 0
      ? []
      : [{ type: 'extended', what, name: next, detail: added.join(', ') } as const]),
  ]
}

function otherNames(name: string, names: readonly string[]): string {
  const others = [...new Set(names)].filter((one) => sameName(one) !== sameName(name))
  return others.length === 0
    ? ''
    : `also ${others.slice(0, 8).join(', ')}${others.length > 8 ? ' …' : ''}`
}

function namesOf(row: readonly string[]): readonly string[] {
  const others = listOf(row[6] ?? '').map((cell) =>
    cell.includes('@') ? cell.slice(0, cell.lastIndexOf('@')) : cell,
  )
  return [row[1] ?? '', ...others]
}

function rowsOf(name: TableName, tables: KnowledgeTables): ReadonlyMap<string, readonly string[]> {
  return new Map(readCells(name, tables[name]).rows.map((row) => [row[0] ?? '', row]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
