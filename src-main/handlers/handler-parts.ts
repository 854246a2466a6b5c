import type { NetworkReport } from '@core/contracts/bridge'
import type { BackupFolder } from '../backups/backup-folder'

export interface FileFilter {
  name: string
  extensions: string[]
}

/** What handlers need from the outside; a test gives them in-memory ones. */
export interface HandlerParts {
  readonly askWhereToSave: (
    suggestedName: string,
    filter: FileFilter,
  ) => Promise<{ readonly canceled: boolean; readonly filePath: string }>
  readonly printToPdf: (html: string) => Promise<Uint8Array>
  readonly backups: Pick<BackupFolder, 'list' | 'write' | 'read' | 'remove'>
  readonly openedFiles: { take(): readonly string[] }
  readonly wall: { readonly report: NetworkReport }
}
