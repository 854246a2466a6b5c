import { readFile, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { normalisePdf } from '@core/brief/pdf/normalise-pdf'
import type { Leak } from '@core/brief/scope/find-leaks'
import { fail, succeed, type Result } from '@core/lib/result'
import { readBackPdf } from '../adapters/read-back-pdf'
import { browserNames, findBrowser } from '../find-browser'
import { printPdf } from '../print-pdf'
import type { ExitCode, Terminal } from '../terminal'
import { writeWholeFile } from '../write-whole-file'
import type { ComposedBrief } from './compose-brief'

const formats = ['.pdf', '.html', '.htm', '.md']

export function isBriefFile(out: string): boolean {
  return formats.includes(extname(out).toLowerCase())
}

/** Writes the brief in the format that the name asks for; nothing stands half-written under the name. */
export async function writeBrief(
  out: string,
  brief: ComposedBrief,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = extname(out).toLowerCase()
  const result =
    format === '.pdf'
      ? await writePdf(out, brief)
      : await writeText(out, format === '.md' ? brief.markdown() : brief.html(), brief)
  if (!result.ok) {
    terminal.complain(`gnomon brief: ${result.failure}`)
    return 1
  }
  await terminal.write(result.value.map((path) => `${path}\n`).join(''))
  return 0
}

type Written = Result<readonly string[], string>

async function writeText(out: string, text: string, brief: ComposedBrief): Promise<Written> {
  const leak = leakSentence(brief.leaksIn(text))
  if (leak !== undefined) return fail(leak)
  const written = await writeWholeFile(out, text)
  return written.ok ? succeed([out]) : fail(`${out} was not written: ${written.failure}`)
}

/**
 * Prints twice: the first printing shows on which page each section starts, the second has the numbers in its table of
 * contents. What was printed is read back and proved free of anything above the brief's marking before it takes the name.
 */
async function writePdf(out: string, brief: ComposedBrief): Promise<Written> {
  const page = `${out.slice(0, -extname(out).length)}.html`
  const first = await writeText(page, brief.html(), brief)
  if (!first.ok) return first
  const browser = findBrowser()
  if (browser === undefined)
    return fail(
      `no browser to print the PDF with. Install Chromium, Chrome or Edge (looked for ${browserNames}), or print ${page} from any browser.`,
    )
  const draft = `${out}.draft`
  try {
    const printed = await printNumbered(browser, page, draft, brief)
    if (!printed.ok) return fail(`${printed.failure}. ${page} is written.`)
    const { text, metadata } = await readBackPdf(draft)
    const leak = leakSentence(brief.leaksIn(`${text}\n${metadata.join('\n')}`))
    if (leak !== undefined) return fail(leak)
    const written = await writeWholeFile(out, normalisePdf(await readFile(draft), brief.date))
    return written.ok ? succeed([page, out]) : fail(`${out} was not written: ${written.failure}`)
  } finally {
    await rm(draft, { force: true })
  }
}

async function printNumbered(
  browser: string,
  page: string,
  draft: string,
  brief: ComposedBrief,
): Promise<Result<null, string>> {
  const print = async (): Promise<Result<null, string>> => {
    const printed = await printPdf(browser, page, draft)
    return printed.ok ? printed : fail(`${browser} did not print the PDF: ${printed.failure}`)
  }
  const first = await print()
  if (!first.ok) return first
  const pages = await headingPages(draft)
  if (!pages.ok) return pages
  const numbered = await writeWholeFile(page, brief.html(pages.value))
  return numbered.ok ? print() : fail(`${page} was not written: ${numbered.failure}`)
}

async function headingPages(path: string): Promise<Result<readonly number[], string>> {
  try {
    return succeed((await readBackPdf(path)).headingPages)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    return fail(`the printed PDF could not be read back: ${cause.message.replace(/\.$/, '')}`)
  }
}

function leakSentence([leak, ...more]: readonly Leak[]): string | undefined {
  if (!leak) return undefined
  const others = more.length > 0 ? ` (and ${more.length} more)` : ''
  return `the finished brief would hold a ${leak.what} of a source above its marking${others} (SHA-256 ${leak.report.slice(0, 16)}…): “${leak.words.slice(0, 80)}”. Nothing was written under that name.`
}
