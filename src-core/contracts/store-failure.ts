import type { TaskFailure } from './worker-tasks'

/** Why the case could not be written. Data only; `messages/describe-failure.ts` makes the sentence. */
export type StoreFailure =
  | { readonly code: 'quota-exceeded' }
  | { readonly code: 'write-failed'; readonly detail: string }
  /** Another window deleted or is upgrading the case. */
  | { readonly code: 'case-closed' }
  /** It was purged from this case as spillage and may not come back into it. */
  | { readonly code: 'purged' }

/** Why a case could not be opened; nothing in it was touched. */
export type OpenCaseFailure =
  /** Written by a newer Gnomon: `found` and `supported` are versions of the case's schema. */
  | { readonly code: 'case-is-newer'; readonly found: number; readonly supported: number }
  | { readonly code: 'storage-unavailable'; readonly detail: string }

/** Why a file did not get into the case. */
export type ImportFailure =
  | TaskFailure
  | StoreFailure
  /** The bytes could not be read at all: moved, no permission, a folder. */
  | { readonly code: 'unreadable'; readonly detail: string }

/** Why a decision was not taken. */
export type DecideFailure =
  | StoreFailure
  /** The analyst's initials are not known yet: ask, `setAuthor`, then decide again. */
  | { readonly code: 'author-unknown' }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nothing-to-redo' }
