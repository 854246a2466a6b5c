import type { NewThing } from '../structure-builder'
import type { MispCluster } from './misp-objects'

/** What a cluster of a galaxy is among our kinds; undefined for galaxies that name no thing (kill chains, mitigations). */
export function thingOfCluster(
  galaxyType: string,
  { value = '', meta }: MispCluster,
): NewThing | undefined {
  const kind = kindOfGalaxy(galaxyType)
  if (kind === undefined || value === '') return undefined
  const ref = idsOf(meta, value)
  // "APT28 - G0007": ATT&CK's clusters bear the id in their name.
  const name = value.replace(/\s+-\s+[A-Z]{1,2}\d{4}(?:\.\d{3})?$/, '')
  const synonyms = textsOf(meta.synonyms).filter((synonym) => synonym !== name)
  return { kind, name, aliases: synonyms, ...(ref !== undefined && { ref }) }
}

const galaxies: readonly (readonly [RegExp, NewThing['kind']])[] = [
  [/threat-actor|intrusion-set|activity-group/, 'actor'],
  [/campaign/, 'campaign'],
  [/attack-pattern|technique/, 'technique'],
  [/malware|malpedia|ransomware|botnet|banker|stealer|backdoor|^rat$|^android$/, 'malware'],
  [/tool|exploit-kit/, 'tool'],
  [/^country$|target-information/, 'country'],
  [/^region$/, 'region'],
  [/^sector$/, 'sector'],
]

function kindOfGalaxy(type: string): NewThing['kind'] | undefined {
  return galaxies.find(([pattern]) => pattern.test(type))?.[1]
}

function idsOf(meta: Readonly<Record<string, unknown>>, value: string): string | undefined {
  const stated = [
    ...textsOf(meta.external_id),
    /\s-\s([A-Z]{1,2}\d{4}(?:\.\d{3})?)$/.exec(value)?.[1],
  ]
  return stated.find((id) => /^(?:[GSC]\d{4}|T\d{4}(?:\.\d{3})?)$/.test(id ?? ''))
}

/** A state that the cluster itself suspects behind an actor. */
export function suspectedStates(meta: Readonly<Record<string, unknown>>): readonly NewThing[] {
  const named = textsOf(meta['cfr-suspected-state-sponsor']).map((name): NewThing => ({
    kind: 'country',
    name: name.replace(/\s*\(.*\)$/, ''),
  }))
  if (named.length > 0) return named
  return textsOf(meta.country)
    .filter((code) => /^[A-Z]{2}$/.test(code))
    .map((code) => ({ kind: 'country', name: code, ref: code }))
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one): one is string => typeof one === 'string' && one.trim() !== '')
}

/** Attributes of a kind that is an indicator of ours; `a|b` are two of them. */
export function thingsOfAttribute(type: string, value: string): readonly NewThing[] {
  const types = type.split('|')
  const values = value.split('|')
  if (types.length > 1 && types.length === values.length)
    return types.flatMap((one, i) => thingsOfAttribute(one, values[i] ?? ''))
  const plain = value.trim()
  if (type === 'vulnerability') {
    const ref = /^CVE-\d{4}-\d{4,7}$/i.test(plain) ? plain.toUpperCase() : undefined
    return [{ kind: 'vulnerability', name: plain, ...(ref !== undefined && { ref }) }]
  }
  const named = namedTypes[type]
  if (named) return [{ kind: named, name: plain }]
  const subtype = subtypes[type]
  if (subtype === undefined || plain === '') return []
  const name = subtype === 'url' || subtype === 'ssdeep' ? plain : plain.toLowerCase()
  return [
    {
      kind: 'indicator',
      name,
      subtype: subtype === 'ipv4' && plain.includes(':') ? 'ipv6' : subtype,
    },
  ]
}

const namedTypes: Readonly<Record<string, NewThing['kind']>> = {
  'threat-actor': 'actor',
  'campaign-name': 'campaign',
  'malware-type': 'malware',
  'target-org': 'organization',
  'target-location': 'place',
}

const subtypes: Readonly<Record<string, string>> = {
  'ip-src': 'ipv4',
  'ip-dst': 'ipv4',
  domain: 'domain',
  hostname: 'domain',
  url: 'url',
  uri: 'url',
  'email-src': 'email',
  'email-dst': 'email',
  email: 'email',
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  ssdeep: 'ssdeep',
  btc: 'cryptocurrency-wallet',
}
