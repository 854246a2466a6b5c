import { extname } from 'node:path'
import type { Knowledge } from '@core/knowledge/knowledge'
import { findActor } from '../find-actor'
import { fontFile } from '../font-file'
import { findBrowser, browserNames } from '../find-browser'
import { checkDate, parseArguments } from '../parse-arguments'
import { printPdf } from '../print-pdf'
import { writeWholeFile } from '../write-whole-file'
import { readAll } from '../read-all'
import type { ReadFile } from '../read-file'
import { UsageError, type Command, type ExitCode, type Terminal } from '../terminal'
import { caseOf, composeBrief } from '../compose-brief'

const help = `Usage: gnomon brief --out FILE.pdf|FILE.html [OPTIONS] FILE…|FOLDER…

Reads reports and writes a brief: summary, map, graph, victims, software and techniques, sources and the
words that each statement rests on.

Options:
  --out FILE       where to write it; .html is one self-contained page, .pdf is printed from it by an installed
                   Chromium, Chrome or Edge (CHROMIUM_PATH names another one), without any network
  --actor NAME     one actor, by any of its names; without it, all actors
  --title TEXT     the title, instead of one made from the actor's name
  --author TEXT    who signs it
  --date DATE      the day of making (YYYY-MM-DD), today unless given

A file that cannot be read is named on standard error; the brief is made from the others, and the exit code is 1.
`

export const briefCommand: Command = {
  name: 'brief',
  summary: 'writes a brief on an actor, as PDF or as one self-contained HTML page',
  help,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      out: { type: 'string' },
      actor: { type: 'string' },
      title: { type: 'string' },
      author: { type: 'string' },
      date: { type: 'string' },
    })
    const { out } = values
    if (out === undefined) throw new UsageError('--out is missing')
    if (!['.pdf', '.html', '.htm'].includes(extname(out).toLowerCase()))
      throw new UsageError(`--out ends in .pdf or .html, not "${out}"`)
    if (positionals.length === 0) throw new UsageError('no file is given')
    const date = checkDate(values.date, '--date') ?? terminal.now().slice(0, 10)
    const { loadBuiltinReader } = await import('../../../resources/builtin-reader')
    const { read, knowledge } = loadBuiltinReader()
    const { files, exitCode } = await readAll(positionals, { read, terminal })
    const html = await briefHtml(files, knowledge, { ...values, date }, terminal)
    if (html === undefined) return 1
    const written = await writeBrief(out, html, terminal)
    return written === 0 ? exitCode : written
  },
}

interface BriefRequest {
  readonly actor?: string | undefined
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly date: string
}

async function briefHtml(
  files: readonly ReadFile[],
  knowledge: Knowledge,
  { actor, title, author, date }: BriefRequest,
  terminal: Terminal,
): Promise<string | undefined> {
  if (files.length === 0) {
    terminal.complain('gnomon brief: no file could be read, so there is nothing to brief')
    return undefined
  }
  const view = caseOf(files)
  const found = actor === undefined ? undefined : findActor(view, actor)
  if (found !== undefined && !found.ok) {
    const names = found.failure.length === 0 ? 'none' : found.failure.join(', ')
    terminal.complain(
      `gnomon brief: no report tells of an actor "${actor}"; they tell of: ${names}`,
    )
    return undefined
  }
  return composeBrief(
    view,
    files,
    {
      date,
      countries: knowledge.countries,
      ...(found && { actor: found.value }),
      ...(title !== undefined && { title }),
      ...(author !== undefined && { author }),
    },
    fontFile,
  )
}

async function writeBrief(out: string, html: string, terminal: Terminal): Promise<ExitCode> {
  const isPdf = extname(out).toLowerCase() === '.pdf'
  const page = isPdf ? `${out.slice(0, -extname(out).length)}.html` : out
  const written = await writeWholeFile(page, html)
  if (!written.ok) {
    terminal.complain(`gnomon brief: ${page} was not written: ${written.failure}`)
    return 1
  }
  if (!isPdf) {
    await terminal.write(`${out}\n`)
    return 0
  }
  const browser = findBrowser()
  if (browser === undefined) {
    terminal.complain(
      `gnomon brief: no browser to print the PDF with. Install Chromium, Chrome or Edge (looked for ${browserNames}), or print ${page} from any browser.`,
    )
    return 1
  }
  const printed = await printPdf(browser, page, out)
  if (!printed.ok) {
    terminal.complain(
      `gnomon brief: ${browser} did not print the PDF: ${printed.failure}. ${page} is written.`,
    )
    return 1
  }
  await terminal.write(`${page}\n${out}\n`)
  return 0
}
