import type { StixObject } from './stix-object'
import { extensionId, producerId } from './stix-ids'

/** Changes when the meaning of a property does; what reads a bundle refuses a newer one. */
export const extensionVersion = '1.0.0'

const definition = `Property extension on entities, relationships, notes and reports.
On relationships and notes: outcome (compromised, targeted, attempted); hedged; polarity (asserted, denied); cell (victims that share one are one victim); count;
review and decided_by; documents and origins (independent origins of the assertion); evidence: a list of { report, start, end, quote, cues, source_span, target_span,
said_by, rule, confidence }. start and end are UTF-16 offsets into the text that was read, report is the SHA-256 of the file, quote is that text.
On entities: natural id, kind, names as worn with the reports that use them. On reports: what intake found out about the file.`

/** The extension and who made it; every bundle of ours begins with them. */
export function extensionObjects(): readonly StixObject[] {
  const created = '2026-11-21T00:00:00.000Z'
  return [
    {
      type: 'identity',
      spec_version: '2.1',
      id: producerId,
      created,
      modified: created,
      name: 'Gnomon',
      description: 'A workbench that reads threat reports: who went after whom, on whose word.',
      identity_class: 'system',
    },
    {
      type: 'extension-definition',
      spec_version: '2.1',
      id: extensionId,
      created_by_ref: producerId,
      created,
      modified: created,
      name: 'Gnomon evidence',
      description: 'How far an attack got, how sure the source was, and the sentences that say so.',
      schema: definition,
      version: extensionVersion,
      extension_types: ['property-extension'],
    },
  ]
}

/** Our own data on an object, as STIX names properties. */
export function extensionOf(data: object): Readonly<Record<string, unknown>> {
  return {
    [extensionId]: { extension_type: 'property-extension', ...withoutEmptyLists(snakeCased(data)) },
  }
}

/** What `extensionOf` wrote on an object, in our own spelling; undefined where the object carries nothing of ours. */
export function readExtension(extensions: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(extensions)) return undefined
  const own = extensions[extensionId]
  if (!isRecord(own)) return undefined
  const plain = camelCased(own)
  return isRecord(plain) ? plain : undefined
}

/** STIX allows no empty list as a property; reading puts them back. */
function withoutEmptyLists(data: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(data)) return {}
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  )
}

const snakeCased = (value: unknown) =>
  renamed(value, (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

const camelCased = (value: unknown) =>
  renamed(value, (key) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, rename))
  if (!isRecord(value)) return value
  // In the order of the keys: what was read back is written as it was.
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [rename(key), renamed(inner, rename)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
