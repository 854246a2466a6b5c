// npm test: everything from a fresh clone. Installs what is missing (Chromium too), builds what is stale, then types, lint,
// unit and contract tests, and the real browser. Ends with one line: N passed, N failed[, N skipped].
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll, isBuildFresh } from './build.mjs'
import {
  canInstallDebianPackages,
  ensureInstalled,
  installDebianPackages,
} from './launch/ensure-installed.mjs'
import { findBrowser } from './launch/find-browser.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const long = process.argv.includes('--long')
const tally = { passed: 0, failed: 0, skipped: 0 }

if (!ensureInstalled(root) || !ensureBrowser() || !ensurePdfReader() || !ensureScreen())
  process.exit(1)
offerParallel()
if (!isBuildFresh() && !step('build', () => buildAll({ quiet: true }))) finish()
if (long) {
  vitest('long tests', ['--config', 'test/e2e/vitest.config.ts', '--mode', 'long'])
} else {
  // Three checks that wait for nothing of each other: two cores do them in the time of the longest.
  await Promise.all([
    command('types', ['build/scripts/types.mjs']),
    command('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
    command('format', [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level=warn',
      '.',
    ]),
  ])
  vitest('unit and contract tests', ['--config', 'test/vitest.config.ts'])
  if (existsSync(join(root, 'test/e2e/vitest.config.ts')))
    vitest('browser tests', ['--config', 'test/e2e/vitest.config.ts'])
}
finish()

function ensureBrowser() {
  if (findBrowser()) return true
  if (canInstallDebianPackages()) {
    console.log('Installing Chromium (apt-get) …')
    installDebianPackages(['chromium', 'poppler-utils', 'xvfb', 'fonts-liberation'])
    if (findBrowser()) return true
  }
  console.error(
    'The browser tests need Chromium, Chrome or Edge: install one, or name it in CHROMIUM_PATH.',
  )
  return false
}

/** Silent printing wants a real window: the user's display, or a virtual one. */
function ensureScreen() {
  if (process.platform !== 'linux' || process.env.DISPLAY) return true
  if (spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined) return true
  if (canInstallDebianPackages() && installDebianPackages(['xvfb'])) return true
  console.error(
    'One browser test prints from a real window: set DISPLAY, or install xvfb for a virtual one.',
  )
  return false
}

function ensurePdfReader() {
  if (spawnSync('pdftotext', ['-v']).error === undefined) return true
  if (canInstallDebianPackages() && installDebianPackages(['poppler-utils'])) return true
  console.error(
    'The PDF tests read briefs back with pdftotext and pdftoppm: install poppler-utils.',
  )
  return false
}

/** For one test of the command line; without it that test says that it was skipped. */
function offerParallel() {
  if (spawnSync('parallel', ['--version']).error === undefined) return
  if (canInstallDebianPackages()) installDebianPackages(['parallel'])
}

/** Runs a script of its own; its output is shown only where it fails. */
function command(name, args) {
  const begun = Date.now()
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--max-old-space-size=4096', ...args], { cwd: root })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += chunk))
    child.once('close', (status) => {
      if (status !== 0) process.stdout.write(output)
      tell(name, status === 0, begun)
      done()
    })
  })
}

/** One check that passes or fails as a whole. */
function step(name, run) {
  const begun = Date.now()
  const ok = run()
  tell(name, ok, begun)
  return ok
}

function tell(name, ok, begun) {
  tally[ok ? 'passed' : 'failed']++
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
}

function vitest(name, args) {
  const begun = Date.now()
  const report = join(root, 'out/test', `${name.replaceAll(' ', '-')}.json`)
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const result = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...args,
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const outcome = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  if (!outcome) {
    process.stdout.write(`${result.stdout}${result.stderr}`)
    tally.failed++
    return
  }
  const tests = outcome.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: file.name })),
  )
  const of = (status) => tests.filter((test) => test.status === status)
  const brokenFiles = outcome.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const skipped = tests.filter(
    ({ status }) => status === 'pending' || status === 'skipped' || status === 'todo',
  )
  for (const test of of('failed'))
    console.log(
      `FAIL ${test.file.slice(root.length + 1)}: ${test.fullName}\n${test.failureMessages.join('\n')}`,
    )
  for (const file of brokenFiles)
    console.log(`FAIL ${file.name.slice(root.length + 1)}\n${file.message}`)
  for (const test of skipped)
    console.log(`skip ${test.file.slice(root.length + 1)}: ${test.fullName}`)
  const crashed = result.status !== 0 && of('failed').length === 0 && brokenFiles.length === 0
  if (crashed) process.stdout.write(`${result.stdout}${result.stderr}`)
  tally.passed += of('passed').length
  tally.failed += of('failed').length + brokenFiles.length + (crashed ? 1 : 0)
  tally.skipped += skipped.length
  console.log(
    `${of('passed').length} of ${tests.length} ${name} passed (${((Date.now() - begun) / 1000).toFixed(1)} s)`,
  )
}

function finish() {
  console.log(
    `${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`,
  )
  process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1)
}
