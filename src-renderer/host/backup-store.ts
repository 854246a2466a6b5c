import type { BackupEntry, SaveOutcome } from '@core/contracts/bridge'

/** A place of ordinary files for backups: a folder of the desktop edition, or one that the analyst chose in the browser. */
export interface BackupStore {
  /** `undefined`: no folder has been chosen, or the browser asks for leave again; `choose` mends both. */
  readonly list: () => Promise<readonly BackupEntry[] | undefined>
  readonly write: (name: string, content: Blob) => Promise<SaveOutcome>
  readonly read: (name: string) => Promise<Blob | undefined>
  readonly remove: (name: string) => Promise<void>
  /** Absent where the folder is given. Must be called while a click lasts. */
  readonly choose?: () => Promise<boolean>
}
