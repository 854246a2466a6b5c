import type { MenuCommand, NetworkReport, OpenedFile, SaveOutcome } from '@core/contracts/bridge'

import type { BackupStore } from './backup-store'

/** All that differs between the editions. */
export interface Host {
  readonly edition: 'desktop' | 'portable'
  readonly saveText: (suggestedName: string, text: string) => Promise<SaveOutcome>
  readonly saveBytes: (suggestedName: string, bytes: Uint8Array) => Promise<SaveOutcome>
  readonly saveBlob: (suggestedName: string, content: Blob) => Promise<SaveOutcome>
  /** Desktop writes a PDF where the user says; portable opens the print dialog and cannot know how it ended (`printed`). */
  readonly saveBriefAsPdf: (suggestedName: string, html: string) => Promise<PrintOutcome>
  /** Files given at the start or by "open with" since the last call. */
  /** `undefined`: this browser can write to no folder; backups are downloads then. */
  readonly backups: BackupStore | undefined
  readonly takeOpenedFiles: () => Promise<readonly OpenedFile[]>
  /** Tells that there are files to take. Returns its own unsubscribe. */
  readonly onFilesOpened: (listener: () => void) => () => void
  /** A command of the application menu. Returns its own unsubscribe. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void
  /** What the wall refused; `undefined` in the portable edition, where the browser keeps no count for the page. */
  readonly networkReport: () => Promise<NetworkReport | undefined>
}

export type PrintOutcome = SaveOutcome | { readonly status: 'handed-to-print-dialog' }
