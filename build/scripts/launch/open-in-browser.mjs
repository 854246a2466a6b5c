import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { appWindowFlags, networkSilencingFlags, rootFlags } from './browser-flags.mjs'

/** The profile in which the portable edition keeps its cases; replacing the program leaves it alone. */
export function profileFolder(env = process.env) {
  if (env.GNOMON_PROFILE) return env.GNOMON_PROFILE
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'Gnomon', 'profile')
  if (process.platform === 'darwin')
    return join(homedir(), 'Library/Application Support/Gnomon/profile')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'gnomon/profile')
}

/** Lets `window.print()` write a PDF into `folder` without a dialog; an existing profile is never touched. */
export function seedProfile(profile, folder) {
  const preferences = join(profile, 'Default/Preferences')
  if (existsSync(preferences)) return
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(preferences, JSON.stringify(printingPreferences(folder)))
}

export function printingPreferences(folder) {
  const destination = { id: 'Save as PDF', origin: 'local', account: '' }
  const appState = {
    version: 2,
    recentDestinations: [destination],
    isHeaderFooterEnabled: false,
    isCssBackgroundEnabled: true,
  }
  return {
    printing: { print_preview_sticky_settings: { appState: JSON.stringify(appState) } },
    savefile: { default_directory: folder },
    download: { default_directory: folder },
  }
}

/**
 * Opens the renderer as an application window and resolves when it is closed, with the browser's exit code.
 * Files go in over the browser's own pipe (no port is opened) into the window's file input, as if chosen by hand.
 */
export async function openInBrowser({
  browser,
  root,
  profile = profileFolder(),
  files = [],
  sample = false,
  extraFlags = [],
}) {
  const documents = join(homedir(), 'Documents')
  seedProfile(profile, existsSync(documents) ? documents : homedir())
  const page = `${pathToFileURL(join(root, 'out/renderer/index.html')).href}${sample ? '#sample' : ''}`
  const flags = [
    `--app=${page}`,
    `--user-data-dir=${profile}`,
    ...appWindowFlags,
    ...networkSilencingFlags,
    ...rootFlags(),
    ...(files.length > 0 ? ['--remote-debugging-pipe'] : []),
    ...extraFlags,
  ]
  const child = spawn(browser, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const closed = new Promise((resolve, reject) => {
    child.once('exit', (code) => resolve(code ?? 0))
    child.once('error', reject)
  })
  if (files.length > 0) await Promise.race([handOver(child, files), closed])
  return closed
}

/** Chooses the files in the page's own file input, through the DevTools protocol on the pipe. */
async function handOver(child, files) {
  const { send } = pipeClient(child)
  const sessionId = await attachToPage(send)
  for (let attempt = 0; attempt < 100; attempt++) {
    const { root } = await send('DOM.getDocument', {}, sessionId)
    const { nodeId } = await send(
      'DOM.querySelector',
      { nodeId: root.nodeId, selector: 'input[aria-label="Files to import"]' },
      sessionId,
    )
    if (nodeId) {
      await send('DOM.setFileInputFiles', { files, nodeId }, sessionId)
      return
    }
    await new Promise((resume) => setTimeout(resume, 100))
  }
  console.error('The window did not take the files: drop them on it.')
}

async function attachToPage(send) {
  for (;;) {
    const { targetInfos } = await send('Target.getTargets', {})
    const page = targetInfos.find(({ type, url }) => type === 'page' && url.startsWith('file:'))
    if (page)
      return (await send('Target.attachToTarget', { targetId: page.targetId, flatten: true }))
        .sessionId
    await new Promise((resume) => setTimeout(resume, 100))
  }
}

function pipeClient(child) {
  const [, , , toBrowser, fromBrowser] = child.stdio
  const waiting = new Map()
  let buffered = ''
  let lastId = 0
  fromBrowser.setEncoding('utf8').on('data', (chunk) => {
    const messages = (buffered + chunk).split('\0')
    buffered = messages.pop()
    for (const message of messages.map((text) => JSON.parse(text))) {
      const request = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.error) request?.reject(new Error(message.error.message))
      else request?.resolve(message.result)
    }
  })
  const send = (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      toBrowser.write(
        `${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`,
      )
    })
  return { send }
}
