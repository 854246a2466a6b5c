import * as z from 'zod/mini'
import { cleanName, cleanNames, cleanTitle } from './clean-name'
import type { SourceFacts } from './source-facts'

// MITRE's own shape: ids in external references, domains and versions in x_mitre fields.
const objectSchema = z.looseObject({
  type: z.string(),
  id: z.string(),
  name: z.optional(z.string()),
  modified: z.optional(z.string()),
  revoked: z.optional(z.boolean()),
  x_mitre_deprecated: z.optional(z.boolean()),
  x_mitre_domains: z.optional(z.array(z.string())),
  x_mitre_version: z.optional(z.string()),
  x_mitre_shortname: z.optional(z.string()),
  x_mitre_aliases: z.optional(z.array(z.unknown())),
  aliases: z.optional(z.array(z.unknown())),
  relationship_type: z.optional(z.string()),
  source_ref: z.optional(z.string()),
  target_ref: z.optional(z.string()),
  kill_chain_phases: z.optional(z.array(z.looseObject({ phase_name: z.string() }))),
  external_references: z.optional(
    z.array(z.looseObject({ source_name: z.string(), external_id: z.optional(z.string()) })),
  ),
})
type AttackObject = z.infer<typeof objectSchema>

const bundleSchema = z.object({ type: z.literal('bundle'), objects: z.array(z.unknown()) })
const wanted = new Set([
  'intrusion-set',
  'malware',
  'tool',
  'attack-pattern',
  'campaign',
  'x-mitre-tactic',
  'x-mitre-collection',
  'x-mitre-matrix',
  'relationship',
])
/** What MITRE's own bundles hold and reports that merely name techniques do not. */
const hallmarks = new Set(['x-mitre-collection', 'x-mitre-matrix', 'x-mitre-tactic'])
const idForms: Readonly<Record<string, RegExp>> = {
  'intrusion-set': /^G\d{4}$/,
  malware: /^S\d{4}$/,
  tool: /^S\d{4}$/,
  'attack-pattern': /^T\d{4}(?:\.\d{3})?$/,
  campaign: /^C\d{4}$/,
  'x-mitre-tactic': /^TA\d{4}$/,
}

/** Reads an ATT&CK STIX bundle; undefined where it is none. Broken objects are left out and counted. */
export function readAttackBundle(value: unknown): SourceFacts | undefined {
  const bundle = bundleSchema.safeParse(value)
  if (!bundle.success) return undefined
  const objects: AttackObject[] = []
  let unusable = 0
  for (const one of bundle.data.objects) {
    if (typeof one !== 'object' || one === null || !('type' in one)) unusable += 1
    else if (typeof one.type === 'string' && wanted.has(one.type)) {
      const parsed = objectSchema.safeParse(one)
      if (parsed.success) objects.push(parsed.data)
      else unusable += 1
    }
  }
  const ids = new Map(objects.flatMap((one) => idPair(one)))
  if (ids.size === 0 || !objects.some(({ type }) => hallmarks.has(type))) return undefined
  const relations = objects.filter(
    ({ type, revoked }) => type === 'relationship' && revoked !== true,
  )
  const pairs = (kind: string) =>
    relations.flatMap(({ relationship_type: type, source_ref: from, target_ref: to }) => {
      const [source, target] = [ids.get(from ?? ''), ids.get(to ?? '')]
      return type === kind && source !== undefined && target !== undefined
        ? [[source, target] as const]
        : []
    })
  const successors = new Map(pairs('revoked-by'))
  const attributions = new Map(pairs('attributed-to'))
  const uses = new Map<string, string[]>()
  for (const [source, target] of pairs('uses'))
    if (/^[GS]/.test(source)) uses.set(source, [...(uses.get(source) ?? []), target])
  const ofType = (...types: readonly string[]) =>
    objects.flatMap((object) => {
      const id = ids.get(object.id)
      const isTitle = object.type === 'attack-pattern' || object.type === 'x-mitre-tactic'
      const name = isTitle ? cleanTitle(object.name) : cleanName(object.name)
      return types.includes(object.type) && id !== undefined && name !== undefined
        ? [{ object, id, name }]
        : []
    })
  const isGone = ({ revoked, x_mitre_deprecated: deprecated }: AttackObject) =>
    revoked === true || deprecated === true
  const collection = objects.find(({ type }) => type === 'x-mitre-collection')
  const newest = objects
    .flatMap(({ modified }) => modified ?? [])
    .toSorted()
    .at(-1)
  return {
    source: {
      kind: 'attack-bundle',
      title: cleanName(collection?.name) ?? 'ATT&CK',
      ...(collection?.x_mitre_version === undefined
        ? {}
        : { version: collection.x_mitre_version.slice(0, 20) }),
      ...(newest !== undefined && /^\d{4}-\d{2}-\d{2}/.test(newest)
        ? { date: newest.slice(0, 10) }
        : {}),
    },
    actors: ofType('intrusion-set').flatMap(({ object, id, name }) => {
      const mergedInto = successors.get(id)
      if (isGone(object) && mergedInto === undefined) return []
      return [
        {
          name,
          attackId: id,
          names: cleanNames(object.aliases ?? []).map((alias) => ({ name: alias })),
          ...(isGone(object) && mergedInto !== undefined ? { mergedInto } : {}),
        },
      ]
    }),
    software: ofType('malware', 'tool')
      .filter(({ object }) => !isGone(object))
      .map(({ object, id, name }) => ({
        name,
        attackId: id,
        kind: object.type === 'tool' ? ('tool' as const) : ('malware' as const),
        aliases: cleanNames([...(object.x_mitre_aliases ?? []), ...(object.aliases ?? [])]).filter(
          (alias) => alias !== name,
        ),
        tier: 1 as const,
      })),
    techniques: ofType('attack-pattern').map(({ object, id, name }) => ({
      id,
      name,
      tactics: (object.kill_chain_phases ?? []).map(({ phase_name: phase }) => phase),
      domain: domainOf(object),
      ...(isGone(object) ? { replaced: successors.get(id) ?? '-' } : {}),
    })),
    tactics: ofType('x-mitre-tactic').flatMap(({ object, id, name }) =>
      object.x_mitre_shortname === undefined || isGone(object)
        ? []
        : [{ id, name, shortName: object.x_mitre_shortname, domain: domainOf(object) }],
    ),
    campaigns: ofType('campaign')
      .filter(({ object }) => !isGone(object))
      .map(({ object, id, name }) => {
        const attributedTo = attributions.get(id)
        return {
          id,
          name,
          aliases: cleanNames(object.aliases ?? []).filter((alias) => alias !== name),
          ...(attributedTo === undefined ? {} : { attributedTo }),
        }
      }),
    uses,
    unusable,
  }
}

function idPair({
  id,
  type,
  external_references: references = [],
}: AttackObject): [string, string][] {
  const form = idForms[type]
  const found = references.find(({ source_name: source }) =>
    /^mitre-(?:attack|ics-attack|mobile-attack)$/.test(source),
  )
  const own = found?.external_id
  return form && own !== undefined && form.test(own) ? [[id, own]] : []
}

function domainOf({ x_mitre_domains: domains = [] }: AttackObject): string {
  if (domains.includes('enterprise-attack')) return 'enterprise'
  if (domains.includes('mobile-attack')) return 'mobile'
  return domains.includes('ics-attack') ? 'ics' : 'enterprise'
}
