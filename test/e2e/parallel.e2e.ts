import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { makeFiles } from './support/make-files'

const hasParallel = spawnSync('parallel', ['--version']).error === undefined
if (!hasParallel) console.warn('GNU parallel is not installed: the test that fans out is skipped.')
const program = resolve('out/cli/gnomon.mjs')
const answer = z.object({ id: z.string(), links: z.array(z.unknown()) })

/** The first worker is killed by SIGKILL, as by the system when memory runs out, once it has answered some lines. */
const worker = `
const { spawn } = require('node:child_process')
const { mkdirSync } = require('node:fs')
let isVictim = true
try { mkdirSync(process.argv[2]) } catch { isVictim = false }
const child = spawn(process.execPath, [${JSON.stringify(program)}, 'extract', '--stdin'], { stdio: ['inherit', 'pipe', 'inherit'] })
child.stdout.on('data', (chunk) => {
  process.stdout.write(chunk)
  if (isVictim) child.kill('SIGKILL')
})
child.on('close', (code, signal) => { process.exitCode = signal ? 137 : code })
`

describe.skipIf(!hasParallel)('the command line under GNU parallel', () => {
  it('loses nothing and gives nothing twice when a worker is killed', () => {
    const count = 48
    const lines = Array.from({ length: count }, (_, place) =>
      JSON.stringify({
        id: `r${place}`,
        text: `APT28 breached the defence ministry of Poland in March 2024. Item ${place}.`,
      }),
    )
    const folder = makeFiles({ 'worker.cjs': worker })
    const log = `${folder}/jobs.log`
    const { status, stdout } = spawnSync(
      'parallel',
      [
        '--will-cite',
        '--pipe',
        '-N',
        '16',
        '-j',
        '2',
        '--retries',
        '3',
        '--joblog',
        log,
        process.execPath,
        `${folder}/worker.cjs`,
        `${folder}/killed`,
      ],
      { input: `${lines.join('\n')}\n`, encoding: 'utf8', cwd: folder, maxBuffer: 1 << 28 },
    )
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => answer.parse(JSON.parse(line)))
    expect(status).toBe(0)
    expect(answers.map(({ id }) => id).toSorted()).toEqual(
      lines.map((_, place) => `r${place}`).toSorted(),
    )
    expect(answers.every(({ links }) => links.length > 0)).toBe(true)
    // The test is worth nothing where nobody was killed.
    expect(existsSync(`${folder}/killed`)).toBe(true)
  })
})
