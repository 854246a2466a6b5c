import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { caseView } from '@core/case/fold-case'
import type { CaseView } from '@core/case/case-view'
import { caseFileExtension } from '@core/case-file/format'
import { caseOfBundle } from '@core/exchange/stix/case-of-bundle'
import { fromStix, isOwnBundle } from '@core/exchange/stix/from-stix'
import type { ReportId } from '@core/model/ids'
import { caseFileFailureWords } from '../case-file/failure-words'
import { CaseSpool } from '../case-file/spool'
import { caseOf } from '../case-of'
import { knowledgeTables } from '../knowledge/read-knowledge-file'
import { readAll } from '../read-all'
import type { ExitCode, Terminal } from '../terminal'

export interface OpenedCase {
  readonly view: CaseView
  readonly textOf: (report: ReportId) => string | undefined
  /** Where the analyst has put the nodes of the graph. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  readonly exitCode: ExitCode
  readonly close: () => void
}

export interface OpenOptions {
  readonly knowledge: string | undefined
  readonly passphrase: string | undefined
}

/** What is exported: a case file, a STIX bundle of ours, or reports that are read now. Undefined, and a complaint, where there is nothing. */
export async function openForExport(
  places: readonly string[],
  { knowledge, passphrase }: OpenOptions,
  terminal: Terminal,
): Promise<OpenedCase | undefined> {
  const [first = ''] = places
  if (places.length === 1 && extname(first).toLowerCase() === `.${caseFileExtension}`)
    return openCaseFile(first, passphrase, terminal)
  if (places.length === 1 && (await beginsLikeBundle(first))) {
    const opened = await openBundle(first, terminal)
    if (opened) return opened
  }
  const { loadBuiltinReader } = await import('../../../resources/builtin-reader')
  const { read } = loadBuiltinReader(await knowledgeTables(knowledge))
  const { files, exitCode } = await readAll(places, { read, terminal })
  if (files.length === 0) {
    terminal.complain('gnomon export: no file could be read, so there is nothing to export')
    return undefined
  }
  const texts = new Map(files.map(({ report, source }) => [report.id, source.text]))
  return {
    view: caseOf(files),
    textOf: (report) => texts.get(report),
    positions: new Map(),
    exitCode,
    close: () => undefined,
  }
}

async function openCaseFile(
  path: string,
  passphrase: string | undefined,
  terminal: Terminal,
): Promise<OpenedCase | undefined> {
  const spool = new CaseSpool()
  const refuse = (why: string) => {
    spool.close()
    terminal.complain(`${path}: ${why}`)
    return undefined
  }
  try {
    const filled = await spool.fill(path, passphrase)
    if (!filled.ok) {
      refuse(caseFileFailureWords(filled.failure))
      return
    }
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause
    refuse(`cannot be opened: ${cause.message}`)
    return
  }
  const readings = spool.ids('readings').map((id) => spool.reading(id))
  const layout = spool.layouts.find(({ id }) => id === 'graph')
  return {
    view: caseView(readings, [...spool.reports.values()], spool.decisions),
    textOf: (report) => (spool.has('texts', report) ? spool.text(report).source.text : undefined),
    positions: new Map(layout?.positions ?? []),
    exitCode: 0,
    close: () => spool.close(),
  }
}

/** Looks at a few bytes before a whole file is taken for a bundle. */
async function beginsLikeBundle(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() !== '.json') return false
  try {
    for await (const chunk of createReadStream(path, { end: 2000 }))
      return /"type"\s*:\s*"bundle"/.test(String(chunk))
  } catch (cause) {
    // Whoever reads it next says why it cannot be opened.
    if (!(cause instanceof Error)) throw cause
  }
  return false
}

/** Undefined where it is a bundle of others: that is a report like any. */
async function openBundle(path: string, terminal: Terminal): Promise<OpenedCase | undefined> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    return undefined
  }
  if (!isOwnBundle(value)) return undefined
  const bundle = fromStix(value)
  if (!bundle.ok) {
    if (bundle.failure.code === 'newer-extension')
      terminal.complain(
        `${path}: a newer Gnomon wrote it (${bundle.failure.version}): read as anybody's bundle`,
      )
    return undefined
  }
  const { issues } = bundle.value
  for (const { object, reason } of issues.slice(0, 20))
    terminal.complain(`${path}: ${object} was left out: ${reason}`)
  if (issues.length > 20) terminal.complain(`${path}: and ${issues.length - 20} more were left out`)
  return {
    ...caseOfBundle(bundle.value),
    positions: new Map(),
    exitCode: issues.length > 0 ? 1 : 0,
    close: () => undefined,
  }
}
