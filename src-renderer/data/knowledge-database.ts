import type { KnowledgeOverlay } from '@core/contracts/worker-tasks'
import type { KnowledgePack } from '@core/knowledge/update/knowledge-pack'
import type { Table } from 'dexie'
import Dexie, { liveQuery } from 'dexie'

/** An update that an analyst has agreed to. They lie one over the other, in the order of `id`. */
export interface StoredUpdate {
  readonly id?: number
  readonly at: string
  readonly pack: KnowledgePack
  /** How many changes of each type it brought, in words. */
  readonly summary: string
}

/** Whose packs are trusted: an Ed25519 public key and whom it belongs to. */
export interface TrustedKey {
  readonly key: string
  readonly owner: string
}

/** What all cases on this machine share: updates to the knowledge, and the keys that are trusted. */
export class KnowledgeDatabase extends Dexie {
  // Dexie fills these in while it opens.
  declare readonly updates: Table<StoredUpdate, number>
  declare readonly keys: Table<TrustedKey, string>

  constructor() {
    super('gnomon-knowledge', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ updates: '++id', keys: 'key' })
  }
}

let database: KnowledgeDatabase | undefined

export function knowledgeDatabase(): KnowledgeDatabase {
  database ??= new KnowledgeDatabase()
  return database
}

/** The tables of all updates, the later over the earlier; kept up to date for as long as the window is open. */
export async function openKnowledge(): Promise<{
  readonly overlay: () => KnowledgeOverlay | undefined
}> {
  let overlay: KnowledgeOverlay | undefined
  const load = async () => overlayOf(await knowledgeDatabase().updates.orderBy('id').toArray())
  try {
    overlay = await load()
    liveQuery(load).subscribe({
      next: (next) => (overlay = next),
      error: (error: unknown) => console.error(error),
    })
  } catch (error) {
    // Reading goes on with what ships; the view of the knowledge says that nothing can be kept.
    console.error(error)
  }
  return { overlay: () => overlay }
}

function overlayOf(updates: readonly StoredUpdate[]): KnowledgeOverlay | undefined {
  if (updates.length === 0) return undefined
  return {
    id: updates.map(({ id }) => id).join(' '),
    tables: updates.reduce((tables, { pack }) => ({ ...tables, ...pack.tables }), {}),
  }
}
