import type { ReadFailure, TaskContext } from '../contracts/worker-tasks'
import type { Result } from '../lib/result'
import type { FormatId, ReportMetadata } from '../model/report'
import type { SourceText } from '../model/source-text'
import type { PackedBytes } from './archive/unpack-entry'
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

/** A file inside a file: a report of its own. */
export interface Member {
  /** Path inside the container, or an attachment's name. */
  readonly name: string
  /** Bytes, unpacked. */
  readonly size: number
  /** Archives are unpacked one member at a time, from the container's own bytes; attachments are decoded already. */
  readonly content:
    | ({ readonly type: 'packed' } & PackedBytes)
    | { readonly type: 'bytes'; readonly bytes: Uint8Array }
}

/** A member that is not taken, with why: it costs only itself. */
export interface RefusedMember {
  readonly name: string
  readonly size: number
  readonly failure: ReadFailure
}

/** What a container gives: its own text, if it has one (a mail's body), and its members. */
export interface OpenedContainer {
  readonly text?: { readonly format: FormatId; readonly read: ReadText }
  readonly members: readonly Member[]
  readonly refused: readonly RefusedMember[]
}

export type ImportFailure = ReadFailure | { readonly code: 'cancelled' }

interface Recognised {
  readonly label: string
  /** For file dialogs only: the format is recognised by content. */
  readonly extensions: readonly string[]
  /** Bytes above which a file is refused as `too-large`. */
  readonly maxBytes: number
  readonly recognise: (sample: FileSample) => boolean
}

/** One way in. A new format is a file here and a line in `formats/index.ts`. */
export interface ImportFormat extends Recognised {
  readonly id: FormatId
  readonly read: (
    file: ImportedFile,
    ports: ImportPorts,
    context: TaskContext,
  ) => Promise<Result<ReadText, ImportFailure>>
}

/** A file that holds others. What it turns out to be may still be one report: a Word document is a ZIP archive. */
export interface ContainerFormat extends Recognised {
  readonly id: 'archive' | 'mail' | 'compound' | 'data'
  readonly open: (
    file: ImportedFile,
    ports: ImportPorts,
    context: TaskContext,
  ) => Promise<Result<OpenedContainer, ImportFailure>>
}

export type AnyFormat = ImportFormat | ContainerFormat
