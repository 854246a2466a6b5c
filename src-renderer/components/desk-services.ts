import type { NetworkReport, SaveOutcome } from '@core/contracts/bridge'
import type {
  LayOutInput,
  LayOutOutput,
  OpenFileOutput,
  ReadFileInput,
  TaskFailure,
  WriteBriefInput,
} from '@core/contracts/worker-tasks'
import type { UpdateFailure, UpdateProposal } from '@core/knowledge/update/propose-update'
import type { Result } from '@core/lib/result'
import type { CaseReport } from '@core/case/case-view'
import type { DecisionAction } from '@core/model/decision'
import type { LinkId, ReportId } from '@core/model/ids'
import type { SearchAnswer } from '@core/search/search-engine'
import { assertPresent } from '@core/lib/assert'
import { createContext, useContext } from 'react'

/** What a view may ask of the outside; the composition root hands it in, so that views know neither worker nor shell. */
export interface DeskServices {
  readonly search: SearchService
  readonly edition: 'desktop' | 'portable'
  readonly version: string
  readonly layOut: (
    input: LayOutInput,
    signal: AbortSignal,
  ) => Promise<Result<LayOutOutput, TaskFailure>>
  readonly writeBrief: (
    input: WriteBriefInput,
    signal: AbortSignal,
  ) => Promise<Result<{ readonly html: string }, TaskFailure>>
  /** What a file would change about the knowledge. */
  readonly proposeUpdate: (
    bytes: ArrayBuffer,
    signal: AbortSignal,
  ) => Promise<Result<Result<UpdateProposal, UpdateFailure>, TaskFailure>>
  /** Reads a file, with the updates that are in force. */
  readonly readFile: (
    input: ReadFileInput,
    options: {
      readonly signal: AbortSignal
      readonly onProgress: (done: number, total: number) => void
    },
  ) => Promise<Result<OpenFileOutput, TaskFailure>>
  readonly saveText: (suggestedName: string, text: string) => Promise<SaveOutcome>
  readonly saveBytes: (suggestedName: string, bytes: Uint8Array) => Promise<SaveOutcome>
  readonly saveBriefAsPdf: (
    suggestedName: string,
    html: string,
  ) => Promise<SaveOutcome | { readonly status: 'handed-to-print-dialog' }>
  readonly networkReport: () => Promise<NetworkReport | undefined>
  /** What the page's own content policy has refused since the start. */
  readonly policyRefusals: () => number
  readonly commands: DeskCommands
}

/** Full text over all reports. */
export interface SearchService {
  /** Brings the index up to what the case holds; asks for nothing when it does. */
  readonly sync: (reports: ReadonlyMap<ReportId, CaseReport>) => Promise<void>
  readonly status: () => SearchStatus
  readonly subscribe: (listener: () => void) => () => void
  /** Undefined where the worker stopped: ask again. */
  readonly query: (text: string, most: number) => Promise<SearchAnswer | undefined>
}

export interface SearchStatus {
  readonly indexed: number
  readonly total: number
  readonly isBusy: boolean
}

/** What a view may ask of the desk around it. */
export interface DeskCommands {
  readonly showView: (id: string) => void
  readonly importFiles: () => void
  readonly importFolder: () => void
  readonly openSampleCase: () => void
  /** Accepts or rejects, asks for initials where they are not known, and says how to take it back. */
  readonly decideLinks: (
    verdict: 'accept-link' | 'reject-link',
    links: readonly LinkId[],
  ) => Promise<void>
  /** Takes decisions as one step, asks for initials where they are not known, and says how to take it back. */
  readonly decide: (actions: readonly DecisionAction[], words: string) => Promise<void>
  /** Opens "Mark as …" or "Draw a link" for the words that are selected in the reader. */
  readonly addByHand: (what: 'mark' | 'draw') => void
  /** A short message at the foot of the window, with at most one way back. */
  readonly say: (
    message: string,
    action?: { readonly label: string; readonly run: () => void },
  ) => void
}

export const DeskServicesContext = createContext<DeskServices | undefined>(undefined)

export function useDesk(): DeskServices {
  return assertPresent(useContext(DeskServicesContext), 'the desk around this component')
}
