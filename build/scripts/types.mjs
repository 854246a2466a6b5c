// npm run types: strict TypeScript over every project, each with the libraries that its place has. Not `tsc -b`: without
// references between the projects it takes one whose own folder did not change for checked, whatever it imports.
import { spawnSync } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const projects = ['src-core', 'src-main', 'src-renderer', 'test', 'build']

function checkTypes() {
  const failed = projects.filter((project) => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const { status } = spawnSync(process.execPath, [compiler, '-p', project], {
      cwd: root,
      stdio: 'inherit',
    })
    return status !== 0
  })
  return failed.length === 0
}

process.exitCode = checkTypes() ? 0 : 1
