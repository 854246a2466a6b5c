// npm start: installs and builds what is missing or stale, then opens Gnomon the best way this machine can.
//   npm start -- [--shell=electron|browser|none] [--sample] [FILES…]
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildAll, isBuildFresh } from './build.mjs'
import { rootFlags } from './launch/browser-flags.mjs'
import {
  canInstallDebianPackages,
  ensureInstalled,
  installDebianPackages,
} from './launch/ensure-installed.mjs'
import { fetchElectron, findElectron } from './launch/electron-runtime.mjs'
import { browserNames, findBrowser } from './launch/find-browser.mjs'
import { openInBrowser } from './launch/open-in-browser.mjs'
import { workWithoutWindow } from './launch/work-without-window.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const shells = ['electron', 'browser', 'none']
const usage = 'usage: npm start -- [--shell=electron|browser|none] [--sample] [FILES…]'

process.exitCode = await start()

async function start() {
  const options = readArguments()
  if (!options) return 2
  if (Number(process.versions.node.split('.')[0]) < 20)
    return stop(`Gnomon needs Node 20 or newer; this is ${process.version}.`)
  if (!ensureInstalled(root)) return 1
  if (!isBuildFresh()) {
    console.log('Building …')
    if (!buildAll({ quiet: true })) return stop('The build failed; its output is above.')
  }
  if (options.shell === 'none') return withoutWindow(options, 'asked for by --shell=none')
  if (!hasDisplay()) {
    if (options.shell)
      return stop(
        `--shell=${options.shell} needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set. Set one, or use --shell=none.`,
      )
    return withoutWindow(options, 'neither DISPLAY nor WAYLAND_DISPLAY is set')
  }
  const lookedFor = []
  if (options.shell !== 'browser') {
    const electron = await electronRuntime(lookedFor)
    if (electron) return openElectron(electron, options)
  }
  if (options.shell !== 'electron') {
    const browser = await installedBrowser(lookedFor)
    if (browser) {
      console.log(
        `Opening Gnomon in ${browser}${lookedFor.length > 0 ? `: ${lookedFor.join('; ')}` : ': asked for by --shell=browser'}.`,
      )
      return openInBrowser({ browser, root, files: options.files, sample: options.sample })
    }
  }
  return stop(
    `Nothing here can show a window. Looked for: ${lookedFor.join('; ')}.\n` +
      'Install Chromium, Chrome or Edge (or name one in CHROMIUM_PATH), or let this machine reach the Electron runtime once; npm start -- --shell=none works without a window.',
  )
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { shell: { type: 'string' }, sample: { type: 'boolean', default: false } },
    })
    if (values.shell !== undefined && !shells.includes(values.shell))
      throw new Error(`--shell is one of ${shells.join(', ')}`)
    const files = positionals.map((path) => resolve(process.env.INIT_CWD ?? '.', path))
    const missing = files.find((path) => !existsSync(path))
    if (missing) throw new Error(`There is no file ${missing}`)
    return { ...values, files }
  } catch (error) {
    console.error(`${error.message}\n${usage}`)
    return undefined
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function electronRuntime(lookedFor) {
  const present = findElectron(root)
  if (present) return present
  const fetched = await fetchElectron(root)
  if (fetched.path) return fetched.path
  lookedFor.push(`no Electron runtime here, and none could be fetched (${fetched.reason})`)
  return undefined
}

function openElectron(electron, { files, sample }) {
  console.log(`Opening Gnomon in Electron: its runtime is at ${electron}.`)
  const child = spawn(electron, [...rootFlags(), root, ...(sample ? ['--sample'] : []), ...files], {
    stdio: 'inherit',
  })
  return new Promise((done) => child.once('exit', (code) => done(code ?? 0)))
}

async function installedBrowser(lookedFor) {
  const present = findBrowser()
  if (present) return present
  lookedFor.push(`no browser (${browserNames})`)
  if (!canInstallDebianPackages() || !(await mayInstall())) return undefined
  console.log('Installing Chromium (apt-get) …')
  if (!installDebianPackages(['chromium'])) lookedFor.push('apt-get could not install chromium')
  return findBrowser()
}

async function mayInstall() {
  if (process.env.CI === 'true' || !process.stdin.isTTY) return true
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(
    'No browser was found. Install Chromium with apt-get? (y/N) ',
  )
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

async function withoutWindow(options, why) {
  console.log(`Working without a window: ${why}.`)
  return workWithoutWindow({ root, files: options.files })
}

function stop(message) {
  console.error(message)
  return 1
}
