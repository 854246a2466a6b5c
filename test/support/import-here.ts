import type { TaskContext } from '@core/contracts/worker-tasks'
import { takeIn, type ImportOutput, type Intake } from '@core/import/take-in'
import type { ImportFailure } from '@core/import/import-format'
import { fail, succeed, type Result } from '@core/lib/result'
import { importPorts } from '../../src-main/cli/adapters/import-ports'

export const plainContext: TaskContext = {
  isCancelled: () => false,
  report: () => undefined,
  breathe: () => Promise.resolve(),
}

/** Takes a file in with the real libraries of the command line. */
export function takeInHere(
  name: string,
  content: string | Uint8Array,
  context: TaskContext = plainContext,
): Promise<Result<Intake, ImportFailure>> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return takeIn({ name, bytes, importedAt: '2026-01-02T03:04:05Z' }, importPorts, context)
}

/** The same for a file that is one report. */
export async function importHere(
  name: string,
  content: string | Uint8Array,
  context: TaskContext = plainContext,
): Promise<Result<ImportOutput, ImportFailure>> {
  const taken = await takeInHere(name, content, context)
  if (!taken.ok) return taken
  return taken.value.imported ? succeed(taken.value.imported) : fail({ code: 'no-text' })
}

/** The same for a file that must be readable. */
export async function imported(name: string, content: string | Uint8Array): Promise<ImportOutput> {
  const result = await importHere(name, content)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  return result.value
}

/** Kind and text of each block. */
export function blocksOf({ source }: Pick<ImportOutput, 'source'>): (readonly [string, string])[] {
  return source.blocks.map(({ kind, start, end }) => [kind, source.text.slice(start, end)])
}
