import type { LayOutInput, ReadFileInput, TaskContext } from '@core/contracts/worker-tasks'
import { buildSegment } from '@core/search/segment'
import { fail, succeed } from '@core/lib/result'
import { afterEach, describe, expect, it } from 'vitest'
import type { TaskHandlers } from '../../../src-renderer/workers/serve-tasks'
import { createTaskClient, type TaskClient } from '../../../src-renderer/workers/task-client'
import { channelWorker, type ChannelWorker } from './task-channel'

const clients: TaskClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose()
})

function layOutInput(seed = 1): LayOutInput {
  return {
    nodeIds: ['a', 'b'],
    edges: new Uint32Array([0, 1]),
    positions: new Float64Array([1, 2, 3, 4]),
    fixed: new Uint8Array(2),
    seed,
  }
}

function readInput(name: string): ReadFileInput {
  return { name, bytes: new ArrayBuffer(8), importedAt: '2026-01-02T03:04:05Z' }
}

const never = () => new Promise<never>(() => undefined)

/** Files named for what happens to them; layouts echo their input. */
function handlers(log: string[] = []): TaskHandlers {
  return {
    'read-file': {
      run: async ({ name }, context) => {
        log.push(name)
        if (name === 'bug') throw new Error('a bug in the reader')
        if (name === 'encrypted') return fail({ code: 'encrypted' })
        if (name === 'stuck') return never()
        if (name === 'slow') await untilCancelled(context)
        return fail({ code: 'no-text' })
      },
      transfer: ({ read }) => (read ? [read.bytes] : []),
    },
    'lay-out': {
      run: ({ positions }, context) => {
        for (let done = 0; done <= 1000; done++) context.report(done, 1000)
        return Promise.resolve(succeed({ positions }))
      },
      transfer: ({ positions }) => [positions.buffer],
    },
    'propose-update': {
      run: () => Promise.resolve(succeed(fail({ code: 'not-knowledge' }))),
      transfer: () => [],
    },
    'write-brief': {
      run: () => Promise.resolve(succeed({ html: '<p>brief</p>' })),
      transfer: () => [],
    },
    'search-add': {
      run: ({ documents }) => Promise.resolve(succeed({ segment: buildSegment(documents) })),
      transfer: () => [],
    },
    'search-load': {
      run: ({ segments }) =>
        Promise.resolve(succeed({ reports: segments.flatMap(({ ids }) => ids) })),
      transfer: () => [],
    },
    'search-query': {
      run: () => Promise.resolve(succeed({ hits: [], total: 0, isFuzzy: false, searched: 0 })),
      transfer: () => [],
    },
  }
}

async function untilCancelled(context: TaskContext): Promise<void> {
  while (!context.isCancelled()) await context.breathe()
}

function start(workers = 1, patienceSeconds = 5) {
  const log: string[] = []
  const started: ChannelWorker[] = []
  const client = createTaskClient({
    workers,
    patienceSeconds,
    startWorker: () => {
      const worker = channelWorker(handlers(log))
      started.push(worker)
      return worker
    },
  })
  clients.push(client)
  return { client, started, log }
}

describe('a task', () => {
  it('settles with what the worker computed, moved rather than copied', async () => {
    const { client } = start()
    const input = layOutInput()
    const result = await client.run('lay-out', input, { transfer: [input.positions.buffer] })
    expect(result).toEqual({ ok: true, value: { positions: new Float64Array([1, 2, 3, 4]) } })
    expect(input.positions.byteLength).toBe(0)
  })

  it('tells its progress in no more than a hundred steps', async () => {
    const { client } = start()
    const steps: number[] = []
    await client.run('lay-out', layOutInput(), { onProgress: (done) => steps.push(done) })
    expect(steps).toHaveLength(101)
    expect(steps.at(-1)).toBe(1000)
  })

  it('settles with the failure that the worker found', async () => {
    const { client } = start()
    expect(await client.run('read-file', readInput('encrypted'))).toEqual({
      ok: false,
      failure: { code: 'encrypted' },
    })
  })

  it('settles as crashed where the worker throws, and the worker goes on', async () => {
    const { client, started } = start()
    expect(await client.run('read-file', readInput('bug'))).toEqual({
      ok: false,
      failure: { code: 'crashed', detail: 'a bug in the reader' },
    })
    expect((await client.run('lay-out', layOutInput())).ok).toBe(true)
    expect(started).toHaveLength(1)
  })

  it('settles as crashed where its input cannot be sent', async () => {
    const { client } = start()
    const unsendable = { ...layOutInput(), seed: (() => 1) as unknown as number }
    const result = await client.run('lay-out', unsendable)
    expect(result).toMatchObject({ ok: false, failure: { code: 'crashed' } })
    expect((await client.run('lay-out', layOutInput())).ok).toBe(true)
  })

  it('settles as crashed where no worker can be started', async () => {
    const client = createTaskClient({
      workers: 1,
      startWorker: () => {
        throw new Error('refused by policy')
      },
    })
    expect(await client.run('lay-out', layOutInput())).toEqual({
      ok: false,
      failure: { code: 'crashed', detail: 'refused by policy' },
    })
  })
})

