import type { ReportId } from '../model/ids'
import type { SearchDocument, SearchSegment } from '../search/segment'
import type { SearchAnswer } from '../search/search-engine'

/** What the worker that keeps the full-text index can be asked. It forgets everything when it is started anew. */
export interface SearchTasks {
  /** Indexes reports; the segment is for the store. */
  readonly 'search-add': {
    readonly input: { readonly documents: readonly SearchDocument[] }
    readonly output: { readonly segment: SearchSegment }
  }
  /** Takes in what the store has kept. */
  readonly 'search-load': {
    readonly input: { readonly segments: readonly SearchSegment[] }
    readonly output: { readonly reports: readonly ReportId[] }
  }
  readonly 'search-query': {
    readonly input: { readonly query: string; readonly most: number }
    readonly output: SearchAnswer
  }
}
