import { composeBrief } from '../brief/compose-brief'
import { briefOptions, checkBriefArguments, planFromArguments } from '../brief/plan-from-arguments'
import { isBriefFile, writeBrief } from '../brief/write-brief'
import { caseOf } from '../case-of'
import { fontFile } from '../font-file'
import { checkDate, parseArguments } from '../parse-arguments'
import { readAll } from '../read-all'
import { UsageError, type Command } from '../terminal'

const help = `Usage: gnomon brief --out FILE.pdf|FILE.html|FILE.md [OPTIONS] FILE…|FOLDER…

Reads reports and writes a brief: bottom line and key judgements drafted by rule, summary, map, graph, victims, software
and techniques, intelligence gaps, sources and the words that each statement rests on.

Options:
  --out FILE       where to write it; .html is one self-contained page, .pdf is printed from it by an installed
                   Chromium, Chrome or Edge (CHROMIUM_PATH names another one), without any network; .md is Markdown
  --template NAME  actor (the default), victim, campaign, digest or blank
  --actor NAME     one actor, by any of its names; without it, all actors
  --victim NAME    a country (also by its two letters), sector or organisation: who went after it
  --since DATE     activity from then on (2024, 2024-03 or 2024-03-31)
  --until DATE     activity until then
  --tlp MARKING    the marking; sources marked higher are left out with everything that only they state, and the
                   finished file is read back to prove it
  --title TEXT     the title, instead of one made from the names
  --author TEXT    who signs it
  --number TEXT    your office's number for it
  --requirement TEXT  the question that it answers
  --paper SIZE     A4 (the default) or Letter
  --grey           figures in greys, for a printer without colours
  --date DATE      the day of making (YYYY-MM-DD), today unless given

A file that cannot be read is named on standard error; the brief is made from the others, and the exit code is 1.
`

export const briefCommand: Command = {
  name: 'brief',
  summary: 'writes a brief on an actor or a victim, as PDF, self-contained HTML or Markdown',
  help,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      out: { type: 'string' },
      date: { type: 'string' },
      ...briefOptions,
    })
    const { out } = values
    if (out === undefined) throw new UsageError('--out is missing')
    if (!isBriefFile(out)) throw new UsageError(`--out ends in .pdf, .html or .md, not "${out}"`)
    if (positionals.length === 0) throw new UsageError('no file is given')
    checkBriefArguments(values)
    const date = checkDate(values.date, '--date') ?? terminal.now().slice(0, 10)
    const { loadBuiltinReader } = await import('../../../resources/builtin-reader')
    const { read, knowledge } = loadBuiltinReader()
    const { files, exitCode } = await readAll(positionals, { read, terminal })
    if (files.length === 0) {
      terminal.complain('gnomon brief: no file could be read, so there is nothing to brief')
      return 1
    }
    const view = caseOf(files)
    const plan = planFromArguments(view, values)
    if (!plan.ok) {
      terminal.complain(`gnomon brief: ${plan.failure}`)
      return 1
    }
    const options = { plan: plan.value, date, countries: knowledge.countries }
    const written = await writeBrief(
      out,
      await composeBrief(view, files, options, fontFile),
      terminal,
    )
    return written === 0 ? exitCode : written
  },
}
