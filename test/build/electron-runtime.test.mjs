import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'

// A mirror on this machine stands for the one that Electron's runtime comes from; the script runs as npm start runs it.

const archive = `electron-v1.2.3-${process.platform}-${process.arch}.zip`
const executable =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron'
const runtime = Buffer.from(zipSync({ [executable]: strToU8('#!/bin/sh\n') }))
const servers = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

describe('fetchElectron', () => {
  it('shows progress, unpacks what the mirror serves and names the executable', async () => {
    const root = project(runtime)
    const { printed, answer } = await fetching(
      root,
      await mirror((response) => response.end(runtime)),
    ).ended
    expect(printed).toContain('Fetching Electron: 0 of 0 MB (Ctrl+C: use a browser)')
    expect(answer.path).toBe(join(root, 'node_modules/electron/dist', executable))
    expect(existsSync(answer.path)).toBe(true)
    expect(readFileSync(join(root, 'node_modules/electron/path.txt'), 'utf8')).toBe(executable)
  })

  it('gives up on a mirror that says nothing for three seconds', async () => {
    const { answer } = await fetching(project(runtime), await mirror(() => undefined)).ended
    expect(answer).toEqual({ reason: 'no answer within three seconds' })
  })

  it('keeps nothing of a download that Ctrl+C ends', async () => {
    const root = project(runtime)
    const run = fetching(root, await mirror((response) => response.write(runtime.subarray(0, 20))))
    await run.printing('Fetching')
    run.child.kill('SIGINT')
    expect((await run.ended).answer).toEqual({ reason: 'stopped by Ctrl+C' })
    expect(existsSync(join(root, 'node_modules/electron/dist'))).toBe(false)
  })

  it('refuses a runtime that is not the one the package names', async () => {
    const root = project(Buffer.from('another'))
    const { answer } = await fetching(root, await mirror((response) => response.end(runtime))).ended
    expect(answer).toEqual({ reason: 'the download does not match its checksum' })
    expect(existsSync(join(root, 'node_modules/electron/dist'))).toBe(false)
  })

  it('says what a mirror answered that has none', async () => {
    const none = await mirror((response) => response.writeHead(404).end())
    expect((await fetching(project(runtime), none).ended).answer).toEqual({
      reason: 'the server answered 404',
    })
  })
})

/** A folder with Electron's package as npm leaves it without its runtime, which is to have this content. */
function project(content) {
  const root = mkdtempSync(join(tmpdir(), 'gnomon-electron-test-'))
  const folder = join(root, 'node_modules/electron')
  mkdirSync(folder, { recursive: true })
  symlinkSync(
    resolve('node_modules/@electron-internal'),
    join(root, 'node_modules/@electron-internal'),
    'junction',
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.2.3' }))
  const checksum = createHash('sha256').update(content).digest('hex')
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [archive]: checksum }))
  return root
}

async function mirror(answer) {
  const server = createServer((request, response) => answer(response))
  servers.push(server)
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${server.address().port}/`
}

function fetching(root, address) {
  const script = pathToFileURL(resolve('build/scripts/launch/electron-runtime.mjs')).href
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { fetchElectron } from ${JSON.stringify(script)}
       const answer = await fetchElectron(${JSON.stringify(root)})
       process.stdout.write('\\n' + JSON.stringify(answer))
       process.exit()`,
    ],
    { env: { ...process.env, ELECTRON_MIRROR: address }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let printed = ''
  child.stdout.on('data', (chunk) => (printed += chunk))
  return {
    child,
    printing: (words) =>
      new Promise((done) =>
        child.stdout.on('data', () => {
          if (printed.includes(words)) done()
        }),
      ),
    ended: new Promise((done) =>
      child.once('close', () =>
        done({ printed, answer: JSON.parse(printed.slice(printed.lastIndexOf('\n'))) }),
      ),
    ),
  }
}
