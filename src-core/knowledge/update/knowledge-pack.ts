import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import { fail, succeed, type Result } from '../../lib/result'
import type { KnowledgeTables, TableName } from '../knowledge-tables'
import { tableNames } from '../knowledge-tables'

/** Whole tables that stand in for those that ship, on their way from one machine to another. */
export interface KnowledgePack {
  readonly format: typeof packFormat
  readonly version: 1
  /** "ATT&CK Enterprise 19.1, MISP galaxy: Threat Actor 350" */
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly made: string
  readonly tables: Partial<KnowledgeTables>
  readonly signature?: PackSignature
}

export interface PackSignature {
  readonly algorithm: 'Ed25519'
  /** The public key, 64 hex digits. */
  readonly key: string
  /** Over everything but the signature, 128 hex digits. */
  readonly value: string
}

export const packFormat = 'gnomon-knowledge-pack'
const newestVersion = 1

export type PackFailure =
  | { readonly code: 'not-a-pack' }
  | { readonly code: 'newer-pack'; readonly version: number }
  | { readonly code: 'damaged-pack'; readonly detail: string }
  /** The content is not what was signed. */
  | { readonly code: 'bad-signature' }

const hex = (digits: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${digits}}$`)))
const packSchema = z.object({
  format: z.literal(packFormat),
  version: z.literal(1),
  title: z.string().check(z.maxLength(500)),
  made: z.iso.date(),
  tables: z.partialRecord(z.enum(tableNames), z.string()),
  signature: z.exactOptional(
    z.object({ algorithm: z.literal('Ed25519'), key: hex(64), value: hex(128) }),
  ),
})
const anyPack = z.object({ format: z.literal(packFormat), version: z.number() })

/** `secret`: 32 bytes as 64 hex digits. */
export function signPack(pack: Omit<KnowledgePack, 'signature'>, secret: string): KnowledgePack {
  const seed = hexToBytes(secret)
  const value = bytesToHex(ed25519.sign(signedBytes(pack), seed))
  return { ...pack, signature: { algorithm: 'Ed25519', key: publicKeyOf(secret), value } }
}

export function publicKeyOf(secret: string): string {
  return bytesToHex(ed25519.getPublicKey(hexToBytes(secret)))
}

export function packText(pack: KnowledgePack): string {
  return `${JSON.stringify(pack)}\n`
}

/** Reads parsed JSON as a pack; a signature that it carries must fit, whoever gave it. */
export function readPack(value: unknown): Result<KnowledgePack, PackFailure> {
  const some = anyPack.safeParse(value)
  if (!some.success) return fail({ code: 'not-a-pack' })
  if (some.data.version > newestVersion)
    return fail({ code: 'newer-pack', version: some.data.version })
  const parsed = packSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail({
      code: 'damaged-pack',
      detail: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
    })
  }
  const pack: KnowledgePack = { ...parsed.data, tables: definedTables(parsed.data.tables) }
  const { signature } = pack
  if (signature && !fits(pack, signature)) return fail({ code: 'bad-signature' })
  return succeed(pack)
}

function fits(pack: KnowledgePack, { key, value }: PackSignature): boolean {
  try {
    // Strictly: the lenient rules of some ledgers let a key of small order, all zeros say, sign everything.
    return ed25519.verify(hexToBytes(value), signedBytes(pack), hexToBytes(key), { zip215: false })
  } catch {
    // A key that is no point of the curve.
    return false
  }
}

/** In a fixed order, so that a pack that was written anew by another program still fits. */
function signedBytes({
  format,
  version,
  title,
  made,
  tables,
}: Omit<KnowledgePack, 'signature'>): Uint8Array {
  const ordered = tableNames.flatMap((name) => {
    const text = tables[name]
    return text === undefined ? [] : [[name, text]]
  })
  return utf8ToBytes(JSON.stringify([format, version, title, made, ordered]))
}

function definedTables(
  tables: Partial<Record<TableName, string | undefined>>,
): Partial<KnowledgeTables> {
  const defined: Partial<Record<TableName, string>> = {}
  for (const name of tableNames) {
    const text = tables[name]
    if (text !== undefined) defined[name] = text
  }
  return defined
}
