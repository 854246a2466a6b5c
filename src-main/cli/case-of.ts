import type { CaseView } from '@core/case/case-view'
import { caseView } from '@core/case/fold-case'
import { decisionId } from '@core/model/ids'
import type { ReadFile } from './read-file'

/** A case that holds these files and no decision but that they are in it. */
export function caseOf(files: readonly ReadFile[]): CaseView {
  const reports = files.map(({ report }) => report)
  return caseView(
    files.map(({ reading }) => reading),
    reports,
    [
      {
        id: decisionId('command-line'),
        author: '',
        at: '',
        sequence: 1,
        action: { type: 'import-reports', reports: reports.map(({ id }) => id) },
      },
    ],
  )
}
