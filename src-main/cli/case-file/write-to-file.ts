import { open, rename, rm } from 'node:fs/promises'
import type { CaseFileSummary, CaseRows } from '@core/case-file/format'
import { writeCaseFile } from '@core/case-file/write-case-file'
import { version } from '../version'

export interface WriteToFileOptions {
  readonly name: string
  readonly at: string
  readonly passphrase?: string
}

/** Writes beside the target and renames: the old file, or the whole new one. Throws what the disk says. */
export async function writeToFile(
  path: string,
  rows: CaseRows,
  { name, at, passphrase }: WriteToFileOptions,
): Promise<CaseFileSummary> {
  const unfinished = `${path}.part`
  const file = await open(unfinished, 'w')
  try {
    const summary = await writeCaseFile(
      rows,
      async (chunk) => {
        await file.write(chunk)
      },
      {
        name,
        writtenBy: version,
        writtenAt: at,
        crypto: globalThis.crypto,
        ...(passphrase === undefined ? {} : { passphrase }),
      },
    )
    await file.sync()
    await file.close()
    await rename(unfinished, path)
    return summary
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}
