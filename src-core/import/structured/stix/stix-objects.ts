import * as z from 'zod/mini'

const texts = z.catch(z.array(z.string()), [])
const text = z.catch(z.optional(z.string()), undefined)

const reference = z.object({
  source_name: text,
  external_id: text,
  url: text,
})

/**
 * What intake looks at of any STIX 2.0 or 2.1 object. Lenient field by field: a bundle with a bad date still has names. An object without
 * type or id is none.
 */
const objectSchema = z.object({
  type: z.string(),
  id: z.string(),
  name: text,
  description: text,
  aliases: texts,
  x_mitre_aliases: texts,
  revoked: z.catch(z.optional(z.boolean()), undefined),
  external_references: z.catch(z.array(z.catch(reference, {})), []),
  object_marking_refs: texts,
  created_by_ref: text,
  created: text,
  modified: text,
  published: text,
  confidence: z.catch(z.optional(z.number()), undefined),
  // relationships and sightings
  relationship_type: text,
  source_ref: text,
  target_ref: text,
  start_time: text,
  stop_time: text,
  sighting_of_ref: text,
  where_sighted_refs: texts,
  first_seen: text,
  last_seen: text,
  count: z.catch(z.optional(z.number()), undefined),
  // what some types have
  pattern: text,
  identity_class: text,
  sectors: texts,
  country: text,
  region: text,
  content: text,
  abstract: text,
  value: text,
  hashes: z.catch(z.record(z.string(), z.string()), {}),
  objects: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
  definition_type: text,
  definition: z.catch(z.optional(z.object({ tlp: text })), undefined),
})
export type StixObject = z.infer<typeof objectSchema>

export interface ReadObjects {
  readonly objects: readonly StixObject[]
  /** Entries of the bundle that are no objects. */
  readonly bad: number
}

export function readStixObjects(values: readonly unknown[]): ReadObjects {
  const objects: StixObject[] = []
  for (const value of values) {
    const parsed = objectSchema.safeParse(value)
    if (parsed.success) objects.push(parsed.data)
  }
  return { objects, bad: values.length - objects.length }
}

/** One comparison of a pattern, or an observable: what is looked for, and its kind as `Entity.subtype` has it. */
export interface Observable {
  readonly value: string
  readonly subtype: string
}

const valueTypes: Readonly<Record<string, string>> = {
  'domain-name': 'domain',
  'ipv4-addr': 'ipv4',
  'ipv6-addr': 'ipv6',
  url: 'url',
  'email-addr': 'email',
}

export function hashType(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return /^(?:md5|sha1|sha224|sha256|sha384|sha512|ssdeep)$/.test(plain) ? plain : undefined
}

/** `[domain-name:value = 'a.example' OR file:hashes.'SHA-256' = '…']`: the values that stand for things, not paths or names of files. */
export function observablesOfPattern(pattern: string): Observable[] {
  const comparison =
    /([a-z0-9-]{2,40}):([\w.'-]{1,80}?)\s{0,5}(?:=|IN|LIKE|MATCHES)\s{0,5}\(?\s{0,5}'((?:[^'\\]|\\.){1,2000})'/g
  const found: Observable[] = []
  for (const [, type = '', path = '', quoted = ''] of pattern
    .slice(0, 100_000)
    .matchAll(comparison)) {
    const value = quoted.replace(/\\(.)/g, '$1')
    const hash = /^hashes\.'?([\w-]+)'?$/.exec(path)?.[1]
    const subtype =
      hash === undefined ? (path === 'value' ? valueTypes[type] : undefined) : hashType(hash)
    if (subtype !== undefined) found.push({ value: normal(value, subtype), subtype })
  }
  return found
}

/** Of a cyber-observable object. */
export function observablesOfObject({
  type,
  value,
  hashes,
}: Pick<StixObject, 'type' | 'value' | 'hashes'>): Observable[] {
  const subtype = valueTypes[type]
  const plain =
    subtype !== undefined && value !== undefined ? [{ value: normal(value, subtype), subtype }] : []
  const digests = Object.entries(hashes).flatMap(([name, digest]) => {
    const kind = hashType(name)
    return kind === undefined ? [] : [{ value: digest.toLowerCase(), subtype: kind }]
  })
  return [...plain, ...digests]
}

const innerSchema = z.object({
  type: z.string(),
  value: text,
  hashes: z.catch(z.record(z.string(), z.string()), {}),
})

/** Of an object inside `observed-data`, as STIX 2.0 nests them. */
export function observablesOfInner(value: unknown): Observable[] {
  const parsed = innerSchema.safeParse(value)
  return parsed.success ? observablesOfObject(parsed.data) : []
}

function normal(value: string, subtype: string): string {
  if (subtype === 'url' || subtype === 'ssdeep') return value.trim()
  if (subtype === 'ipv4' && value.includes('/')) return value.replace(/\/32$/, '').trim()
  return value.trim().toLowerCase()
}
