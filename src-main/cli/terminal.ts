/** What a command is given of the process, so that tests can run it in memory. */
export interface Terminal {
  /** Resolves when the reader has taken it: awaiting it keeps memory flat. */
  readonly write: (text: string) => Promise<void>
  /** One line on standard error. */
  readonly complain: (line: string) => void
  readonly input: AsyncIterable<Uint8Array>
  /** ISO 8601 instant. */
  readonly now: () => string
}

/** 0: done; 1: some files failed, the rest is done; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  readonly name: string
  /** One line for the overview. */
  readonly summary: string
  readonly help: string
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}

/** Wrong arguments, in words for the user; caught once, by `runCommandLine`. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
