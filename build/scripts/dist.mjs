// npm run dist: makes the packages that can be made here, says where they are, and names those that need more.
//   Portable ZIP: always. Electron packages: from an unpacked runtime or a folder of its archives (GNOMON_ELECTRON_DIST, or
//   the runtime that npm start fetched).
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { path7za } from '7zip-bin'
import { buildAll, isBuildFresh } from './build.mjs'
import { ensureInstalled } from './launch/ensure-installed.mjs'
import { findElectron } from './launch/electron-runtime.mjs'
import { makePortable } from './portable/make-portable.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const out = join(root, 'out/dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

if (!ensureInstalled(root)) process.exit(1)
if (!isBuildFresh() && !buildAll({ quiet: true })) process.exit(1)
mkdirSync(out, { recursive: true })
const zip = join(out, 'gnomon-portable.zip')
writeFileSync(zip, makePortable(root, version))
console.log(`made    ${zip}`)

const targets = { linux: ['dir', 'zip', 'tar.gz'], win: ['dir', 'zip'], mac: ['zip'] }
const archiveNames = { linux: 'linux', win: 'win32', mac: 'darwin' }
let failed = false
for (const [platform, kinds] of Object.entries(targets)) {
  const dist = electronDistFor(platform)
  if (!dist) {
    console.log(
      `missing ${platform} (${kinds.join(', ')}): needs an Electron runtime for it; set GNOMON_ELECTRON_DIST to a folder with electron-v*-${archiveNames[platform]}-*.zip, or to an unpacked one`,
    )
    continue
  }
  failed = !packageFor(platform, kinds, dist) || failed
}
console.log(
  'not made here: deb, AppImage, nsis and portable.exe; their tools are downloaded, on a machine with a network: npx electron-builder --config build/electron-builder.yml --linux deb AppImage --win nsis portable',
)
process.exit(failed ? 1 : 0)

/** A folder with this platform's archive, or an unpacked runtime of the platform that we run on. */
function electronDistFor(platform) {
  const given = process.env.GNOMON_ELECTRON_DIST
  if (given && existsSync(given)) {
    if (
      readdirSync(given).some(
        (name) => name.startsWith('electron-v') && name.includes(`-${archiveNames[platform]}-`),
      )
    )
      return given
    if (archiveNames[platform] === process.platform && existsSync(join(given, 'version')))
      return given
  }
  const installed = archiveNames[platform] === process.platform ? findElectron(root) : undefined
  return installed ? join(root, 'node_modules/electron/dist') : undefined
}

function packageFor(platform, kinds, electronDist) {
  chmodSync(path7za, 0o755)
  const args = [
    join(root, 'node_modules/electron-builder/cli.js'),
    `--${platform}`,
    ...kinds,
    '--config',
    'build/electron-builder.yml',
    `--config.electronDist=${electronDist}`,
    '--publish',
    'never',
  ]
  const env = {
    ...process.env,
    ELECTRON_BUILDER_7ZIP_PATH: path7za,
    CSC_IDENTITY_AUTO_DISCOVERY: 'false',
  }
  const result = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env })
  const ok = result.status === 0
  console.log(`${ok ? 'made   ' : 'FAILED '} ${platform} (${kinds.join(', ')}) in ${out}`)
  if (!ok) process.stderr.write(`${result.stdout}${result.stderr}`)
  return ok
}
