import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decisionState, presentReports } from '@core/case/decisions'
import { caseView } from '@core/case/fold-case'
import { exportFormats } from '@core/exchange/export-formats'
import type { CaseFileSummary } from '@core/case-file/format'
import { ignoreRows, readCaseFile } from '@core/case-file/read-case-file'
import type { ReportId } from '@core/model/ids'
import { chunksOfFile } from '../case-file/chunks-of-file'
import { caseFileFailureWords } from '../case-file/failure-words'
import { passphraseIn } from '../case-file/passphrase-in'
import { mergeSpools } from '../case-file/merge-spools'
import { CaseSpool } from '../case-file/spool'
import { writeToFile } from '../case-file/write-to-file'
import { parseArguments } from '../parse-arguments'
import { UsageError, type Command, type ExitCode, type Terminal } from '../terminal'
import { version } from '../version'
import { formatOf, writeJob } from './export'

const help = `Usage: gnomon case info FILE.gnomon
       gnomon case verify FILE.gnomon…
       gnomon case merge ONE.gnomon OTHER.gnomon --out MERGED.gnomon
       gnomon case export FILE.gnomon --format FORMAT [--out FILE]
       gnomon case export FILE.gnomon --originals FOLDER

Works on case files, as "Save case file…" writes them. Each is read to its end and verified: every row, every checksum.

  info      what it holds: reports, decisions by author, contradictions that nobody has settled
  verify    says "sound" with the checksum of its content, or what is damaged
  merge     all reports and decisions of both; where two analysts contradict, neither counts until somebody settles it
            in the window, and each contradiction is named here. The same whichever file comes first, and however often
  export    the case in a format that other programs read, or the reports' own files

Options:
  --out FILE               where to write
  --format FORMAT          ${exportFormats.map(({ id }) => id).join(', ')}
  --originals FOLDER       writes every report's file there, under its own name
  --passphrase-file FILE   the passphrase of encrypted case files, on the first line; merge encrypts its result with it

Exit codes: 0 done, 1 a file is damaged or was not written, 2 wrong usage.
`

export const caseCommand: Command = {
  name: 'case',
  summary: 'looks into case files, verifies, merges and exports them',
  help,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      out: { type: 'string' },
      format: { type: 'string' },
      originals: { type: 'string' },
      'passphrase-file': { type: 'string' },
    })
    const [verb, ...files] = positionals
    const passphrase = passphraseIn(values['passphrase-file'])
    const job: CaseJob = {
      files,
      terminal,
      ...(values.out === undefined ? {} : { out: values.out }),
      ...(values.format === undefined ? {} : { format: values.format }),
      ...(values.originals === undefined ? {} : { originals: values.originals }),
      ...(passphrase === undefined ? {} : { passphrase }),
    }
    if (files.length === 0 && verb !== undefined) throw new UsageError('no case file is given')
    switch (verb) {
      case 'info':
        return info(job)
      case 'verify':
        return verify(job)
      case 'merge':
        return merge(job)
      case 'export':
        return exportCase(job)
      default:
        throw new UsageError(
          verb === undefined
            ? 'info, verify, merge or export is missing'
            : `there is no "case ${verb}"`,
        )
    }
  },
}

interface CaseJob {
  readonly files: readonly string[]
  readonly terminal: Terminal
  readonly out?: string
  readonly format?: string
  readonly originals?: string
  readonly passphrase?: string
}

async function info(job: CaseJob): Promise<ExitCode> {
  return withSpools(job, 1, async ([spool], [summary]) => {
    if (!spool || !summary) return 1
    const { effective, conflicts } = decisionState(spool.decisions)
    const byAuthor = new Map<string, number>()
    for (const { author } of spool.decisions) byAuthor.set(author, (byAuthor.get(author) ?? 0) + 1)
    const authors = [...byAuthor].map(([author, count]) => `${author || 'nobody named'} ${count}`)
    const lines = [
      `${summary.name}, written ${summary.writtenAt} by Gnomon ${summary.writtenBy}, format ${summary.version}${summary.encrypted ? ', encrypted' : ''}`,
      `reports     ${summary.reports} stored, ${presentReports(effective).size} in the case`,
      `decisions   ${summary.decisions} (${authors.join(', ')}), ${effective.length} in force`,
      `conflicts   ${conflicts.length}`,
      ...conflicts.map(conflictLine),
      `content     ${summary.checksum}`,
    ]
    await job.terminal.write(`${lines.join('\n')}\n`)
    return 0
  })
}

