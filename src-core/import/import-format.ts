import type { ReadFailure, TaskContext } from '../contracts/worker-tasks'
import type { Result } from '../lib/result'
import type { FormatId, ReportMetadata } from '../model/report'
import type { SourceText } from '../model/source-text'
import type { ImportPorts } from './import-ports'

export interface ImportedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What detection looks at: never more than the head of the file, whatever its size. */
export interface FileSample {
  /** Lower case, with the dot; empty where the name has none. */
  readonly extension: string
  /** The first bytes of the file. */
  readonly head: Uint8Array
  /** The head decoded, null where it is not text. */
  readonly text: string | null
}

export interface ReadText {
  readonly source: SourceText
  readonly metadata: ReportMetadata
  readonly pageCount: number
}

export type ImportFailure = ReadFailure | { readonly code: 'cancelled' }

/** One way in. A new format is a file here and a line in `formats/index.ts`. */
export interface ImportFormat {
  readonly id: FormatId
  readonly label: string
  /** For file dialogs only: the format is recognised by content. */
  readonly extensions: readonly string[]
  /** Bytes above which a file is refused as `too-large`. */
  readonly maxBytes: number
  readonly recognise: (sample: FileSample) => boolean
  readonly read: (
    file: ImportedFile,
    ports: ImportPorts,
    context: TaskContext,
  ) => Promise<Result<ReadText, ImportFailure>>
}
