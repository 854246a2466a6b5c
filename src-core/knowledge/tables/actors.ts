import type { ActorName, ActorOverlap, KnownActor, KnownName } from '../knowledge'
import { byKey, parseTable, type TableRow } from '../parse-table'
import { casing, writtenAs, type ClassOf } from './name-classes'

/** Names are written `name@vendor`, the actor's own name without a vendor where none is known. */
export function parseActors(text: string): ReadonlyMap<string, KnownActor> {
  const columns = ['key', 'name', 'origin', 'state', 'attack', 'types', 'names'] as const
  return byKey(parseTable('actors', text, columns).rows, 'key', (row, key) => {
    const origin = row.cell('origin')
    const attackId = row.cell('attack')
    if (row.cell('name') === '') row.reject('"name" is empty')
    if (origin !== '' && !/^[A-Z]{2}$/.test(origin)) row.reject(`"${origin}" is no country code`)
    if (attackId !== '' && !/^G\d{4}$/.test(attackId)) row.reject(`"${attackId}" is no group id`)
    return {
      key,
      name: row.cell('name'),
      names: row.list('names').map(readName),
      ...(origin === '' ? {} : { origin }),
      stateSponsored: row.cell('state') === 'yes',
      ...(attackId === '' ? {} : { attackId }),
      types: row.list('types'),
    }
  })
}

function readName(cell: string): ActorName {
  const at = cell.lastIndexOf('@')
  // A name with an @ of its own ends in one more.
  if (at === cell.length - 1 && at > 0) return { name: cell.slice(0, at) }
  return at < 0 ? { name: cell } : { name: cell.slice(0, at), namedBy: cell.slice(at + 1) }
}

export type Contested = ReadonlyMap<string, { readonly preferred?: string }>

/** Names that several actors bear; by lower-case name. */
export function parseContestedNames(
  text: string,
  actors: ReadonlyMap<string, KnownActor>,
): Contested {
  const { rows } = parseTable('contested-names', text, [
    'name',
    'preferred',
    'preference',
    'actors',
  ])
  const found = byKey(rows, 'name', (row) => {
    const preferred = row.cell('preferred')
    for (const key of row.list('actors')) known(row, actors, key)
    if (preferred !== '') known(row, actors, preferred)
    return preferred === '' ? {} : { preferred }
  })
  return new Map([...found].map(([name, claim]) => [name.toLowerCase(), claim]))
}

export function parseActorOverlaps(
  text: string,
  actors: ReadonlyMap<string, KnownActor>,
): readonly ActorOverlap[] {
  const { rows } = parseTable('actor-overlaps', text, ['a', 'b', 'relation', 'shared'])
  return rows.map((row) => ({
    a: known(row, actors, row.cell('a')),
    b: known(row, actors, row.cell('b')),
    relation: row.cell('relation'),
    sharedNames: row.list('shared'),
  }))
}

function known<Column extends string>(
  row: TableRow<Column>,
  actors: ReadonlyMap<string, KnownActor>,
  key: string,
): string {
  return actors.has(key) ? key : row.reject(`no actor has the key "${key}"`)
}

export function actorNames(
  actors: ReadonlyMap<string, KnownActor>,
  contested: Contested,
  classOf: ClassOf,
): KnownName[] {
  return [...actors.values()].flatMap((actor) =>
    uniqueNames([actor.name, ...actor.names.map((one) => one.name)]).map((surface) => {
      const nameClass = classOf('actor', surface)
      const claim = contested.get(surface.toLowerCase())
      return {
        surface,
        kind: 'actor',
        key: actor.key,
        class: nameClass,
        role: surface === actor.name ? 'name' : 'alias',
        ...casing(writtenAs(nameClass)),
        ...(claim ? { ambiguous: claim.preferred === actor.key ? 'preferred' : 'contested' } : {}),
      } satisfies KnownName
    }),
  )
}

function uniqueNames(names: readonly string[]): string[] {
  return [
    ...new Map(names.toReversed().map((name) => [name.toLowerCase(), name])).values(),
  ].toReversed()
}
