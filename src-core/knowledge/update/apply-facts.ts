import type { KnowledgeTables, TableName } from '../knowledge-tables'
import { ActorBook, listOf } from './actor-book'
import { enterSoftware } from './enter-software'
import { sameName } from './name-key'
import type { SourceFacts } from './source-facts'
import { readCells, withOrigin, writeCells, type TableCells } from './table-text'

/** Enters the facts of one source into the tables. Nothing known is deleted but what the source itself merges. Pure: same facts, same tables. */
export function applyFacts(tables: KnowledgeTables, facts: SourceFacts): KnowledgeTables {
  const cells = (name: TableName) => readCells(name, tables[name])
  const book = new ActorBook(
    cells('actors'),
    cells('contested-names'),
    countryCodes(cells('countries')),
  )
  for (const fact of facts.actors) if (fact.mergedInto === undefined) book.enter(fact)
  for (const { attackId, mergedInto } of facts.actors)
    if (attackId !== undefined && mergedInto !== undefined) book.merge(attackId, mergedInto)
  const softwareNames: string[] = []
  const own = new Set(cells('software-own').rows.map(([key = '']) => key))
  const ownNames = new Set(
    cells('software-own').rows.flatMap((row) =>
      [row[1] ?? '', ...listOf(row[6] ?? '')].map(sameName),
    ),
  )
  const software = enterSoftware(
    cells('software'),
    facts.software.filter(({ name }) => !ownNames.has(sameName(name))),
    own,
    softwareNames,
  )
  const tactics = enterTactics(cells('tactics'), facts)
  const techniques = enterTechniques(cells('techniques'), facts, tactics)
  const known = new Set([
    ...book.attackIds,
    ...software.rows.map((row) => row[4] ?? ''),
    ...cells('software-own').rows.map((row) => row[4] ?? ''),
    ...techniques.rows.map(([id = '']) => id),
  ])
  const { actors, contested } = book.written()
  const next: Partial<Record<TableName, TableCells>> = {
    actors,
    'contested-names': contested,
    'actor-overlaps': moveOverlaps(cells('actor-overlaps'), book.merged),
    software,
    tactics,
    techniques,
    campaigns: enterCampaigns(cells('campaigns'), facts, book.attackIds),
    'attack-relations': enterUses(cells('attack-relations'), facts, known),
    'name-classes': classifyNames(cells('name-classes'), book.newNames, softwareNames, actors),
  }
  const { title, version, date } = facts.source
  const origin = `${title}${version === undefined ? '' : ` ${version}`}`
  return changed(tables, next, (table) => withOrigin(table, origin, date))
}

/** Tables whose rows differ get the new source in their header; the others stay byte for byte. */
function changed(
  tables: KnowledgeTables,
  next: Partial<Record<TableName, TableCells>>,
  stamp: (table: TableCells) => TableCells,
): KnowledgeTables {
  const result: Record<TableName, string> = { ...tables }
  for (const [key, table] of Object.entries(next)) {
    // The keys of `next` are names of tables by its type.
    const name = key as TableName
    if (writeCells(table) !== tables[name]) result[name] = writeCells(stamp(table))
  }
  return result
}

function countryCodes(table: TableCells): (name: string) => string | undefined {
  const codes = new Map<string, string>()
  for (const row of table.rows)
    for (const name of [row[2] ?? '', ...listOf(row[9] ?? '')])
      codes.set(sameName(name), row[0] ?? '')
  return (name) => codes.get(sameName(name))
}

function enterTactics(table: TableCells, { tactics }: SourceFacts): TableCells {
  const rows = new Map(table.rows.map((row) => [row[0] ?? '', row]))
  for (const { id, name, shortName, domain } of tactics)
    if (/^[a-z-]{2,60}$/.test(shortName)) rows.set(id, [id, name, shortName, domain])
  return { ...table, rows: [...rows.values()] }
}

