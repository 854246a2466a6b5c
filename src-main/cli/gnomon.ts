import { nodeTerminal } from './node-terminal'
import { runCommandLine } from './run-command-line'

// A reader that has had enough ("| head") closes the pipe: that is its right, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), nodeTerminal())
