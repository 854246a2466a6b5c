import { uuid5 } from '@core/exchange/uuid5'
import type { KnowledgeTables, TableName } from '@core/knowledge/knowledge-tables'
import { readCells } from '@core/knowledge/update/table-text'

// The official files that update the knowledge, in their true shape, made from our own tables (which were made from them).

const namespace = '1b671a64-40d5-491e-99b0-da01ff1f3341'
export type StixThing = Record<string, unknown> & { type: string; id: string }

export interface BundleOptions {
  /** Pads descriptions until the file has about this many bytes, as MITRE's prose does. */
  readonly bytes?: number
  /** Changes the objects before they are written. */
  readonly change?: (objects: StixThing[]) => void
}

/** MITRE's ATT&CK bundle: collection, matrix, tactics, groups, software, techniques, campaigns and all relationships. */
export function anAttackBundle(tables: KnowledgeTables, options: BundleOptions = {}) {
  const rows = (name: TableName) => readCells(name, tables[name]).rows
  const objects: StixThing[] = [
    common('x-mitre-collection', 'collection', 'Enterprise ATT&CK', {
      x_mitre_version: '19.1',
      x_mitre_contents: [],
    }),
    common('x-mitre-matrix', 'matrix', 'Enterprise ATT&CK', {}),
  ]
  for (const [id = '', name = '', shortName = '', domain = ''] of rows('tactics'))
    objects.push(
      common('x-mitre-tactic', id, name, { x_mitre_shortname: shortName, ...domains(domain) }),
    )
  const namesOf = (cell: string) =>
    (cell === '' ? [] : cell.split('|')).map((one) =>
      one.includes('@') ? one.slice(0, one.lastIndexOf('@')) : one,
    )
  for (const [, name = '', , , id = '', , names = ''] of rows('actors'))
    if (id !== '')
      objects.push(common('intrusion-set', id, name, { aliases: [name, ...namesOf(names)] }))
  for (const [, name = '', kind = '', , id = '', , aliases = ''] of rows('software'))
    if (id !== '')
      objects.push(
        common(kind, id, name, { x_mitre_aliases: [name, ...namesOf(aliases)], is_family: true }),
      )
  for (const [id = '', name = '', tactics = '', domain = '', replaced = ''] of rows('techniques')) {
    objects.push(
      common('attack-pattern', id, name, {
        ...domains(domain),
        kill_chain_phases: tactics
          .split('|')
          .map((phase) => ({ kill_chain_name: 'mitre-attack', phase_name: phase })),
        ...(replaced === '' ? {} : { revoked: true }),
      }),
    )
    if (replaced !== '' && replaced !== '-') objects.push(relation('revoked-by', id, replaced))
  }
  for (const [id = '', name = '', group = '', aliases = ''] of rows('campaigns')) {
    objects.push(common('campaign', id, name, { aliases: [name, ...namesOf(aliases)] }))
    if (group !== '') objects.push(relation('attributed-to', id, group))
  }
  for (const [source = '', uses = ''] of rows('attack-relations'))
    for (const target of uses.split('|')) objects.push(relation('uses', source, target))
  options.change?.(objects)
  const bundle = { type: 'bundle', id: `bundle--${uuid5(namespace, 'bundle')}`, objects }
  if (options.bytes !== undefined) pad(objects, options.bytes - JSON.stringify(bundle).length)
  return bundle
}

/** MISP's cluster of threat actors. */
export function aThreatActorCluster(
  tables: KnowledgeTables,
  change?: (values: Record<string, unknown>[]) => void,
) {
  const values = readCells('actors', tables.actors).rows.map(
    ([key = '', name = '', origin = '', , , , names = '']) => ({
      value: name,
      uuid: uuid5(namespace, `misp ${key}`),
      description: 'An invented description with [1] a reference.',
      meta: {
        ...(origin === '' ? {} : { country: origin }),
        refs: ['https://example.org/report'],
        synonyms:
          names === ''
            ? []
            : names
                .split('|')
                .map((one) => (one.includes('@') ? one.slice(0, one.lastIndexOf('@')) : one)),
      },
    }),
  )
  change?.(values)
  return {
    name: 'Threat Actor',
    type: 'threat-actor',
    uuid: uuid5(namespace, 'cluster'),
    version: 350,
    authors: ['various'],
    values,
  }
}

export function anActor(id: string, name: string, aliases: readonly string[] = []): StixThing {
  return common('intrusion-set', id, name, { aliases: [name, ...aliases] })
}

export function relation(type: string, source: string, target: string): StixThing {
  return {
    type: 'relationship',
    id: `relationship--${uuid5(namespace, `${type} ${source} ${target}`)}`,
    relationship_type: type,
    source_ref: stixId(source),
    target_ref: stixId(target),
    modified: '2026-04-20T10:00:00.000Z',
    description: '',
  }
}

function common(type: string, id: string, name: string, more: Record<string, unknown>): StixThing {
  const isMitre = /^[GSTC]\d|^TA\d/.test(id)
  return {
    type,
    id: isMitre ? stixId(id) : `${type}--${uuid5(namespace, id)}`,
    spec_version: '2.1',
    created: '2017-05-31T21:31:43.540Z',
    modified: '2026-04-28T12:00:00.000Z',
    name,
    description: '',
    ...(isMitre
      ? {
          external_references: [
            { source_name: 'mitre-attack', external_id: id, url: `https://attack.mitre.org/${id}` },
          ],
        }
      : {}),
    x_mitre_domains: ['enterprise-attack'],
    ...more,
  }
}

/** References only have to agree with each other: the id alone makes them. */
function stixId(id: string): string {
  return `x--${uuid5(namespace, id)}`
}

function domains(domain: string): { readonly x_mitre_domains: readonly string[] } {
  return { x_mitre_domains: [`${domain === '' ? 'enterprise' : domain}-attack`] }
}

function pad(objects: StixThing[], bytes: number): void {
  const prose =
    '[Group](https://attack.mitre.org/groups/G0001) has used this technique.(Citation: Example Report 2024) '
  const each = prose.repeat(Math.ceil(bytes / objects.length / prose.length))
  for (const object of objects) object['description'] = each
}
