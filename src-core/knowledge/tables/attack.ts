import type {
  KnownActor,
  KnownCampaign,
  KnownName,
  KnownSoftware,
  KnownTactic,
  KnownTechnique,
} from '../knowledge'
import { byKey, parseTable } from '../parse-table'
import { casing, writtenAs, type ClassOf } from './name-classes'

export function parseTactics(text: string): readonly KnownTactic[] {
  const { rows } = parseTable('tactics', text, ['id', 'name', 'shortname', 'domain'])
  return [
    ...byKey(rows, 'id', (row, id) => ({
      id: /^TA\d{4}$/.test(id) ? id : row.reject(`"${id}" is no tactic id`),
      name: row.cell('name'),
      shortName: row.cell('shortname'),
      domain: row.cell('domain'),
    })).values(),
  ]
}

export interface Techniques {
  readonly techniques: ReadonlyMap<string, KnownTechnique>
  /** Names of earlier versions, by id. */
  readonly formerNames: ReadonlyMap<string, readonly string[]>
}

export function parseTechniques(text: string, tactics: readonly KnownTactic[]): Techniques {
  const columns = ['id', 'name', 'tactics', 'domain', 'replaced', 'former'] as const
  const { rows } = parseTable('techniques', text, columns)
  const shortNames = new Set(tactics.map((tactic) => tactic.shortName))
  const techniques = byKey(rows, 'id', (row, id) => {
    const replacedBy = row.cell('replaced')
    if (!/^T\d{4}(\.\d{3})?$/.test(id)) row.reject(`"${id}" is no technique id`)
    for (const tactic of row.list('tactics'))
      if (!shortNames.has(tactic)) row.reject(`no tactic is called "${tactic}"`)
    return {
      id,
      name: row.cell('name'),
      tactics: row.list('tactics'),
      domain: row.cell('domain'),
      ...(replacedBy === '-' ? { deprecated: true as const } : {}),
      ...(replacedBy === '' || replacedBy === '-' ? {} : { replacedBy }),
    }
  })
  for (const row of rows) {
    const replacedBy = row.cell('replaced')
    if (replacedBy !== '' && replacedBy !== '-' && !techniques.has(replacedBy))
      row.reject(`no technique has the id "${replacedBy}"`)
  }
  return {
    techniques,
    formerNames: new Map(rows.map((row) => [row.cell('id'), row.list('former')])),
  }
}

/** Names of techniques in force; a name that a sub-technique of another shares stands for both. */
export function techniqueNames(
  { techniques, formerNames }: Techniques,
  classOf: ClassOf,
): KnownName[] {
  return [...techniques.values()]
    .filter((technique) => technique.replacedBy === undefined && !technique.deprecated)
    .flatMap(({ id, name }) =>
      [name, ...(formerNames.get(id) ?? [])].map((surface, index) => {
        const nameClass = classOf('technique', surface)
        return {
          surface,
          kind: 'technique',
          key: id,
          class: nameClass,
          role: index === 0 ? 'name' : 'alias',
          ...casing(writtenAs(nameClass)),
        } satisfies KnownName
      }),
    )
}

export function parseCampaigns(
  text: string,
  actors: ReadonlyMap<string, KnownActor>,
): ReadonlyMap<string, KnownCampaign> {
  const groups = new Set([...actors.values()].map((actor) => actor.attackId))
  const { rows } = parseTable('campaigns', text, ['id', 'name', 'attributed', 'aliases'])
  return byKey(rows, 'id', (row, id) => {
    const attributedTo = row.cell('attributed')
    if (!/^C\d{4}$/.test(id)) row.reject(`"${id}" is no campaign id`)
    if (attributedTo !== '' && !groups.has(attributedTo))
      row.reject(`no actor has the ATT&CK id "${attributedTo}"`)
    return {
      id,
      name: row.cell('name'),
      aliases: row.list('aliases'),
      ...(attributedTo === '' ? {} : { attributedTo }),
    }
  })
}

/** Campaigns without a name of their own ("C0032") are found by their id, "Operation X" is always a name, the rest wants its capitals. */
export function campaignNames(campaigns: ReadonlyMap<string, KnownCampaign>): KnownName[] {
  return [...campaigns.values()].flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((surface, index) => ({
      surface,
      kind: 'campaign' as const,
      key: id,
      class: /^Operation |\d/.test(surface) ? ('distinctive' as const) : ('common-word' as const),
      role: index === 0 ? ('name' as const) : ('alias' as const),
      written: 'capitalised' as const,
    })),
  )
}

/** Group or software → the software and techniques that ATT&CK says it uses. */
export function parseAttackRelations(
  text: string,
  actors: ReadonlyMap<string, KnownActor>,
  software: ReadonlyMap<string, KnownSoftware>,
  techniques: ReadonlyMap<string, KnownTechnique>,
): ReadonlyMap<string, readonly string[]> {
  const known = new Set<string | undefined>([
    ...[...actors.values()].map((actor) => actor.attackId),
    ...[...software.values()].map((one) => one.attackId),
    ...techniques.keys(),
  ])
  const { rows } = parseTable('attack-relations', text, ['source', 'uses'])
  return byKey(rows, 'source', (row, source) => {
    const uses = row.list('uses')
    for (const id of [source, ...uses])
      if (!known.has(id)) row.reject(`no table has the ATT&CK id "${id}"`)
    return uses
  })
}
