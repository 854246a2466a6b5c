import { renderBrief } from '@core/brief/html/render-brief'
import type {
  KnowledgeOverlay,
  OpenFileOutput,
  ReadFileInput,
  TaskContext,
} from '@core/contracts/worker-tasks'
import { readInParts } from '@core/extraction/read-in-parts'
import { readWorld, type World } from '@core/geo/world'
import { layOut } from '@core/graph/lay-out'
import type { ImportFailure, Member } from '@core/import/import-format'
import { takeIn } from '@core/import/take-in'
import type { KnowledgeTables } from '@core/knowledge/knowledge-tables'
import { parseUpdateFile } from '@core/knowledge/update/parse-update-file'
import {
  proposeUpdate,
  type UpdateFailure,
  type UpdateProposal,
} from '@core/knowledge/update/propose-update'
import { fail, succeed, type Result } from '@core/lib/result'
import { SearchEngine } from '@core/search/search-engine'
import { loadBuiltinReader } from '../../resources/builtin-reader'
import { builtinKnowledgeTables } from '../../resources/knowledge/tables'
import { worldJson } from '../../resources/world'
import { importPorts } from './adapters/import-ports'
import { serveTasks, type TaskPort } from './serve-tasks'

/** Loaded by the first task that needs it: a worker that only lays out never does. */
const readerWith = latest((knowledge: KnowledgeOverlay | undefined) =>
  loadBuiltinReader(knowledge?.tables),
)
const world = once<World>(() => readWorld(worldJson))

/** Filled by the tasks of the one worker that searches; empty in the others. */
const search = new SearchEngine()

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
  'propose-update': {
    run: ({ bytes, tables }) => Promise.resolve(succeed(propose(new Uint8Array(bytes), tables))),
    transfer: () => [],
  },
  'write-brief': {
    run: ({ brief, fontCss }) =>
      Promise.resolve(succeed({ html: renderBrief(brief, world(), fontCss) })),
    transfer: () => [],
  },
  'search-add': {
    run: ({ documents }) => Promise.resolve(succeed({ segment: search.add(documents) })),
    transfer: () => [],
  },
  'search-load': {
    run: ({ segments }) => {
      for (const segment of segments) search.load(segment)
      return Promise.resolve(succeed({ reports: segments.flatMap(({ ids }) => ids) }))
    },
    transfer: () => [],
  },
  'search-query': {
    run: ({ query, most }) => Promise.resolve(succeed(search.query(query, most))),
    transfer: () => [],
  },
})

async function readFile(
  { name, bytes, importedAt, knowledge }: ReadFileInput,
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
  const { read } = readerWith(knowledge)
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

function propose(
  bytes: Uint8Array,
  update: Partial<KnowledgeTables>,
): Result<UpdateProposal, UpdateFailure> {
  const value = parseUpdateFile(bytes, (given) =>
    new TextDecoder('utf-8', { fatal: true }).decode(given),
  )
  return value.ok ? proposeUpdate({ ...builtinKnowledgeTables, ...update }, value.value) : value
}

/** Keeps what was made for the last id. */
function latest<Input extends { readonly id: string }, Value>(
  make: (input: Input | undefined) => Value,
): (input: Input | undefined) => Value {
  let kept: { readonly id: string | undefined; readonly value: Value } | undefined
  return (input) => {
    if (!kept || kept.id !== input?.id) kept = { id: input?.id, value: make(input) }
    return kept.value
  }
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined
  return () => (value ??= make())
}
