import type { CaseDatabase, StoredPending } from './database'
import type { ImportCandidate } from './import-candidate'

/** Bytes that are copied into the store while files wait, so that they can be read after a crash. */
export const journalLimit = 1024 * 1024 * 1024

/** Done files are struck off together at this pace (ms): a write for each would cost more than reading a small file. */
const pace = 400

/** Files of an interrupted import: `readable` can be read again at once, of the others only names are known. */
export interface Interrupted {
  readonly readable: readonly StoredPending[]
  readonly lost: readonly StoredPending[]
}

/**
 * What a drop has brought and nobody has read yet, on disk: after a crash the next window knows what is missing. Written beside the import,
 * never before it; what cannot be written only weakens this promise, never the import.
 */
export interface ImportJournal {
  /** Resolves to the places of the files, in order. */
  readonly begin: (step: string, files: readonly ImportCandidate[]) => Promise<readonly number[]>
  readonly started: (place: number) => void
  readonly done: (place: number) => void
  /** Writes what is still to be struck off. */
  readonly flush: () => Promise<void>
  /** From now on nothing is struck off: the case is being closed. */
  readonly suspend: () => void
  /** What earlier windows left behind. */
  readonly interrupted: () => Promise<Interrupted>
  readonly discard: (places: readonly number[]) => Promise<void>
}

export interface JournalOptions {
  readonly database: CaseDatabase
  readonly owner: string
  /** Windows that live: what they read is not interrupted. */
  readonly livingOwners: () => Promise<ReadonlySet<string>>
}

export function createImportJournal({
  database,
  owner,
  livingOwners,
}: JournalOptions): ImportJournal {
  const finished = new Set<number>()
  const begun = new Set<number>()
  let copied = 0
  let isSuspended = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()

  function soon(): void {
    if (isSuspended) return
    timer ??= setTimeout(() => void flush(), pace)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const over = [...finished]
    const starting = [...begun].filter((place) => !finished.has(place))
    finished.clear()
    begun.clear()
    writing = writing.then(async () => {
      await quietly(() => strike(database, over, starting))
    })
    return writing
  }

  async function copyBytes(places: readonly number[], files: readonly ImportCandidate[]) {
    for (const [i, file] of files.entries()) {
      const place = places[i]
      if (place === undefined || copied > journalLimit) return
      const isOver = await quietly(async () => {
        const blob = await file.open()
        copied += blob.size
        // Only while the row is there: what is done by now needs no copy.
        await database.pending.update(place, { bytes: blob })
      })
      if (isOver === 'failed') return
    }
  }

  return {
    begin: async (step, files) => {
      let places: readonly number[] = []
      await quietly(async () => {
        places = await database.transaction('rw', database.pending, async () => {
          const last = (await database.pending.orderBy('place').last())?.place ?? 0
          const rows = files.map((file, i) => ({
            place: last + 1 + i,
            step,
            owner,
            name: file.name,
            size: file.size ?? 0,
            starts: 0,
          }))
          await database.pending.bulkAdd(rows)
          return rows.map(({ place }) => place)
        })
      })
      void copyBytes(places, files)
      return places
    },
    started: (place) => {
      begun.add(place)
      soon()
    },
    done: (place) => {
      finished.add(place)
      soon()
    },
    flush,
    suspend: () => {
      isSuspended = true
      clearTimeout(timer)
    },
    interrupted: async () => {
      const living = await livingOwners()
      const rows = await database.pending.orderBy('place').toArray()
      const left = rows.filter((row) => row.owner !== owner && !living.has(row.owner))
      return {
        readable: left.filter(({ bytes }) => bytes !== undefined),
        lost: left.filter(({ bytes }) => bytes === undefined),
      }
    },
    discard: (places) => database.pending.bulkDelete([...places]),
  }
}

async function strike(
  database: CaseDatabase,
  over: readonly number[],
  starting: readonly number[],
): Promise<void> {
  await database.transaction('rw', database.pending, async () => {
    await database.pending.bulkDelete([...over])
    for (const place of starting)
      await database.pending
        .where('place')
        .equals(place)
        .modify((row: { starts: number }) => {
          row.starts += 1
        })
  })
}

/** A full or closed store weakens the journal, not the import. */
async function quietly(work: () => Promise<void>): Promise<'done' | 'failed'> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof Error) return 'failed'
    throw error
  }
}

export function candidateFromPending({
  name,
  size,
  bytes,
}: StoredPending): ImportCandidate | undefined {
  return bytes && { name, size, open: () => Promise.resolve(bytes) }
}
