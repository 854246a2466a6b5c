import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Installs what package-lock.json names, if node_modules is missing or was made from another lock file. */
export function ensureInstalled(root) {
  const stamp = join(root, 'node_modules/.gnomon-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true
  console.log('Installing libraries (npm ci) …')
  const windows = process.platform === 'win32'
  const result = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows },
  )
  if (result.status !== 0) {
    console.error(
      "npm ci failed: nothing was started. With a network, or npm's cache on this machine, run it again.",
    )
    return false
  }
  writeFileSync(stamp, lock)
  return true
}

/** Installs Debian packages as root; false where this is no such machine or apt failed. */
export function installDebianPackages(packages) {
  if (!canInstallDebianPackages()) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  return (
    (apt(['update', '-qq']) || true) &&
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])
  )
}

export function canInstallDebianPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}
