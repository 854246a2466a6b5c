import { scopeOf } from '@core/brief/scope/brief-scope'
import type { CaseFilters, CaseView } from '@core/case/case-view'
import { exportFormat, exportFormats, type ExportFormatId } from '@core/exchange/export-formats'
import type { ExportMaterial } from '@core/exchange/export-material'
import { selectForExport } from '@core/exchange/select-for-export'
import { writeExport } from '@core/exchange/write-export'
import { readWorld } from '@core/geo/world'
import { layOut } from '@core/graph/lay-out'
import { layOutInput } from '@core/graph/lay-out-model'
import { fail, succeed, type Result } from '@core/lib/result'
import type { EntityId } from '@core/model/ids'
import { tlpMarkings } from '@core/model/report'
import { worldJson } from '../../../resources/world'
import { passphraseIn } from '../case-file/passphrase-in'
import { openForExport, type OpenedCase } from '../export/open-for-export'
import { findActor } from '../find-actor'
import { fontCssFor } from '../font-file'
import { checkDate, checkShare, parseArguments } from '../parse-arguments'
import { picturePng } from '../picture-png'
import { plainContext } from '../plain-context'
import { UsageError, type Command, type ExitCode, type Terminal } from '../terminal'
import { version } from '../version'
import { writeWholeFile } from '../write-whole-file'

const widest = Math.max(...exportFormats.map(({ id }) => id.length))
const help = `Usage: gnomon export --format FORMAT [--out FILE] [OPTIONS] CASE.gnomon|BUNDLE.json|FILE…|FOLDER…

Writes what a case says in a format that other programs read. The case is a case file, with all its decisions and places; a STIX
bundle that Gnomon wrote; or reports, which are read now.

Formats:
${exportFormats.map(({ id, label }) => `  ${id.padEnd(widest + 2)}${label}`).join('\n')}

Options:
  --out FILE            where to write it; without it, text formats go to standard output
  --actor NAME          only what touches this actor, by any of its names. Navigator: its techniques; given several
                        times, the actors compared
  --min-confidence N    only links of at least this confidence, 0 to 1
  --min-origins N       only links with at least this many independent origins
  --since, --until DAY  only activity in this time (YYYY-MM-DD)
  --tlp MARKING         leaves out every report that is marked higher, with all that only it says
  --knowledge FILE      updates to what Gnomon knows: a store or a pack of "gnomon knowledge"
  --passphrase-file FILE  the passphrase of an encrypted case file, on the first line
  --date DAY            the day of the export (YYYY-MM-DD), today unless given: same files, same day, same bytes
  --check               writes nothing, only says what consumers (OpenCTI, MISP, Navigator) would refuse; exit code 1 if
                        they would refuse anything

What consumers would refuse, change or lose is said on standard error. PNG needs an installed Chromium, Chrome or Edge.
`

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes STIX, MISP, CSV, ATT&CK Navigator, GraphML, GEXF, SVG, PNG or Markdown',
  help,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      actor: { type: 'string', multiple: true, default: [] },
      'min-confidence': { type: 'string' },
      'min-origins': { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      date: { type: 'string' },
      check: { type: 'boolean', default: false },
      knowledge: { type: 'string' },
      'passphrase-file': { type: 'string' },
      tlp: { type: 'string' },
    })
    const format = formatOf(values.format)
    const isBinary = format === 'markdown' || format.startsWith('png-')
    if (values.out === undefined && isBinary && !values.check)
      throw new UsageError(`--out is missing: ${format} is no text`)
    if (positionals.length === 0) throw new UsageError('no file is given')
    if (values.actor.length > 1 && format !== 'navigator')
      throw new UsageError('several --actor are for --format navigator')
    const date = checkDate(values.date, '--date')
    const filters = filtersOf(values)
    const ceiling = tlpMarkings.find((marking) => marking === values.tlp)
    if (values.tlp !== undefined && ceiling === undefined)
      throw new UsageError(`--tlp is one of ${tlpMarkings.join(', ')}, not "${values.tlp}"`)
    const opened = await openForExport(
      positionals,
      { knowledge: values.knowledge, passphrase: passphraseIn(values['passphrase-file']) },
      terminal,
    )
    if (!opened) return 1
    try {
      const view =
        ceiling === undefined ? opened.view : scopeOf(opened.view, { subject: {}, ceiling }).view
      const actors = findActors(view, values.actor)
      if (!actors.ok) {
        terminal.complain(`gnomon export: ${actors.failure}`)
        return 1
      }
      const [only] = actors.value
      const material: ExportMaterial = {
        view: selectForExport(view, {
          ...(filters ? { filters } : {}),
          ...(only !== undefined && format !== 'navigator' ? { focus: only } : {}),
        }),
        textOf: opened.textOf,
        at: date === undefined ? terminal.now() : `${date}T00:00:00.000Z`,
        producer: `Gnomon ${version}`,
      }
      const job = {
        format,
        actors: actors.value,
        out: values.out,
        check: values.check,
        positions: opened.positions,
      }
      const written = await writeJob(job, material, terminal)
      return written === 0 ? opened.exitCode : written
    } finally {
      opened.close()
    }
  },
}

