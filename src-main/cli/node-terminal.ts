import { once } from 'node:events'
import type { Terminal } from './terminal'

export function nodeTerminal(): Terminal {
  return {
    write: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
    },
    complain: (line) => {
      process.stderr.write(`${line}\n`)
    },
    input: process.stdin,
    now: () => new Date().toISOString(),
  }
}
