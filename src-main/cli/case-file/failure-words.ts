import type { CaseFileFailure } from '@core/case-file/format'
import { assertNever } from '@core/lib/assert'

export function caseFileFailureWords(failure: CaseFileFailure): string {
  switch (failure.code) {
    case 'not-a-case-file':
      return 'not a case file of Gnomon'
    case 'case-file-newer':
      return `a newer Gnomon wrote it (version ${failure.found}, this one reads up to ${failure.supported})`
    case 'passphrase-needed':
      return 'it is encrypted: give --passphrase-file FILE'
    case 'passphrase-wrong':
      return 'the passphrase is not the one it was encrypted with'
    case 'case-file-damaged':
      return `damaged: ${failure.entry}: ${failure.detail}`
    case 'case-file-unwritable':
      return failure.detail
    default:
      return assertNever(failure)
  }
}
