import { createHash } from 'node:crypto'
import { parseExtractLine, type ExtractLine } from '@core/contracts/extract-line'
import type { Read } from '@core/extraction/create-reader'
import { readInParts } from '@core/extraction/read-in-parts'
import { toExtractOutput } from '@core/extraction/output/to-extract-output'
import { maxTextBytes } from '@core/import/limits'
import { readPlainText } from '@core/import/text/read-plain-text'
import { reportId } from '@core/model/ids'
import { plainContext } from './plain-context'
import { readLines, type InputLine } from './read-lines'
import type { ExitCode, Terminal } from './terminal'

export interface LineOptions {
  /** For lines that state no date of their own. */
  readonly published: string | undefined
  readonly withText: boolean
}

/** JSON may write each byte of a text as six. */
const maxLineBytes = 2 * maxTextBytes

/** `--stdin`: every line is answered by one line, in order, before the next is read. */
export async function extractLines(
  terminal: Terminal,
  read: Read,
  options: LineOptions,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const refuse = async (
    number: number,
    id: string | number | null,
    error: { readonly code: string; readonly message: string },
  ) => {
    exitCode = 1
    terminal.complain(`line ${number}: ${error.message}`)
    await terminal.write(`${JSON.stringify({ id, error })}\n`)
  }
  for await (const line of readLines(terminal.input, maxLineBytes)) {
    if (line.type !== 'line') {
      await refuse(line.number, null, lineError(line))
      continue
    }
    if (line.text.trim() === '') continue
    const parsed = parseExtractLine(line.text)
    if (parsed.ok)
      await terminal.write(`${JSON.stringify(await answer(parsed.value, read, options))}\n`)
    else {
      const { id, code, message } = parsed.failure
      await refuse(line.number, id, { code, message })
    }
  }
  return exitCode
}

async function answer({ id, text, published }: ExtractLine, read: Read, options: LineOptions) {
  const { source, metadata: described } = readPlainText(text, String(id))
  const day = published ?? options.published
  const metadata = day === undefined ? described : { ...described, published: day }
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  const reading = await readInParts(
    read,
    { reportId: reportId(sha256), source, metadata },
    plainContext,
  )
  if (!reading) throw new Error('Nobody cancels here')
  return { id, ...toExtractOutput(reading, { metadata, text, withText: options.withText }) }
}

function lineError({ type }: Exclude<InputLine, { readonly type: 'line' }>) {
  return type === 'too-long'
    ? { code: 'too-large', message: `longer than ${maxLineBytes / 1024 / 1024} MB` }
    : { code: 'bad-encoding', message: 'not UTF-8' }
}
