import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chunks, gnomon } from './memory-terminal'

const span = z.object({ start: z.number(), end: z.number(), text: z.string() })
const link = z.object({
  type: z.string(),
  source: z.string(),
  target: z.string(),
  hedged: z.boolean(),
  confidence: z.number(),
  evidence: z.array(span),
})
const answer = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  report: z.object({
    title: z.string(),
    published: z.optional(z.string()),
    sha256: z.string(),
    text: z.optional(z.string()),
  }),
  entities: z.array(
    z.object({ id: z.string(), type: z.string(), name: z.string(), mentions: z.array(span) }),
  ),
  links: z.array(link),
  denied: z.array(link),
})
const failed = z.object({
  id: z.nullable(z.union([z.string(), z.number()])),
  error: z.object({ code: z.string(), message: z.string() }),
})
const lineOf = z.union([answer, failed])

const story =
  'APT28 breached the defence ministry of Poland in March 2024, officials said.\r\n\r\nThe group used X-Agent against networks in Ukraine.\r\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gnomon-extract-'))
  mkdirSync(join(folder, 'in/deeper'), { recursive: true })
  writeFileSync(join(folder, 'story.txt'), story)
  writeFileSync(join(folder, 'in/b.txt'), story)
  writeFileSync(join(folder, 'in/a.txt'), '')
  writeFileSync(join(folder, 'in/.hidden.txt'), story)
  writeFileSync(join(folder, 'in/deeper/c.md'), '# Title of a note\n\n**APT28** attacked Germany.')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function linesOf(output: string) {
  return output
    .trim()
    .split('\n')
    .map((line) => lineOf.parse(JSON.parse(line)))
}

describe('gnomon extract', () => {
  it('prints one object for one file, whose spans index the file as it is', async () => {
    const { exitCode, output, complaints } = await gnomon(['extract', join(folder, 'story.txt')])
    const { report, entities, links } = answer.parse(JSON.parse(output))
    expect([exitCode, complaints]).toEqual([0, []])
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/)
    const spans = [
      ...entities.flatMap(({ mentions }) => mentions),
      ...links.flatMap(({ evidence }) => evidence),
    ]
    expect(entities.map(({ name }) => name)).toContain('APT28')
    for (const { start, end, text } of spans) expect(story.slice(start, end)).toBe(text)
  })

  it('adds the text that spans index with --with-text, and the date with --published', async () => {
    const args = ['--with-text', '--published', '2024-04-05', join(folder, 'story.txt')]
    const { report } = answer.parse(JSON.parse((await gnomon(['extract', ...args])).output))
    expect(report).toMatchObject({ text: story, published: '2024-04-05' })
  })

  it('reads a folder in order, a line a file, and names the file that failed', async () => {
    const { exitCode, output, complaints } = await gnomon(['extract', join(folder, 'in')])
    expect(exitCode).toBe(1)
    expect(complaints).toEqual([`${join(folder, 'in/a.txt')}: the file is empty`])
    expect(
      linesOf(output).map((line) => [line.id, 'error' in line ? line.error.code : 'read']),
    ).toEqual([
      [join(folder, 'in/a.txt'), 'empty-file'],
      [join(folder, 'in/b.txt'), 'read'],
      [join(folder, 'in/deeper/c.md'), 'read'],
    ])
  })

  it('names a file that is not there and reads the others', async () => {
    const missing = join(folder, 'missing.txt')
    const { exitCode, output, complaints } = await gnomon([
      'extract',
      missing,
      join(folder, 'story.txt'),
    ])
    expect(exitCode).toBe(1)
    expect(complaints[0]).toContain(`${missing}: cannot be opened`)
    expect(linesOf(output)).toHaveLength(2)
  })

  it('prints a table for people', async () => {
    const { output } = await gnomon(['extract', '--format', 'table', join(folder, 'story.txt')])
    expect(output).toContain('who')
    expect(output).toContain(join(folder, 'story.txt'))
  })

  it.each([
    [['extract']],
    [['extract', '--format', 'xml', 'a.txt']],
    [['extract', '--published', '2024-13-40', 'a.txt']],
    [['extract', '--published', 'yesterday', 'a.txt']],
    [['extract', '--no-such-option', 'a.txt']],
    [['extract', '--stdin', 'a.txt']],
    [['extract', '--stdin', '--format', 'table']],
  ])('calls %j wrong usage', async (args) => {
    const { exitCode, output, complaints } = await gnomon(args)
    expect([exitCode, output, complaints.length]).toEqual([2, '', 1])
  })
})

describe('gnomon extract --stdin', () => {
  const ask = (value: unknown) => `${JSON.stringify(value)}\n`

  it('answers every line by one line, in order, under its id', async () => {
    const input = chunks(
      ask({ id: 'b', text: story, published: '2024-04-05' }),
      ask({ id: 7, text: '' }),
      '\n',
      ask({ id: 'a', text: 'Nothing to find here.' }).trim(),
    )
    const { exitCode, output } = await gnomon(['extract', '--stdin'], input)
    const lines = linesOf(output)
    expect(exitCode).toBe(0)
    expect(lines.map(({ id }) => id)).toEqual(['b', 7, 'a'])
    expect(lines[0]).toMatchObject({ report: { published: '2024-04-05' } })
  })

  it('answers a line that it cannot read by an error, and goes on', async () => {
    const input = chunks(
      'not json\n',
      ask({ id: 'no-text' }),
      ask({ id: 'bad-date', text: 'x', published: 'soon' }),
      ask(['a']),
      Uint8Array.of(0xff, 0x0a),
      ask({ id: 'good', text: story }),
    )
    const { exitCode, output, complaints } = await gnomon(['extract', '--stdin'], input)
    expect(exitCode).toBe(1)
    expect(complaints).toHaveLength(5)
    expect(complaints[1]).toBe('line 2: text must be a string')
    expect(
      linesOf(output).map((line) => [line.id, 'error' in line ? line.error.code : 'read']),
    ).toEqual([
      [null, 'bad-json'],
      ['no-text', 'bad-line'],
      ['bad-date', 'bad-line'],
      [null, 'bad-line'],
      [null, 'bad-encoding'],
      ['good', 'read'],
    ])
  })

  it('takes --published for lines without a date, and never touches the text', async () => {
    const text = '\ufeffAPT28\r\n hit\u0000 Poland.'
    const { output } = await gnomon(
      ['extract', '--stdin', '--with-text', '--published', '2020-02-03'],
      chunks(ask({ id: 1, text })),
    )
    expect(linesOf(output)[0]).toMatchObject({ report: { text, published: '2020-02-03' } })
  })

  it('does not read on before its answer is taken', async () => {
    const events: string[] = []
    async function* input(): AsyncGenerator<Uint8Array> {
      for (const id of ['1', '2', '3']) {
        events.push(`asked ${id}`)
        await Promise.resolve()
        yield new TextEncoder().encode(ask({ id, text: 'x' }))
      }
    }
    const { runCommandLine } = await import('../../../src-main/cli/run-command-line')
    await runCommandLine(['extract', '--stdin'], {
      write: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        events.push('taken')
      },
      complain: () => undefined,
      input: input(),
      now: () => '',
    })
    expect(events).toEqual(['asked 1', 'taken', 'asked 2', 'taken', 'asked 3', 'taken'])
  })
})
