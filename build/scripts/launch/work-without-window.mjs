import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './find-browser.mjs'

/** The main job without a window, by the command line: brief.html, brief.pdf and the links as a table. 0, or 1 where a part failed. */
export function workWithoutWindow({ root, files }) {
  const sources = files.length > 0 ? files : sampleReports(root)
  const folder = join(root, 'out/start')
  mkdirSync(folder, { recursive: true })
  const gnomon = (args) =>
    spawnSync(process.execPath, [join(root, 'out/cli/gnomon.mjs'), ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    })

  const table = gnomon(['extract', '--format', 'table', ...sources])
  const links = join(folder, 'links.txt')
  writeFileSync(links, table.stdout)
  const html = join(folder, 'brief.html')
  const pdf = join(folder, 'brief.pdf')
  const statuses = [table.status, gnomon(['brief', '--out', html, ...sources]).status]
  const browser = findBrowser()
  if (browser) statuses.push(gnomon(['brief', '--out', pdf, ...sources]).status)

  process.stdout.write(table.stdout)
  console.log(
    `\nRead ${sources.length} ${files.length > 0 ? 'files' : 'sample reports'}. Written:\n  ${[html, ...(browser ? [pdf] : []), links].join('\n  ')}`,
  )
  if (!browser)
    console.log(
      'No PDF: that needs an installed Chromium, Chrome or Edge. brief.html prints from any browser.',
    )
  return statuses.every((status) => status === 0) ? 0 : 1
}

function sampleReports(root) {
  const folder = join(root, 'resources/samples')
  return readdirSync(folder)
    .filter((name) => /\.(txt|md|html|pdf)$/.test(name) && name !== 'README.md')
    .sort()
    .map((name) => join(folder, name))
}
