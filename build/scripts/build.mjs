// Builds everything into out/: main, preload, renderer (electron-vite) and the command line (vite).
// Remembers a fingerprint of the sources, so that `npm start` and `npm test` build only what is stale.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { placeFonts } from './build-fonts.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const stamp = join(root, 'out/build.json')
const sources = [
  'src-core',
  'src-main',
  'src-renderer',
  'resources',
  'package-lock.json',
  'electron.vite.config.ts',
  'build/cli.vite.config.ts',
  'build/scripts/build-fonts.mjs',
]
const products = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/cli/gnomon.mjs',
]

/** SHA-256 over path, size and content of every source file. */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesBelow(join(root, source)))) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

export function isBuildFresh() {
  if (!products.every((product) => existsSync(join(root, product))) || !existsSync(stamp))
    return false
  return JSON.parse(readFileSync(stamp, 'utf8')).fingerprint === fingerprint()
}

/** Builds all four products; false, with the tool's own output shown, where one fails. */
export function buildAll({ quiet = false } = {}) {
  const before = fingerprint()
  const run = (tool, args) => {
    const result = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const output = `${result.stdout}${result.stderr}`
    if (!quiet || result.status !== 0) process.stderr.write(output)
    return result.status === 0
  }
  const ok =
    run('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']) &&
    run('vite/bin/vite.js', ['build', '--config', 'build/cli.vite.config.ts', '--logLevel', 'warn'])
  if (!ok) return false
  placeFonts()
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, JSON.stringify({ fingerprint: before }))
  return true
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const force = process.argv.includes('--force')
  if (!force && isBuildFresh()) console.log('out/ is up to date')
  else process.exit(buildAll() ? 0 : 1)
}
