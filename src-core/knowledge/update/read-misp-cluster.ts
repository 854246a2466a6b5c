import * as z from 'zod/mini'
import { cleanName, cleanNames, cleanTitle, idBehind } from './clean-name'
import type { ActorFact, SoftwareFact, SourceFacts, TechniqueFact } from './source-facts'
import { noFacts } from './source-facts'

const clusterSchema = z.looseObject({
  name: z.string(),
  type: z.string(),
  version: z.optional(z.union([z.number(), z.string()])),
  values: z.array(z.unknown()),
})
const valueSchema = z.looseObject({
  value: z.string(),
  meta: z.optional(z.record(z.string(), z.unknown())),
})
type ClusterValue = z.infer<typeof valueSchema>

const actorTypes = new Set([
  'threat-actor',
  'microsoft-activity-group',
  'mitre-intrusion-set',
  'mitre-enterprise-attack-intrusion-set',
])
/** Cluster type → class of our software table; the empty string where the cluster is mixed. */
const softwareTypes: Readonly<Record<string, string>> = {
  ransomware: 'ransomware',
  rat: 'rat',
  botnet: 'botnet',
  backdoor: 'backdoor',
  banker: 'banker',
  stealer: 'stealer',
  android: 'android',
  'exploit-kit': 'exploit-kit',
  cryptominers: 'cryptominer',
  tool: '',
  malpedia: '',
  'mitre-malware': '',
  'mitre-tool': '',
}

/** Reads a MISP galaxy cluster by its `type`; undefined where it is none, or of a type that our tables have no use for. */
export function readMispCluster(value: unknown): SourceFacts | undefined {
  const cluster = clusterSchema.safeParse(value)
  if (!cluster.success) return undefined
  const { name, type, version, values } = cluster.data
  const softwareClass = softwareTypes[type]
  if (!actorTypes.has(type) && softwareClass === undefined && type !== 'mitre-attack-pattern')
    return undefined
  const parsed = values.flatMap((one) => {
    const result = valueSchema.safeParse(one)
    return result.success && cleanName(result.data.value) !== undefined ? [result.data] : []
  })
  const facts = noFacts({
    kind: 'misp-galaxy',
    title: `MISP galaxy: ${cleanName(name) ?? type}`,
    ...(version === undefined ? {} : { version: String(version).slice(0, 20) }),
  })
  return {
    ...facts,
    unusable: values.length - parsed.length,
    actors: actorTypes.has(type) ? parsed.flatMap((one) => actorOf(one, type)) : [],
    software:
      softwareClass === undefined
        ? []
        : parsed.flatMap((one) => softwareOf(one, type, softwareClass)),
    techniques: type === 'mitre-attack-pattern' ? parsed.flatMap(techniqueOf) : [],
  }
}

function actorOf({ value, meta = {} }: ClusterValue, type: string): readonly ActorFact[] {
  const name = cleanName(value)
  if (name === undefined) return []
  const origin = textsOf(meta['country']).find((code) => /^[A-Z]{2}$/.test(code))
  const attackId = idBehind(value, /^G\d{4}$/)
  const namedBy = type === 'microsoft-activity-group' ? { namedBy: 'Microsoft' } : {}
  return [
    {
      name,
      names: [
        { name, ...namedBy },
        ...cleanNames(textsOf(meta['synonyms'])).map((one) => ({ name: one })),
      ],
      ...(attackId === undefined ? {} : { attackId }),
      ...(origin === undefined ? {} : { origin }),
      ...(textsOf(meta['cfr-suspected-state-sponsor']).length > 0 ? { stateSponsored: true } : {}),
    },
  ]
}

function softwareOf(
  { value, meta = {} }: ClusterValue,
  type: string,
  softwareClass: string,
): readonly SoftwareFact[] {
  const name = cleanName(value)
  if (name === undefined) return []
  const attackId = idBehind(value, /^S\d{4}$/)
  return [
    {
      name,
      aliases: cleanNames(textsOf(meta['synonyms'])).filter((alias) => alias !== name),
      kind: type === 'mitre-tool' ? 'tool' : 'malware',
      ...(softwareClass === '' ? {} : { class: softwareClass }),
      ...(attackId === undefined ? {} : { attackId }),
      tier: type.startsWith('mitre-') ? 1 : 2,
    },
  ]
}

function techniqueOf({ value, meta = {} }: ClusterValue): readonly TechniqueFact[] {
  const name = cleanTitle(value.replace(/\s+-\s+T\d{4}(?:\.\d{3})?$/, ''))
  const id = textsOf(meta['external_id']).find((one) => /^T\d{4}(?:\.\d{3})?$/.test(one))
  if (name === undefined || id === undefined) return []
  // "mitre-attack:enterprise:persistence"; the tactic stands last.
  const tactics = textsOf(meta['kill_chain']).flatMap((phase) => phase.split(':').at(-1) ?? [])
  return [{ id, name, tactics, domain: 'enterprise' }]
}

/** A value of `meta` may be one string or a list. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
