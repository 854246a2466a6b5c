import * as z from 'zod/mini'
import { fail, succeed, type Result } from '../../lib/result'
import type { KnowledgeTables } from '../knowledge-tables'
import { packText, readPack, type KnowledgePack, type PackFailure } from './knowledge-pack'

/** Updates that were agreed to, oldest first; each lies over the one before, and the last can be taken off. */
export interface KnowledgeStore {
  readonly applied: readonly AppliedUpdate[]
}

export interface AppliedUpdate {
  /** ISO 8601 instant. */
  readonly at: string
  readonly pack: KnowledgePack
}

const storeFormat = 'gnomon-knowledge-store'
const storeSchema = z.object({
  format: z.literal(storeFormat),
  applied: z.array(z.object({ at: z.string(), pack: z.unknown() })),
})

/** The tables with all updates over those that ship. */
export function tablesWith(shipped: KnowledgeTables, { applied }: KnowledgeStore): KnowledgeTables {
  return applied.reduce((tables, { pack }) => ({ ...tables, ...pack.tables }), shipped)
}

export function rolledBack({ applied }: KnowledgeStore): KnowledgeStore {
  return { applied: applied.slice(0, -1) }
}

export function storeText({ applied }: KnowledgeStore): string {
  const packs = applied.map(
    ({ at, pack }) => `{"at":${JSON.stringify(at)},"pack":${packText(pack).trimEnd()}}`,
  )
  return `{"format":"${storeFormat}","applied":[${packs.join(',')}]}\n`
}

/** Reads a store, or a single pack as a store of one. */
export function readStore(value: unknown): Result<KnowledgeStore, PackFailure> {
  const store = storeSchema.safeParse(value)
  if (!store.success) {
    const pack = readPack(value)
    return pack.ok ? succeed({ applied: [{ at: pack.value.made, pack: pack.value }] }) : pack
  }
  const applied: AppliedUpdate[] = []
  for (const { at, pack } of store.data.applied) {
    const read = readPack(pack)
    if (!read.ok)
      return fail(
        read.failure.code === 'not-a-pack'
          ? { code: 'damaged-pack', detail: 'an update in it is no pack' }
          : read.failure,
      )
    applied.push({ at, pack: read.value })
  }
  return succeed({ applied })
}
