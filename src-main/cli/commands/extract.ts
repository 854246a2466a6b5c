import { toExtractOutput } from '@core/extraction/output/to-extract-output'
import type { Read } from '@core/extraction/create-reader'
import type { Result } from '@core/lib/result'
import { describeFailure, type FileFailure } from '../describe-failure'
import { extractLines } from '../extract-lines'
import { findFiles } from '../find-files'
import { linkRows, linkRowsHeading, stixOf } from '../extract-exchange'
import { knowledgeTables } from '../knowledge/read-knowledge-file'
import { linkTable } from '../link-table'
import { checkDate, parseArguments } from '../parse-arguments'
import { readFilesAt, type ReadFile } from '../read-file'
import { UsageError, type Command, type ExitCode, type Terminal } from '../terminal'

const help = `Usage: gnomon extract [OPTIONS] FILE…|FOLDER…
       gnomon extract --stdin [OPTIONS] < LINES

Reads reports and prints who targets, uses and exploits what, with the words that say so.

Options:
  --format FORMAT       json (default): one object for one file; for several files or a folder, one line each,
                        with its path as "id"; members of an archive and attachments of a mail are files, too, with
                        the path "archive.zip/member.pdf". table: the links, for people. stix: a STIX 2.1 bundle for
                        one file, else one line each. csv: one row a link, under one heading.
  --published DATE      the day of publication (YYYY-MM-DD), where the file does not say it or is wrong
  --with-text           adds report.text, the text that all offsets (UTF-16) index
  --knowledge FILE      updates to what Gnomon knows: a store or a pack of "gnomon knowledge"
  --stdin               reads one JSON object { "id", "text", "published"? } a line and answers each with one line,
                        in the same order; a line that cannot be read is answered by { "id", "error" }

A file that cannot be read is named on standard error; the others are done, and the exit code is 1.
`

export const extractCommand: Command = {
  name: 'extract',
  summary: 'prints entities and links with their evidence, as JSON or as a table',
  help,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      format: { type: 'string', default: 'json' },
      published: { type: 'string' },
      'with-text': { type: 'boolean', default: false },
      stdin: { type: 'boolean', default: false },
      knowledge: { type: 'string' },
    })
    const published = checkDate(values.published, '--published')
    const format = extractFormats.find((known) => known === values.format)
    if (format === undefined)
      throw new UsageError(
        `--format is one of ${extractFormats.join(', ')}, not "${values.format}"`,
      )
    if (values.stdin && (positionals.length > 0 || format !== 'json'))
      throw new UsageError('--stdin takes no files and prints JSON')
    if (!values.stdin && positionals.length === 0) throw new UsageError('no file is given')
    const { read } = await loadReader(values.knowledge)
    const options = { published, withText: values['with-text'] }
    if (values.stdin) return extractLines(terminal, read, options)
    const { paths, hasFolder } = await findFiles(positionals)
    const isSingle = paths.length === 1 && !hasFolder
    return extractFiles(paths, terminal, { ...options, read, isSingle, format })
  },
}

const extractFormats = ['json', 'table', 'stix', 'csv'] as const
type ExtractFormat = (typeof extractFormats)[number]

interface ExtractOptions {
  readonly read: Read
  readonly published: string | undefined
  readonly withText: boolean
  readonly isSingle: boolean
  readonly format: ExtractFormat
}

/** One file at a time: what is printed of one is forgotten before the next is opened. */
async function extractFiles(
  paths: readonly string[],
  terminal: Terminal,
  options: ExtractOptions,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  if (options.format === 'csv') await terminal.write(linkRowsHeading)
  const importedAt = terminal.now()
  for (const file of paths)
    for await (const { path, result } of readFilesAt(file, {
      ...options,
      importedAt,
    })) {
      // What an archive or a mail holds are several reports, however few files were named.
      const isSingle = options.isSingle && path === file && !holdsOthers(result)
      if (result.ok)
        await terminal.write(print(path, result.value, { ...options, isSingle }, importedAt))
      else {
        exitCode = 1
        terminal.complain(`${path}: ${describeFailure(result.failure)}`)
        if (options.format === 'json' && !isSingle)
          await terminal.write(printFailure(path, result.failure))
      }
    }
  return exitCode
}

/** A mail with attachments prints lines, and so does one without: the shape must not hang on its content. */
function holdsOthers(result: Result<ReadFile, FileFailure>): boolean {
  return result.ok && result.value.report.format === 'email'
}

function print(
  path: string,
  file: ReadFile,
  { format, isSingle, withText }: ExtractOptions,
  at: string,
): string {
  const { report, source, reading } = file
  if (format === 'stix') return stixOf(file, at, isSingle)
  if (format === 'csv') return linkRows(path, file, at)
  if (format === 'table') return linkTable(path, report, reading, source.text)
  const output = toExtractOutput(reading, { metadata: report, text: source.text, withText })
  return isSingle
    ? `${JSON.stringify(output, null, 2)}\n`
    : `${JSON.stringify({ id: path, ...output })}\n`
}

function printFailure(path: string, failure: FileFailure): string {
  const error = { code: failure.code, message: describeFailure(failure) }
  return `${JSON.stringify({ id: path, error })}\n`
}

/** Tables and rules are loaded when there is something to read, not for a help text. */
async function loadReader(knowledge: string | undefined) {
  const { loadBuiltinReader } = await import('../../../resources/builtin-reader')
  return loadBuiltinReader(await knowledgeTables(knowledge))
}
