import type { Read } from '@core/extraction/create-reader'
import { describeFailure } from './describe-failure'
import { findFiles } from './find-files'
import { readFilesAt, type ReadFile } from './read-file'
import type { ExitCode, Terminal } from './terminal'

/** Reads files and folders, each file once; one that cannot be read is named on standard error and makes the exit code 1. */
export async function readAll(
  places: readonly string[],
  { read, terminal }: { readonly read: Read; readonly terminal: Terminal },
): Promise<{ readonly files: readonly ReadFile[]; readonly exitCode: ExitCode }> {
  const { paths } = await findFiles(places)
  const files = new Map<string, ReadFile>()
  let exitCode: ExitCode = 0
  for (const file of paths)
    for await (const { path, result } of readFilesAt(file, { read, importedAt: terminal.now() })) {
      // The same bytes twice are one report.
      if (result.ok) files.set(result.value.report.id, result.value)
      else {
        exitCode = 1
        terminal.complain(`${path}: ${describeFailure(result.failure)}`)
      }
    }
  return { files: [...files.values()], exitCode }
}
