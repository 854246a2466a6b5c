import { renderBrief } from '@core/brief/html/render-brief'
import type { ReadFileInput, ReadFileOutput, TaskContext } from '@core/contracts/worker-tasks'
import { readInParts } from '@core/extraction/read-in-parts'
import { readWorld, type World } from '@core/geo/world'
import { layOut } from '@core/graph/lay-out'
import { importFile, type ImportOutput } from '@core/import/import-file'
import type { ImportFailure } from '@core/import/import-format'
import { fail, succeed, type Result } from '@core/lib/result'
import { loadBuiltinReader } from '../../resources/builtin-reader'
import { worldJson } from '../../resources/world'
import { importPorts } from './adapters/import-ports'
import { serveTasks, type TaskPort } from './serve-tasks'

/** Loaded by the first task that needs it: a worker that only lays out never does. */
const reader = once(loadBuiltinReader)
const world = once<World>(() => readWorld(worldJson))

// The dedicated worker's scope, which the renderer's types take for a window's.
const scope = globalThis as unknown as TaskPort

serveTasks(scope, {
  'read-file': {
    run: readFile,
    transfer: ({ bytes }) => [bytes],
  },
  'lay-out': {
    run: async (input, context) => succeed(await layOut(input, context)),
    transfer: ({ positions }) => [positions.buffer],
  },
  'write-brief': {
    run: ({ brief, fontCss }) =>
      Promise.resolve(succeed({ html: renderBrief(brief, world(), fontCss) })),
    transfer: () => [],
  },
})

async function readFile(
  { name, bytes, importedAt }: ReadFileInput,
  context: TaskContext,
): Promise<Result<ReadFileOutput, ImportFailure>> {
  const imported: Result<ImportOutput, ImportFailure> = await importFile(
    { name, bytes: new Uint8Array(bytes), importedAt },
    importPorts,
    context,
  )
  if (!imported.ok) return imported
  const { report, source } = imported.value
  const { read } = reader()
  await context.breathe()
  const reading = await readInParts(
    read,
    { reportId: report.id, source, metadata: report },
    context,
  )
  return reading ? succeed({ report, source, reading, bytes }) : fail({ code: 'cancelled' })
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined
  return () => (value ??= make())
}
