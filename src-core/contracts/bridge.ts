/** Renderer → main: one line a request; both sides derive their types from it. */
export interface Requests {
  /** Shows a save dialog and writes text. */
  readonly saveText: {
    readonly input: { readonly suggestedName: string; readonly text: string }
    readonly answer: SaveOutcome
  }
  /** The same for what is no text: pictures, archives. */
  readonly saveBytes: {
    readonly input: { readonly suggestedName: string; readonly bytes: Uint8Array }
    readonly answer: SaveOutcome
  }
  /** Prints a self-contained HTML document to PDF in a hidden, scriptless window and saves it where the user says. */
  readonly saveBriefAsPdf: {
    readonly input: { readonly suggestedName: string; readonly html: string }
    readonly answer: SaveOutcome
  }
  /** Backups: ordinary files in a folder of the application's own data. */
  readonly listBackups: { readonly input: null; readonly answer: readonly BackupEntry[] }
  readonly writeBackup: {
    readonly input: { readonly name: string; readonly bytes: Uint8Array }
    readonly answer: SaveOutcome
  }
  readonly readBackup: { readonly input: { readonly name: string }; readonly answer: Uint8Array }
  readonly removeBackup: { readonly input: { readonly name: string }; readonly answer: null }
  readonly takeOpenedFiles: { readonly input: null; readonly answer: readonly OpenedFile[] }
  readonly networkReport: { readonly input: null; readonly answer: NetworkReport }
}
export type RequestName = keyof Requests

/** Main → renderer. */
export interface Notices {
  /** Files came by the command line, "open with" or a second start: ask for them with `takeOpenedFiles`. */
  readonly filesOpened: { readonly count: number }
  readonly menuCommand: { readonly command: MenuCommand }
}
export type NoticeName = keyof Notices

export const menuCommands = [
  'import-files',
  'case-file',
  'export-brief',
  'export-case',
  'undo',
  'redo',
  'open-palette',
  'show-shortcuts',
  'show-guide',
] as const
export type MenuCommand = (typeof menuCommands)[number]

export interface OpenedFile {
  readonly name: string
  readonly bytes: ArrayBuffer
}

export interface BackupEntry {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** ISO 8601 instant at which it was written. */
  readonly at: string
}

export type SaveOutcome =
  | { readonly status: 'saved'; readonly path: string }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly detail: string }

/** What the wall refused since the start, by road. */
export interface NetworkReport {
  readonly refused: {
    readonly requests: number
    readonly navigations: number
    readonly windows: number
    readonly permissions: number
    readonly downloads: number
  }
}

/** What preload puts on `window.gnomon`: named verbs only. */
export type Bridge = {
  readonly [N in RequestName]: (input: Requests[N]['input']) => Promise<Requests[N]['answer']>
} & {
  /** Returns its own unsubscribe. */
  readonly onNotice: <N extends NoticeName>(
    name: N,
    listener: (notice: Notices[N]) => void,
  ) => () => void
}