async function verify({ files, terminal, passphrase }: CaseJob): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  for (const file of files) {
    const result = await readCaseFile(chunksOfFile(file), ignoreRows, {
      crypto: globalThis.crypto,
      ...(passphrase === undefined ? {} : { passphrase }),
    }).catch((error: unknown) => unreadable(error))
    if (result.ok) {
      const { reports, decisions, originals, checksum } = result.value
      await terminal.write(
        `${file}: sound, ${reports} reports, ${decisions} decisions, ${originals} originals, content ${checksum}\n`,
      )
    } else {
      exitCode = 1
      terminal.complain(`${file}: ${caseFileFailureWords(result.failure)}`)
    }
  }
  return exitCode
}

async function merge(job: CaseJob): Promise<ExitCode> {
  const { out, terminal, passphrase } = job
  if (out === undefined) throw new UsageError('--out is missing')
  return withSpools(job, 2, async ([one, other], [first, second]) => {
    if (!one || !other || !first || !second) return 1
    const { rows, merged } = mergeSpools(one, other)
    const name = [first.name, second.name].sort()[0] ?? first.name
    const summary = await writeToFile(out, rows, {
      name,
      at: terminal.now(),
      ...(passphrase === undefined ? {} : { passphrase }),
    })
    const { conflicts } = decisionState(merged.log)
    for (const conflict of conflicts)
      terminal.complain(`contradiction: ${conflictLine(conflict).trim()}`)
    await terminal.write(
      `${out}: ${summary.reports} reports, ${summary.decisions} decisions, ${conflicts.length} contradictions to settle, content ${summary.checksum}\n`,
    )
    return 0
  })
}

async function exportCase(job: CaseJob): Promise<ExitCode> {
  const { format, originals, out, terminal } = job
  if ((format === undefined) === (originals === undefined))
    throw new UsageError('give either --format or --originals')
  const chosen = format === undefined ? undefined : formatOf(format)
  return withSpools(job, 1, async ([spool]) => {
    if (!spool) return 1
    if (originals !== undefined) {
      await terminal.write(`${writeOriginals(spool, originals)} files in ${originals}\n`)
      return 0
    }
    if (!chosen) return 1
    const readings = spool.ids('readings').map((id) => spool.reading(id))
    const view = caseView(readings, [...spool.reports.values()], spool.decisions)
    const textOf = (id: ReportId) =>
      spool.has('texts', id) ? spool.text(id).source.text : undefined
    const material = { view, textOf, at: terminal.now(), producer: `Gnomon ${version}` }
    return writeJob({ format: chosen, actors: [], out, check: false }, material, terminal)
  })
}

/** Each under its own name; of several of one name the later ones bear the start of their SHA-256. */
function writeOriginals(spool: CaseSpool, folder: string): number {
  mkdirSync(folder, { recursive: true })
  const taken = new Set<string>()
  const ids = spool.ids('originals')
  for (const id of ids) {
    const given = spool.reports.get(id)?.fileName.split(/[/\\]/).at(-1) ?? id
    const plain = given.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '_')
    const name = taken.has(plain.toLowerCase()) ? `${id.slice(0, 8)} ${plain}` : plain
    taken.add(name.toLowerCase())
    writeFileSync(join(folder, name), spool.raw('originals', id))
  }
  return ids.length
}

async function withSpools(
  { files, terminal, passphrase }: CaseJob,
  count: number,
  work: (spools: readonly CaseSpool[], summaries: readonly CaseFileSummary[]) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (files.length !== count)
    throw new UsageError(
      `${count} case ${count === 1 ? 'file is' : 'files are'} needed, not ${files.length}`,
    )
  const spools: CaseSpool[] = []
  const summaries: CaseFileSummary[] = []
  try {
    for (const file of files) {
      const spool = new CaseSpool()
      spools.push(spool)
      const result = await spool.fill(file, passphrase).catch((error: unknown) => unreadable(error))
      if (!result.ok) {
        terminal.complain(`${file}: ${caseFileFailureWords(result.failure)}`)
        return 1
      }
      summaries.push(result.value)
    }
    return await work(spools, summaries)
  } catch (error) {
    if (error instanceof UsageError) throw error
    terminal.complain(`gnomon case: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    for (const spool of spools) spool.close()
  }
}

function conflictLine({
  subject,
  decisions,
}: ReturnType<typeof decisionState>['conflicts'][number]) {
  const sides = decisions.map(
    ({ author, at, action }) => `${author} (${at.slice(0, 10)}): ${action.type}`,
  )
  return `            ${subject}: ${sides.join('; ')}`
}

function unreadable(error: unknown) {
  const detail = error instanceof Error ? error.message : String(error)
  return { ok: false, failure: { code: 'case-file-unwritable', detail } } as const
}
