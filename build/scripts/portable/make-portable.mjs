import { zipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { linuxLauncher, macLauncher, windowsLauncher } from './launchers.mjs'

/** The same bytes for the same build: every entry has this date. */
const entryDate = new Date('2020-01-01T00:00:00')
const executable = (0o100755 << 16) >>> 0
const plain = (0o100644 << 16) >>> 0

/** What goes on the stick: renderer, command line, launchers, notices and checksums, in one folder of one ZIP. */
export function makePortable(root, version) {
  const files = {
    ...below(join(root, 'out/renderer'), 'renderer'),
    ...below(join(root, 'out/cli'), 'cli'),
    'Gnomon.cmd': Buffer.from(windowsLauncher()),
    'Gnomon.command': Buffer.from(macLauncher()),
    'gnomon.sh': Buffer.from(linuxLauncher()),
    'README.txt': Buffer.from(readme(version)),
    LICENSE: readFileSync(join(root, 'LICENSE')),
    NOTICE: readFileSync(join(root, 'NOTICE')),
  }
  const sums = Object.keys(files)
    .sort()
    .map((name) => `${createHash('sha256').update(files[name]).digest('hex')}  ${name}\n`)
    .join('')
  const all = { ...files, SHA256SUMS: Buffer.from(sums) }
  const entries = Object.keys(all)
    .sort()
    .map((name) => {
      const attrs =
        name.endsWith('.sh') || name.endsWith('.command') || name === 'cli/gnomon.mjs'
          ? executable
          : plain
      return [
        `gnomon-${version}/${name}`,
        [all[name], { level: 9, mtime: entryDate, os: 3, attrs }],
      ]
    })
  return zipSync(Object.fromEntries(entries))
}

function below(folder, prefix) {
  return Object.fromEntries(
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return Object.entries(below(path, `${prefix}/${name}`))
      return [[`${prefix}/${name}`, readFileSync(path)]]
    }),
  )
}

function readme(version) {
  return `Gnomon ${version}, portable edition

Unpack this folder anywhere, a stick too. Nothing is installed and nothing leaves the machine.
  Windows  Gnomon.cmd       macOS  Gnomon.command       Linux  gnomon.sh
Each opens Gnomon in an installed Chromium, Chrome or Edge, in a window and a profile of its own.

Your cases are in that profile, not in this folder: replacing the folder by a newer one keeps them.
  Windows  %LOCALAPPDATA%\\Gnomon\\profile    macOS  ~/Library/Application Support/Gnomon/profile
  Linux    ~/.local/share/gnomon/profile
An older Gnomon refuses a case that a newer one has written, and leaves it as it is.

Where Node 20 or newer is installed: node cli/gnomon.mjs --help
Check the files: sha256sum -c SHA256SUMS
`
}
