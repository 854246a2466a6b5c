import { briefCommand } from './commands/brief'
import { caseCommand } from './commands/case'
import { exportCommand } from './commands/export'
import { knowledgeCommand } from './commands/knowledge'
import { extractCommand } from './commands/extract'
import { UsageError, type Command, type ExitCode, type Terminal } from './terminal'
import { version } from './version'

/** In the order of the overview. */
const commands: readonly Command[] = [
  extractCommand,
  briefCommand,
  exportCommand,
  caseCommand,
  knowledgeCommand,
]

const overview = `Gnomon ${version}: who went after whom, how far they got, when, and on whose word.
Reads threat reports (text, Markdown, web pages, PDF, Word, OpenDocument, RTF, mail, tables, STIX, MISP, ZIP). Nothing ever touches a network.

Usage: gnomon COMMAND [OPTIONS] FILE…|FOLDER…

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}

Options:
  --help      this text; "gnomon COMMAND --help" for one command
  --version   the version

Exit codes: 0 done, 1 some files failed (each is named on standard error, the rest is done), 2 wrong usage.
`

export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') {
    await terminal.write(`${version}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    await terminal.write(commands.find((command) => command.name === rest[0])?.help ?? overview)
    return 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    terminal.complain(
      name === undefined ? overview : `gnomon: there is no command "${name}". Try: gnomon --help`,
    )
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    await terminal.write(command.help)
    return 0
  }
  try {
    return await command.run(rest, terminal)
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause
    terminal.complain(
      `gnomon ${command.name}: ${cause.message}. Try: gnomon ${command.name} --help`,
    )
    return 2
  }
}
