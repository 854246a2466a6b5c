import type { Requests, SaveOutcome } from '@core/contracts/bridge'
import type { HandlerParts } from './handler-parts'
import { saveToFile } from './save-to-file'

export function saveBriefAsPdf(
  { suggestedName, html }: Requests['saveBriefAsPdf']['input'],
  parts: HandlerParts,
): Promise<SaveOutcome> {
  const filter = { name: 'PDF', extensions: ['pdf'] }
  return saveToFile(suggestedName, filter, () => parts.printToPdf(html), parts)
}
