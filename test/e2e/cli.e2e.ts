import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPdf } from '../support/a-pdf'

const story = 'APT28 breached the defence ministry of Poland in March 2024, officials said.'
let folder = ''
const program = () => join(folder, 'cli/gnomon.mjs')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gnomon-cli-'))
  cpSync(resolve('out/cli'), join(folder, 'cli'), { recursive: true })
  writeFileSync(join(folder, 'story.txt'), story)
  writeFileSync(join(folder, 'story.pdf'), aPdf([[{ text: story, x: 72, y: 700 }]]))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the built command line, away from the repository', () => {
  it.each(['story.txt', 'story.pdf'])(
    'reads %s with nothing around it, and says nothing else',
    (name) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [program(), 'extract', '--with-text', name],
        { cwd: folder, encoding: 'utf8' },
      )
      expect([status, stderr]).toEqual([0, ''])
      expect(JSON.parse(stdout)).toMatchObject({ report: { text: story } })
    },
  )

  it('ends quietly when the reader of its output has had enough', async () => {
    const lines = `${JSON.stringify({ id: 1, text: story.repeat(20) })}\n`.repeat(200)
    const child = spawn(process.execPath, [program(), 'extract', '--stdin'], { cwd: folder })
    const complaints: string[] = []
    child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text))
    // Its own end closes our pipe to it.
    child.stdin.on('error', () => undefined)
    child.stdin.end(lines)
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((done) => child.once('close', done))
    expect([code, complaints]).toEqual([0, []])
  })
})
