import type { ActorFact } from './source-facts'
import { keyOf, sameName } from './name-key'
import type { TableCells } from './table-text'

interface ActorRow {
  readonly key: string
  name: string
  origin: string
  state: string
  attack: string
  types: string
  names: { readonly name: string; readonly namedBy?: string }[]
}

/** The actor table and the contested names, while facts of a new source are entered. */
export class ActorBook {
  private readonly rows = new Map<string, ActorRow>()
  private readonly bearers = new Map<string, Set<string>>()
  private readonly contested = new Map<
    string,
    { name: string; preferred: string; preference: string; actors: Set<string> }
  >()
  /** Key of an actor that is gone → that of the one it went into. */
  readonly merged = new Map<string, string>()
  /** Names that came in, for the table of ordinary words. */
  readonly newNames: string[] = []

  constructor(
    private readonly table: TableCells,
    private readonly contestedTable: TableCells,
    private readonly countryCode: (name: string) => string | undefined,
  ) {
    for (const [
      key = '',
      name = '',
      origin = '',
      state = '',
      attack = '',
      types = '',
      names = '',
    ] of table.rows) {
      const row = { key, name, origin, state, attack, types, names: listOf(names).map(readName) }
      this.rows.set(key, row)
      for (const one of [name, ...row.names.map((own) => own.name)]) this.bear(one, key)
    }
    for (const [name = '', preferred = '', preference = '', actors = ''] of contestedTable.rows)
      this.contested.set(sameName(name), {
        name,
        preferred,
        preference,
        actors: new Set(listOf(actors)),
      })
  }

  get attackIds(): ReadonlySet<string> {
    return new Set([...this.rows.values()].map(({ attack }) => attack))
  }

  enter(fact: ActorFact): void {
    const row = this.find(fact) ?? this.create(fact)
    const hadId = row.attack !== '' && row.attack === fact.attackId
    if (row.attack === '' && fact.attackId !== undefined && !this.attackIds.has(fact.attackId))
      row.attack = fact.attackId
    if (row.origin === '' && fact.origin !== undefined) row.origin = this.codeOf(fact.origin) ?? ''
    if (row.state === '' && fact.stateSponsored === true) row.state = 'yes'
    const isNewName = !this.bears(row.key, fact.name)
    for (const one of [{ name: fact.name }, ...fact.names]) this.addName(row, one)
    // The list that gave the id gives the name; ours stays as another.
    if (hadId && isNewName) row.name = fact.name
  }

  /** Puts an actor into another one: its names go along, as claims. */
  merge(attackId: string, into: string): void {
    const from = this.byAttackId(attackId)
    const target = this.byAttackId(into)
    if (!from || !target || from === target) return
    this.rows.delete(from.key)
    this.merged.set(from.key, target.key)
    for (const bearers of this.bearers.values())
      if (bearers.delete(from.key)) bearers.add(target.key)
    for (const claim of this.contested.values()) {
      if (claim.actors.delete(from.key)) claim.actors.add(target.key)
      if (claim.preferred === from.key) claim.preferred = target.key
    }
    for (const one of [{ name: from.name }, ...from.names])
      if (!target.names.some((own) => sameName(own.name) === sameName(one.name)))
        target.names.push(one)
  }

