import type { SaveOutcome } from '@core/contracts/bridge'

type Outcome = SaveOutcome | { readonly status: 'handed-to-print-dialog' }

/** How saving ended; undefined: nothing to say, the analyst cancelled. */
export function saveWords(outcome: Outcome, file: string): string | undefined {
  switch (outcome.status) {
    case 'saved':
      return `Saved ${outcome.path}`
    case 'handed-to-print-dialog':
      return 'Handed to the print dialog: “Save as PDF” there writes the file.'
    case 'failed':
      return `${file} was not saved: ${outcome.detail}. The brief is still here; try another folder.`
    case 'cancelled':
      return undefined
  }
}
