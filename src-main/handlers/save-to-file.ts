import type { SaveOutcome } from '@core/contracts/bridge'
import { rename, rm, writeFile } from 'node:fs/promises'
import type { FileFilter, HandlerParts } from './handler-parts'

/** Asks where, makes the content, writes it beside the target and renames: the old file or the whole new one. */
export async function saveToFile(
  suggestedName: string,
  filter: FileFilter,
  makeContent: () => Promise<string | Uint8Array>,
  { askWhereToSave }: Pick<HandlerParts, 'askWhereToSave'>,
): Promise<SaveOutcome> {
  const { canceled, filePath } = await askWhereToSave(suggestedName, filter)
  if (canceled || filePath === '') return { status: 'cancelled' }
  const unfinished = `${filePath}.part`
  try {
    await writeFile(unfinished, await makeContent())
    await rename(unfinished, filePath)
    return { status: 'saved', path: filePath }
  } catch (error) {
    await rm(unfinished, { force: true })
    return { status: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
}