function enterTechniques(
  table: TableCells,
  { techniques }: SourceFacts,
  tactics: TableCells,
): TableCells {
  const known = new Set(tactics.rows.map((row) => row[2] ?? ''))
  const rows = new Map(table.rows.map((row) => [row[0] ?? '', row]))
  const ids = new Set([...rows.keys(), ...techniques.map(({ id }) => id)])
  for (const fact of techniques) {
    const before = rows.get(fact.id)
    const named = before?.[1] ?? fact.name
    const former = new Set(listOf(before?.[5] ?? ''))
    if (named !== fact.name) former.add(named)
    former.delete(fact.name)
    const phases = fact.tactics.filter((tactic) => known.has(tactic))
    const replaced =
      fact.replaced !== undefined && fact.replaced !== '-' && !ids.has(fact.replaced)
        ? '-'
        : (fact.replaced ?? '')
    const tacticCell = phases.length > 0 ? phases.join('|') : (before?.[2] ?? '')
    rows.set(fact.id, [
      fact.id,
      fact.name,
      tacticCell,
      before?.[3] ?? fact.domain,
      replaced,
      [...former].join('|'),
    ])
  }
  const sorted = [...rows.values()].toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  return { ...table, rows: rows.size === table.rows.length ? [...rows.values()] : sorted }
}

function enterCampaigns(
  table: TableCells,
  { campaigns }: SourceFacts,
  groups: ReadonlySet<string>,
): TableCells {
  const rows = new Map(table.rows.map((row) => [row[0] ?? '', row]))
  for (const [id, row] of rows)
    if (!groups.has(row[2] ?? '')) rows.set(id, [row[0] ?? '', row[1] ?? '', '', row[3] ?? ''])
  for (const { id, name, aliases, attributedTo = '' } of campaigns) {
    const before = rows.get(id)
    const all = new Set([
      ...listOf(before?.[3] ?? ''),
      ...(before && before[1] !== name ? [before[1] ?? ''] : []),
      ...aliases,
    ])
    all.delete(name)
    rows.set(id, [
      id,
      name,
      groups.has(attributedTo) ? attributedTo : (before?.[2] ?? ''),
      [...all].join('|'),
    ])
  }
  return { ...table, rows: [...rows.values()] }
}

/** A bundle of one domain says nothing of the others: what is known stays, what is new is added. */
function enterUses(
  table: TableCells,
  { uses }: SourceFacts,
  known: ReadonlySet<string>,
): TableCells {
  const rows = new Map(
    table.rows.map(([source = '', cell = '']) => [source, new Set(listOf(cell))]),
  )
  for (const [source, targets] of uses) {
    if (!known.has(source)) continue
    const set = rows.get(source) ?? new Set()
    for (const target of targets) if (known.has(target)) set.add(target)
    rows.set(source, set)
  }
  const kept = [...rows].filter(([source]) => known.has(source))
  return {
    ...table,
    rows: kept
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([source, set]) => [
        source,
        [...set]
          .filter((id) => known.has(id))
          .toSorted()
          .join('|'),
      ]),
  }
}

function moveOverlaps(table: TableCells, merged: ReadonlyMap<string, string>): TableCells {
  if (merged.size === 0) return table
  const rows = table.rows.map(([a = '', b = '', relation = '', shared = '']) => [
    merged.get(a) ?? a,
    merged.get(b) ?? b,
    relation,
    shared,
  ])
  return { ...table, rows: rows.filter(([a, b]) => a !== b) }
}

/**
 * New names that could be ordinary words get a class that asks for evidence beside them: short ones, plain words, and those that an actor and a
 * program share. A reviewer of the tables may lift that later; a wrong link in every report would be worse than a name that wants a cue.
 */
function classifyNames(
  table: TableCells,
  actorNames: readonly string[],
  softwareNames: readonly string[],
  actors: TableCells,
): TableCells {
  const has = new Set(table.rows.map(([name = '', kind = '']) => `${kind} ${name.toLowerCase()}`))
  const bearers = new Set(
    actors.rows.flatMap((row) =>
      [row[1] ?? '', ...listOf(row[6] ?? '')].map((name) => sameName(name.split('@')[0] ?? '')),
    ),
  )
  const rows = [...table.rows]
  const add = (name: string, kind: string, nameClass: string) => {
    if (has.has(`${kind} ${name.toLowerCase()}`) || has.has(`actor+software ${name.toLowerCase()}`))
      return
    has.add(`${kind} ${name.toLowerCase()}`)
    rows.push([name, kind, nameClass])
  }
  const enter = (name: string, kind: 'actor' | 'software') => {
    if (name.length <= 3) add(name, kind, 'short')
    else if (/^[A-Z]?[a-z]+$/.test(name)) add(name, kind, 'dictionary-word')
    else if (kind === 'software' && bearers.has(sameName(name))) add(name, 'software', 'cross-kind')
  }
  for (const name of actorNames) enter(name, 'actor')
  for (const name of softwareNames) enter(name, 'software')
  return { ...table, rows }
}