export interface ExportJob {
  readonly format: ExportFormatId
  readonly actors: readonly EntityId[]
  readonly out: string | undefined
  readonly check: boolean
  readonly positions?: OpenedCase['positions']
}

/** Writes, checks and says what consumers would refuse. */
export async function writeJob(
  job: ExportJob,
  material: ExportMaterial,
  terminal: Terminal,
): Promise<ExitCode> {
  const { content, findings, needsPixels } = await writeExport({
    ...job,
    material,
    world: readWorld(worldJson),
    fontCss: (text) => Promise.resolve(fontCssFor(text)),
    place: async (model) =>
      (
        await layOut(
          layOutInput(model, job.positions ? { positions: job.positions } : {}),
          plainContext,
        )
      ).positions,
  })
  for (const { weight, message, examples } of findings)
    terminal.complain(
      `${weight}: ${message}${examples.length > 0 ? ` (${examples.join('; ')})` : ''}`,
    )
  if (job.check) return findings.some(({ weight }) => weight === 'refused') ? 1 : 0
  if (job.out === undefined) {
    await terminal.write(typeof content === 'string' ? content : '')
    return 0
  }
  const bytes =
    needsPixels && typeof content === 'string' ? await picturePng(content) : succeed(content)
  const outcome = bytes.ok ? await writeWholeFile(job.out, bytes.value) : bytes
  if (!outcome.ok) {
    terminal.complain(`gnomon export: ${job.out} was not written: ${outcome.failure}`)
    return 1
  }
  await terminal.write(`${job.out}\n`)
  return 0
}

export function formatOf(given: string | undefined): ExportFormatId {
  // "csv" alone means the table that people mean by it.
  const format = exportFormat(given === 'csv' ? 'csv-links' : (given ?? ''))
  if (format) return format.id
  const known = exportFormats.map(({ id }) => id).join(', ')
  throw new UsageError(
    given === undefined
      ? `--format is missing: ${known}`
      : `--format is one of ${known}, not "${given}"`,
  )
}

function filtersOf(values: {
  readonly 'min-confidence'?: string | undefined
  readonly 'min-origins'?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
}): CaseFilters | undefined {
  const minConfidence = checkShare(values['min-confidence'], '--min-confidence')
  const origins = values['min-origins']
  if (origins !== undefined && !/^\d{1,4}$/.test(origins))
    throw new UsageError(`--min-origins takes a number, not "${origins}"`)
  const since = checkDate(values.since, '--since')
  const until = checkDate(values.until, '--until')
  const filters: CaseFilters = {
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(origins === undefined ? {} : { minOrigins: Number(origins) }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  }
  return Object.keys(filters).length > 0 ? filters : undefined
}

function findActors(view: CaseView, names: readonly string[]): Result<readonly EntityId[], string> {
  const found: EntityId[] = []
  for (const name of names) {
    const actor = findActor(view, name)
    if (!actor.ok) {
      const known = actor.failure.length === 0 ? 'none' : actor.failure.join(', ')
      return fail(`no report tells of an actor "${name}"; they tell of: ${known}`)
    }
    found.push(actor.value)
  }
  return succeed(found)
}
