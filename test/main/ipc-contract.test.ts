import type { Bridge } from '@core/contracts/bridge'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { HandlerParts } from '../../src-main/handlers/handler-parts'
import { createHandlers } from '../../src-main/handlers/create-handlers'
import { sendNotice } from '../../src-main/ipc/send-notice'
import { serveRequests, type RequestPort } from '../../src-main/ipc/serve-requests'

// Both ends of the process bridge joined in memory: what preload exposes is answered by what main serves.
type Listener = (event: never, payload: unknown) => unknown
const served = new Map<string, Parameters<RequestPort['handle']>[1]>()
const listeners = new Map<string, Set<Listener>>()
let exposed: Bridge | undefined
let trusted = true

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (_name: string, bridge: Bridge) => (exposed = bridge) },
  ipcRenderer: {
    invoke: (channel: string, input: unknown) => served.get(channel)?.({} as never, input),
    on: (channel: string, listener: Listener) =>
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
  },
}))
const noticePort = {
  send: (channel: string, notice: unknown) =>
    listeners.get(channel)?.forEach((listen) => listen({} as never, notice)),
}

let folder = ''
let answerTo: Awaited<ReturnType<HandlerParts['askWhereToSave']>>
let opened: string[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gnomon-ipc-'))
  answerTo = { canceled: false, filePath: join(folder, 'out.html') }
  opened = []
  trusted = true
  served.clear()
  serveRequests(
    { handle: (channel, listener) => served.set(channel, listener) },
    createHandlers({
      askWhereToSave: () => Promise.resolve(answerTo),
      printToPdf: (html) =>
        html === 'unprintable'
          ? Promise.reject(new Error('printing failed'))
          : Promise.resolve(Buffer.from(`%PDF ${html}`)),
      backups: {
        list: () => Promise.resolve([]),
        write: (name) => Promise.resolve({ status: 'saved', path: name }),
        read: () => Promise.resolve(new Uint8Array(3)),
        remove: () => Promise.resolve(null),
      },
      openedFiles: { take: () => opened.splice(0) },
      wall: {
        report: {
          refused: { requests: 3, navigations: 0, windows: 0, permissions: 1, downloads: 0 },
        },
      },
    }),
    () => trusted,
  )
  await import('../../src-main/preload/index')
})

function bridge(): Bridge {
  if (!exposed) throw new Error('preload exposed nothing')
  return exposed
}

describe('the bridge', () => {
  it('saves text where the user says', async () => {
    expect(await bridge().saveText({ suggestedName: 'brief.html', text: '賴清德' })).toEqual({
      status: 'saved',
      path: join(folder, 'out.html'),
    })
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toBe('賴清德')
  })

  it('writes nothing when the dialog is cancelled', async () => {
    answerTo = { canceled: true, filePath: '' }
    expect(await bridge().saveText({ suggestedName: 'brief.html', text: 'x' })).toEqual({
      status: 'cancelled',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps the old file whole when printing fails', async () => {
    writeFileSync(join(folder, 'out.html'), 'old')
    expect(
      await bridge().saveBriefAsPdf({ suggestedName: 'brief.pdf', html: 'unprintable' }),
    ).toEqual({
      status: 'failed',
      detail: 'printing failed',
    })
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.html'])
  })

  it('saves bytes as they are, and nothing that is none', async () => {
    const bytes = Uint8Array.of(0, 255, 10)
    await bridge().saveBytes({ suggestedName: 'notes.zip', bytes })
    expect([...readFileSync(join(folder, 'out.html'))]).toEqual([0, 255, 10])
    const wrong = { suggestedName: 'notes.zip', bytes: 'text' }
    await expect(bridge().saveBytes(wrong as never)).rejects.toThrow()
  })

  it('prints a brief to PDF', async () => {
    await bridge().saveBriefAsPdf({ suggestedName: 'brief.pdf', html: '<p>' })
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toBe('%PDF <p>')
  })

  it('hands over opened files once', async () => {
    writeFileSync(join(folder, 'a.txt'), 'hello')
    opened = [join(folder, 'a.txt'), join(folder, 'gone.txt')]
    const files = await bridge().takeOpenedFiles(null)
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['a.txt', 'hello'],
      ['gone.txt', ''],
    ])
    expect(await bridge().takeOpenedFiles(null)).toEqual([])
  })

  it('reports what the wall refused', async () => {
    expect((await bridge().networkReport(null)).refused.requests).toBe(3)
  })

  it.each(['../evil.html', 'a/b.html', '', 'x'.repeat(300), 'nul\u0000.html'])(
    'refuses the suggested file name %j',
    async (suggestedName) => {
      await expect(bridge().saveText({ suggestedName, text: '' })).rejects.toThrow()
    },
  )

  it('refuses input of the wrong shape', async () => {
    await expect(bridge().saveText({ suggestedName: 'a.html', text: 7 } as never)).rejects.toThrow()
    await expect(bridge().takeOpenedFiles('everything' as never)).rejects.toThrow()
  })

  it('refuses a frame that is not the main page', async () => {
    trusted = false
    await expect(bridge().networkReport(null)).rejects.toThrow('untrusted')
  })

  it('delivers notices until unsubscribed', () => {
    const counts: number[] = []
    const stop = bridge().onNotice('filesOpened', ({ count }) => counts.push(count))
    sendNotice(noticePort, 'filesOpened', { count: 2 })
    stop()
    sendNotice(noticePort, 'filesOpened', { count: 5 })
    expect(counts).toEqual([2])
  })
})
