import type { Requests, SaveOutcome } from '@core/contracts/bridge'
import { extname } from 'node:path'
import type { HandlerParts } from './handler-parts'
import { saveToFile } from './save-to-file'

export function saveBytes(
  { suggestedName, bytes }: Requests['saveBytes']['input'],
  parts: HandlerParts,
): Promise<SaveOutcome> {
  const extension = extname(suggestedName).slice(1) || 'bin'
  const filter = { name: extension.toUpperCase(), extensions: [extension] }
  return saveToFile(suggestedName, filter, () => Promise.resolve(bytes), parts)
}
