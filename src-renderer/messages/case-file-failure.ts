import type { CaseFileFailure } from '@core/case-file/format'
import type { StoreFailure } from '@core/contracts/store-failure'
import { failureSentence } from './describe-failure'

/** Why a case file was not opened; the open case is as it was in every case. */
export function caseFileFailureSentence(
  failure: CaseFileFailure | StoreFailure,
  name: string,
): string {
  switch (failure.code) {
    case 'not-a-case-file':
      return `${name} is no case file of Gnomon. This case is as it was. Choose a .gnomon file.`
    case 'case-file-newer':
      return `${name} was written by a newer Gnomon (format ${failure.found}, this one reads up to ${failure.supported}). This case is as it was. Open it with that Gnomon.`
    case 'passphrase-needed':
      return `${name} is encrypted. Give its passphrase and try again.`
    case 'passphrase-wrong':
      return `${name} does not open with this passphrase. This case is as it was.`
    case 'case-file-damaged':
      return `${name} is damaged: ${failure.entry}: ${failure.detail}. Nothing of it was taken in. Use another copy or a backup.`
    case 'case-file-unwritable':
      return `${name} was not written: ${failure.detail}. The case is as it was.`
    default:
      return failureSentence(failure, name)
  }
}