describe('cancelling', () => {
  it('settles a running task as cancelled and keeps the worker where it listens', async () => {
    const { client, started } = start()
    const abort = new AbortController()
    const pending = client.run('read-file', readInput('slow'), { signal: abort.signal })
    abort.abort()
    expect(await pending).toEqual({ ok: false, failure: { code: 'cancelled' } })
    expect(started[0]?.isTerminated()).toBe(false)
  })

  it('ends a worker that does not listen, and the next file is read by a fresh one', async () => {
    const { client, started } = start(1, 0.02)
    const abort = new AbortController()
    const pending = client.run('read-file', readInput('stuck'), { signal: abort.signal })
    const next = client.run('read-file', readInput('encrypted'))
    abort.abort()
    expect(await pending).toEqual({ ok: false, failure: { code: 'cancelled' } })
    expect(await next).toEqual({ ok: false, failure: { code: 'encrypted' } })
    expect(started.map((worker) => worker.isTerminated())).toEqual([true, false])
  })

  it('takes a waiting task off the queue unseen by the worker', async () => {
    const { client, log } = start()
    const abort = new AbortController()
    const first = client.run('read-file', readInput('encrypted'))
    const second = client.run('read-file', readInput('never-started'), { signal: abort.signal })
    abort.abort()
    expect(await second).toEqual({ ok: false, failure: { code: 'cancelled' } })
    await first
    expect(log).toEqual(['encrypted'])
  })

  it('settles at once where the signal was aborted before', async () => {
    const { client, started } = start()
    const result = await client.run('lay-out', layOutInput(), { signal: AbortSignal.abort() })
    expect(result).toEqual({ ok: false, failure: { code: 'cancelled' } })
    expect(started).toHaveLength(0)
  })
})

describe('a worker', () => {
  it('that crashes costs the task it was at; the others go on in a fresh one', async () => {
    const { client, started } = start()
    const first = client.run('read-file', readInput('stuck'))
    const second = client.run('read-file', readInput('encrypted'))
    started[0]?.crash('out of memory')
    expect(await first).toEqual({
      ok: false,
      failure: { code: 'crashed', detail: 'out of memory' },
    })
    expect(await second).toEqual({ ok: false, failure: { code: 'encrypted' } })
    expect(started).toHaveLength(2)
  })

  it('that takes too long is ended, and the next file goes on', async () => {
    const { client, started } = start()
    const first = client.run('read-file', readInput('stuck'), { limitSeconds: 0.02 })
    const second = client.run('read-file', readInput('encrypted'), { limitSeconds: 10 })
    expect(await first).toEqual({ ok: false, failure: { code: 'timed-out', seconds: 0.02 } })
    expect(await second).toEqual({ ok: false, failure: { code: 'encrypted' } })
    expect(started[0]?.isTerminated()).toBe(true)
  })

  it('is not started before there is work, and does one task at a time', async () => {
    const { client, started } = start(2)
    expect(started).toHaveLength(0)
    const abort = new AbortController()
    const { signal } = abort
    const results = Promise.all(
      ['slow', 'slow', 'encrypted'].map((name) =>
        client.run('read-file', readInput(name), { signal }),
      ),
    )
    expect(started).toHaveLength(2)
    expect(started.map(({ received }) => received.length)).toEqual([0, 0])
    abort.abort()
    expect((await results).map((result) => !result.ok && result.failure.code)).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
    ])
  })

  it('whose late answer comes after the end changes nothing', async () => {
    const { client, started } = start(1, 0.01)
    const abort = new AbortController()
    const settled: unknown[] = []
    const pending = client.run('read-file', readInput('stuck'), { signal: abort.signal })
    void pending.then((result) => settled.push(result))
    abort.abort()
    await pending
    started[0]?.crash('too late')
    expect((await client.run('read-file', readInput('encrypted'))).ok).toBe(false)
    expect(settled).toHaveLength(1)
  })
})

describe('disposing', () => {
  it('cancels what runs and what waits', async () => {
    const { client, started } = start()
    const results = Promise.all(
      ['stuck', 'encrypted'].map((name) => client.run('read-file', readInput(name))),
    )
    client.dispose()
    expect(await results).toEqual([
      { ok: false, failure: { code: 'cancelled' } },
      { ok: false, failure: { code: 'cancelled' } },
    ])
    expect(started[0]?.isTerminated()).toBe(true)
  })
})
