import { renderBrief } from '@core/brief/html/render-brief'
import type { OpenFileOutput, ReadFileInput, TaskContext } from '@core/contracts/worker-tasks'
import { readInParts } from '@core/extraction/read-in-parts'
import { readWorld, type World } from '@core/geo/world'
import { layOut } from '@core/graph/lay-out'
import type { ImportFailure, Member } from '@core/import/import-format'
import { takeIn } from '@core/import/take-in'
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
    transfer: ({ read, members }) => [...(read ? [read.bytes] : []), ...buffersOf(members)],
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
): Promise<Result<OpenFileOutput, ImportFailure>> {
  const taken = await takeIn(
    { name, bytes: new Uint8Array(bytes), importedAt },
    importPorts,
    context,
  )
  if (!taken.ok) return taken
  const { imported, members, refused } = taken.value
  if (!imported) return succeed({ members, refused })
  const { report, source } = imported
  const { read } = reader()
  await context.breathe()
  const reading = await readInParts(
    read,
    { reportId: report.id, source, metadata: report },
    context,
  )
  if (!reading) return fail({ code: 'cancelled' })
  return succeed({ read: { report, source, reading, bytes }, members, refused })
}

/** Attachments are moved, not copied; several may share a buffer. */
function buffersOf(members: readonly Member[]): Transferable[] {
  const buffers = new Set<Transferable>()
  for (const { content } of members)
    if (content.type === 'bytes' && content.bytes.buffer instanceof ArrayBuffer)
      buffers.add(content.bytes.buffer)
  return [...buffers]
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined
  return () => (value ??= make())
}
