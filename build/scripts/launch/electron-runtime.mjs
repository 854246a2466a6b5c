import { createHash } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const firstByteMs = 3000
/** A mirror that falls silent in the middle is given up too: the browser is there in a second. */
const silenceMs = 15_000

/** Path of an installed Electron runtime, or undefined; asks the disk only. */
export function findElectron(root) {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined
  const overridden = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (overridden) {
    const path = join(overridden, name ?? executableName())
    return existsSync(path) ? path : undefined
  }
  if (!name) return undefined
  const path = join(folder, 'dist', name)
  return existsSync(path) ? path : undefined
}

/**
 * Fetches the runtime: three seconds to the first byte, then progress; Ctrl+C or any fault ends it with nothing kept.
 * Returns the executable's path, or the reason in words.
 */
export async function fetchElectron(root) {
  const folder = join(root, 'node_modules/electron')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const expected = JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8'))[archive]
  if (!expected)
    return { reason: `Electron has no runtime for ${process.platform} ${process.arch}` }
  const mirror =
    process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/'
  const abort = new AbortController()
  const onInterrupt = () => abort.abort(new Error('stopped by Ctrl+C'))
  const patience = silenceTimer((reason) => abort.abort(new Error(reason)))
  process.once('SIGINT', onInterrupt)
  const download = mkdtempSync(join(tmpdir(), 'gnomon-electron-'))
  try {
    const response = await fetch(`${mirror}v${version}/${archive}`, { signal: abort.signal })
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`)
    const path = join(download, archive)
    const digest = await save(response, path, patience.heard)
    if (digest !== expected) throw new Error('the download does not match its checksum')
    await unpack(root, path)
    writeFileSync(join(folder, 'path.txt'), executableName())
    return { path: join(folder, 'dist', executableName()) }
  } catch (error) {
    return {
      reason: abort.signal.aborted
        ? abort.signal.reason.message
        : (error.cause?.code ?? error.message),
    }
  } finally {
    patience.end()
    process.off('SIGINT', onInterrupt)
    rmSync(download, { recursive: true, force: true })
  }
}

function silenceTimer(giveUp) {
  let timer = setTimeout(() => giveUp('no answer within three seconds'), firstByteMs)
  return {
    heard: () => {
      clearTimeout(timer)
      timer = setTimeout(() => giveUp('the download stopped for 15 seconds'), silenceMs)
    },
    end: () => clearTimeout(timer),
  }
}

async function save(response, path, onBytes) {
  const total = Number(response.headers.get('content-length') ?? 0)
  const hash = createHash('sha256')
  const file = createWriteStream(path)
  let done = 0
  let shown = ''
  try {
    for await (const chunk of response.body) {
      onBytes()
      done += chunk.length
      hash.update(chunk)
      if (!file.write(chunk)) await new Promise((resume) => file.once('drain', resume))
      const progress = `\rFetching Electron: ${(done / 1e6).toFixed(0)} of ${(total / 1e6).toFixed(0)} MB (Ctrl+C: use a browser) `
      if (progress !== shown) process.stdout.write(progress)
      shown = progress
    }
  } finally {
    process.stdout.write('\n')
  }
  await new Promise((resolve, reject) => file.end((error) => (error ? reject(error) : resolve())))
  return hash.digest('hex')
}

async function unpack(root, archive) {
  const require = createRequire(join(root, 'node_modules/electron/package.json'))
  const { extract } = require('@electron-internal/extract-zip')
  await extract(archive, { dir: join(root, 'node_modules/electron/dist') })
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
