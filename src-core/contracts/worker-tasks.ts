import type { Brief } from '../brief/brief'
import type { Member, RefusedMember } from '../import/import-format'
import type { KnowledgeTables } from '../knowledge/knowledge-tables'
import type { UpdateFailure, UpdateProposal } from '../knowledge/update/propose-update'
import type { Result } from '../lib/result'
import type { Reading } from '../model/reading'
import type { Report } from '../model/report'
import type { SourceText } from '../model/source-text'
import type { SearchTasks } from './search-tasks'

/** Renderer ↔ worker. The worker computes; it never touches the database. */
export interface WorkerTasks extends SearchTasks {
  /** One file: detect, decode, read. The bytes are transferred and come back with what was read. */
  readonly 'read-file': { readonly input: ReadFileInput; readonly output: OpenFileOutput }
  /** Deterministic graph layout: same input, same positions. */
  readonly 'lay-out': { readonly input: LayOutInput; readonly output: LayOutOutput }
  /** What a file of facts would change about the knowledge; changes nothing. */
  readonly 'propose-update': {
    readonly input: ProposeUpdateInput
    readonly output: Result<UpdateProposal, UpdateFailure>
  }
  /** One self-contained HTML brief. */
  readonly 'write-brief': {
    readonly input: WriteBriefInput
    readonly output: { readonly html: string }
  }
}
export type TaskName = keyof WorkerTasks

export interface ReadFileInput {
  readonly name: string
  readonly bytes: ArrayBuffer
  /** ISO 8601 instant, stamped on the report. */
  readonly importedAt: string
  /** Updates to what the reader knows; absent: the tables that ship. */
  readonly knowledge?: KnowledgeOverlay
}

/** Tables that stand in for those that ship. The worker builds a reader anew when `id` is another. */
export interface KnowledgeOverlay {
  readonly id: string
  readonly tables: Partial<KnowledgeTables>
}

export interface ProposeUpdateInput {
  readonly bytes: ArrayBuffer
  /** The updates that are applied already. */
  readonly tables: Partial<KnowledgeTables>
}

export interface OpenFileOutput {
  /** Absent for an archive, which is nothing but its members. */
  readonly read?: ReadFileOutput
  /** Files inside the file: each is for a run of its own. */
  readonly members: readonly Member[]
  readonly refused: readonly RefusedMember[]
}

export interface ReadFileOutput {
  readonly report: Report
  readonly source: SourceText
  readonly reading: Reading
  readonly bytes: ArrayBuffer
}

export interface LayOutInput {
  readonly nodeIds: readonly string[]
  /** Pairs of indices into `nodeIds`. */
  readonly edges: Uint32Array
  /** Known positions: x, y per node, NaN where the layout shall choose. */
  readonly positions: Float64Array
  /** 1 where a node may not move (placed by hand or kept from before). */
  readonly fixed: Uint8Array
  /** Radius, label width and label height per node, in layout units; absent: 7, 60 and 15 each. */
  readonly sizes?: Float64Array
  readonly seed: number
}

export interface LayOutOutput {
  readonly positions: Float64Array
}

export interface WriteBriefInput {
  readonly brief: Brief
  /** `@font-face` rules with data URLs, from `brief/fonts.ts`. */
  readonly fontCss: string
}

export type KnowledgeFileKind = 'attack-bundle' | 'misp-galaxy' | 'microsoft-names' | 'pack'

/** Why a file was not read: data only; `messages/describe-failure.ts` makes the sentence. */
export type ReadFailure =
  | { readonly code: 'empty-file' }
  | { readonly code: 'too-large'; readonly byteLength: number; readonly limit: number }
  | { readonly code: 'unknown-format'; readonly looksLike: string }
  | { readonly code: 'encrypted' }
  | { readonly code: 'no-text-layer'; readonly pageCount: number }
  | { readonly code: 'damaged'; readonly format: string; readonly detail: string }
  | { readonly code: 'no-text' }
  /** Inside an archive: a path that leads out of its folder, or names a device. */
  | { readonly code: 'unsafe-name' }
  /** Packs so well that it can only be meant to fill a disk. */
  | { readonly code: 'bomb'; readonly byteLength: number; readonly packedLength: number }
  | { readonly code: 'too-many'; readonly limit: number }
  | { readonly code: 'too-deep'; readonly limit: number }
  /** Official data for the knowledge update, not a report: `kind` in words, "MITRE ATT&CK bundle". */
  | { readonly code: 'knowledge-file'; readonly kind: KnowledgeFileKind; readonly detail: string }
  | { readonly code: 'timed-out'; readonly seconds: number }

export type TaskFailure =
  | ReadFailure
  | { readonly code: 'cancelled' }
  | { readonly code: 'crashed'; readonly detail: string }

export type TaskId = number
export type ToWorker =
  | {
      readonly [N in TaskName]: {
        readonly type: 'run'
        readonly id: TaskId
        readonly task: N
        readonly input: WorkerTasks[N]['input']
      }
    }[TaskName]
  | { readonly type: 'cancel'; readonly id: TaskId }
export type FromWorker =
  | {
      readonly type: 'progress'
      readonly id: TaskId
      readonly done: number
      readonly total: number
    }
  /** Exactly one for each run. */
  | {
      readonly type: 'settled'
      readonly id: TaskId
      readonly result: Result<WorkerTasks[TaskName]['output'], TaskFailure>
    }

/** What long core functions are given: the worker's is real, the command line's and the tests' are trivial. */
export interface TaskContext {
  readonly isCancelled: () => boolean
  readonly report: (done: number, total: number) => void
  /** Lets the host handle messages; await it between units of work. */
  readonly breathe: () => Promise<void>
}
