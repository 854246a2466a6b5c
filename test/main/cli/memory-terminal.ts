import { runCommandLine } from '../../../src-main/cli/run-command-line'
import type { ExitCode } from '../../../src-main/cli/terminal'

export interface Finished {
  readonly exitCode: ExitCode
  readonly output: string
  readonly complaints: readonly string[]
}

/** Runs the command line in memory, with `input` as standard input. */
export async function gnomon(
  args: readonly string[],
  input: AsyncIterable<Uint8Array> = chunks(),
): Promise<Finished> {
  const output: string[] = []
  const complaints: string[] = []
  const exitCode = await runCommandLine(args, {
    write: (text) => {
      output.push(text)
      return Promise.resolve()
    },
    complain: (line) => complaints.push(line),
    input,
    now: () => '2026-01-02T03:04:05Z',
  })
  return { exitCode, output: output.join(''), complaints }
}

/** A stream that hands out these pieces. */
export async function* chunks(
  ...pieces: readonly (string | Uint8Array)[]
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    await Promise.resolve()
    yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
  }
}
