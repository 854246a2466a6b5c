import type { CaseFileSummary } from '@core/case-file/format'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { CaseDatabase } from '../database'
import { caseFileBlob } from './case-file-blob'
import { inspectCaseFile } from './open-case-file'

/** What this needs of a place for backups (`host/backup-store.ts`). */
export interface BackupPlace {
  readonly list: () => Promise<
    readonly { readonly name: string; readonly at: string }[] | undefined
  >
  readonly write: (
    name: string,
    content: Blob,
  ) => Promise<{ readonly status: string; readonly detail?: string }>
  readonly read: (name: string) => Promise<Blob | undefined>
  readonly remove: (name: string) => Promise<void>
}

export interface BackupFacts {
  readonly name: string
  readonly writtenBy: string
  /** ISO 8601 instant. */
  readonly at: string
}

export type BackupFailure =
  | { readonly code: 'backup-not-written'; readonly detail: string }
  /** It was written, and reading it back gave something else: it is removed, older ones stay. */
  | { readonly code: 'backup-not-sound'; readonly detail: string }

/** So many backups of one case are kept, the newest. */
const keptBackups = 10

/** Writes a backup, reads it back whole, and only then lets the oldest go. */
export async function backUp(
  database: CaseDatabase,
  place: BackupPlace,
  { name, writtenBy, at }: BackupFacts,
): Promise<Result<{ readonly file: string; readonly summary: CaseFileSummary }, BackupFailure>> {
  try {
    const { blob, summary } = await caseFileBlob(database, { name, writtenBy, writtenAt: at })
    const file = `${fileStem(name)} ${at.slice(0, 19).replace('T', ' ').replaceAll(':', '')}.gnomon`
    const outcome = await place.write(file, blob)
    if (outcome.status !== 'saved')
      return fail({ code: 'backup-not-written', detail: outcome.detail ?? outcome.status })
    const back = await place.read(file)
    const check = back ? await inspectCaseFile(back, undefined) : undefined
    if (!check?.ok || check.value.checksum !== summary.checksum) {
      await place.remove(file)
      return fail({
        code: 'backup-not-sound',
        detail: check?.ok === false ? check.failure.code : 'it differs',
      })
    }
    await database.settings.put({
      key: 'last-backup',
      value: { file, at, checksum: summary.checksum },
    })
    await letOldOnesGo(place, fileStem(name))
    return succeed({ file, summary })
  } catch (error) {
    return fail({
      code: 'backup-not-written',
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}

async function letOldOnesGo(place: BackupPlace, stem: string): Promise<void> {
  const own = ((await place.list()) ?? []).filter(({ name }) => name.startsWith(`${stem} `))
  const old = own.toSorted((a, b) => (a.name < b.name ? 1 : -1)).slice(keptBackups)
  for (const { name } of old) await place.remove(name)
}

function fileStem(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}._-]+/gu, ' ')
      .trim()
      .slice(0, 60) || 'Case'
  )
}