  written(): { readonly actors: TableCells; readonly contested: TableCells } {
    const rows = [...this.rows.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
    return {
      actors: {
        ...this.table,
        rows: rows.map((row) => [
          row.key,
          row.name,
          row.origin,
          row.state,
          row.attack,
          row.types,
          row.names.map(writeName).join('|'),
        ]),
      },
      contested: {
        ...this.contestedTable,
        rows: [...this.contested.values()]
          .filter(({ actors }) => actors.size > 1)
          .map(({ name, preferred, preference, actors }) => [
            name,
            preferred,
            preference,
            [...actors].join('|'),
          ]),
      },
    }
  }

  private find(fact: ActorFact): ActorRow | undefined {
    const byId = fact.attackId === undefined ? undefined : this.byAttackId(fact.attackId)
    if (byId) return byId
    const primary = this.candidates(fact.name, fact)
    const canonical = primary.find((row) => sameName(row.name) === sameName(fact.name))
    const preferred = this.contested.get(sameName(fact.name))?.preferred
    const known = primary.length === 1 ? primary[0] : primary.find(({ key }) => key === preferred)
    return canonical ?? known ?? this.byVotes(fact)
  }

  /** Who bears a name and can be meant: two ids of ATT&CK are two groups, whatever names they share. */
  private candidates(name: string, { attackId }: ActorFact): readonly ActorRow[] {
    return [...(this.bearers.get(sameName(name)) ?? [])].flatMap((key) => {
      const row = this.rows.get(key)
      return row && (attackId === undefined || row.attack === '' || row.attack === attackId)
        ? [row]
        : []
    })
  }

  /** A name that nobody bears yet may stand for somebody known: one whose own name, or two of whose names, it lists. */
  private byVotes(fact: ActorFact): ActorRow | undefined {
    const votes = new Map<ActorRow, number>()
    for (const { name } of fact.names)
      for (const row of this.candidates(name, fact)) {
        const isOwn = sameName(row.name) === sameName(name)
        votes.set(row, (votes.get(row) ?? 0) + (isOwn ? 2 : 1))
      }
    const likely = [...votes].filter(([, count]) => count >= 2).toSorted(([, a], [, b]) => b - a)
    const [first, second] = likely
    // Two that are equally likely are two actors, or one claim too many: not ours to guess.
    return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
  }

  private create({ name, origin, attackId }: ActorFact): ActorRow {
    const plain = keyOf(name) || 'actor'
    let key = plain
    for (let number = 2; this.rows.has(key) || this.merged.has(key); number += 1)
      key = `${plain}-${number}`
    const row = {
      key,
      name,
      origin: this.codeOf(origin) ?? '',
      state: '',
      attack: attackId ?? '',
      types: '',
      names: [],
    }
    this.rows.set(key, row)
    this.bear(name, key)
    this.newNames.push(name)
    return row
  }

  private addName(row: ActorRow, one: { readonly name: string; readonly namedBy?: string }): void {
    const others = [...(this.bearers.get(sameName(one.name)) ?? [])].filter(
      (key) => key !== row.key,
    )
    const isKnown = row.names.some(
      (own) =>
        sameName(own.name) === sameName(one.name) &&
        (one.namedBy === undefined || own.namedBy === one.namedBy),
    )
    if (
      isKnown ||
      (one.namedBy === undefined &&
        sameName(one.name) === sameName(row.name) &&
        row.names.length > 0)
    )
      return
    row.names.push(one)
    if (!this.bears(row.key, one.name)) this.newNames.push(one.name)
    this.bear(one.name, row.key)
    if (others.length > 0) this.contest(one.name, [...others, row.key])
  }

  /** A name of several: whoever bears it as its own name is meant more often. */
  private contest(name: string, keys: readonly string[]): void {
    const known = this.contested.get(sameName(name))
    const owner = keys.find((key) => sameName(this.rows.get(key)?.name ?? '') === sameName(name))
    const claim = known ?? {
      name,
      preferred: owner ?? '',
      preference: owner === undefined ? 'none' : 'weak',
      actors: new Set(),
    }
    for (const key of keys) claim.actors.add(key)
    this.contested.set(sameName(name), claim)
  }

  private byAttackId(id: string): ActorRow | undefined {
    return [...this.rows.values()].find(({ attack }) => attack === id)
  }

  private bears(key: string, name: string): boolean {
    return this.bearers.get(sameName(name))?.has(key) === true
  }

  private bear(name: string, key: string): void {
    const folded = sameName(name)
    this.bearers.set(folded, (this.bearers.get(folded) ?? new Set()).add(key))
  }

  private codeOf(origin: string | undefined): string | undefined {
    if (origin === undefined) return undefined
    return /^[A-Z]{2}$/.test(origin) ? origin : this.countryCode(origin)
  }
}

export function listOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split('|')
}

function readName(cell: string): ActorRow['names'][number] {
  const at = cell.lastIndexOf('@')
  if (at === cell.length - 1 && at > 0) return { name: cell.slice(0, at) }
  return at < 0 ? { name: cell } : { name: cell.slice(0, at), namedBy: cell.slice(at + 1) }
}

/** A name with an @ of its own says that nobody known gave it. */
function writeName({ name, namedBy }: ActorRow['names'][number]): string {
  if (namedBy !== undefined) return `${name}@${namedBy}`
  return name.includes('@') ? `${name}@` : name
}
