import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gold, GoldActor, GoldTarget, Page } from './gold'

const folder = 'test/core/extraction/phenomena'
const outcomeOf = { c: 'compromised', t: 'targeted', a: 'attempted' } as const

/** One own sentence or passage with the links expected from it; the format is in the folder's README. */
export interface PhenomenonCase extends Page {
  readonly phenomenon: string
  readonly aliases: readonly AliasExpectation[]
}

export interface AliasExpectation {
  readonly first: string
  readonly second: string
  readonly same: boolean
}

/** Single sentences and short passages, each for one phenomenon; tests read them too. */
export function loadPhenomena(): PhenomenonCase[] {
  return loadCases(folder)
}

/** Whole invented pages of every genre, written to be learned from; never measured on. */
export function loadOwnPages(): PhenomenonCase[] {
  return loadCases('build/training/pages')
}

function loadCases(from: string): PhenomenonCase[] {
  if (!existsSync(from)) return []
  return readdirSync(from)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => parseCases(readFileSync(join(from, file), 'utf8'), file.replace('.txt', '')))
}

function parseCases(source: string, phenomenon: string): PhenomenonCase[] {
  return source
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trimEnd().split('\n')
      // Expected links stand at the end; the text is everything before them.
      let end = lines.length
      while (end > 1 && isExpectation(lines[end - 1] ?? '')) end--
      const text = `${lines.slice(0, end).join('\n').trim()}\n`
      return { phenomenon, name: title.trim(), text, ...expectations(lines.slice(end)) }
    })
}

function isExpectation(line: string): boolean {
  // Sentences end in a stop; expectations never do.
  if (/[.?!:”"]$/.test(line) && !/"[^"]+"$/.test(line)) return false
  return (
    line === '-' ||
    line === '' ||
    / -> [cta]\??(?: |$)/.test(line) ||
    /^(?:not )?alias .+ = /.test(line) ||
    /^by \S/.test(line) ||
    /^[\w:() -]+ (?:uses|exploits|from|in) (?:"[^"]+"|[\w.+-]+)$/.test(line)
  )
}

function expectations(lines: readonly string[]): Pick<PhenomenonCase, 'gold' | 'aliases'> {
  const actors = new Map<string, { id: string; names: string[]; origin?: string }>()
  const actor = (name: string): { id: string; names: string[]; origin?: string } => {
    const known = [...actors.values()].find((a) => a.names.includes(name))
    if (known) return known
    const made = { id: `a${actors.size + 1}`, names: [name] }
    actors.set(made.id, made)
    return made
  }
  const targets: GoldTarget[] = []
  const uses: { actor: string; names: string[] }[] = []
  const exploits: { actor: string; names: string[] }[] = []
  const basedIn: { actor: string; place: string }[] = []
  const reportedBy: string[][] = []
  const aliases: AliasExpectation[] = []
  const aliasLines = lines.filter((line) => /^(?:not )?alias /.test(line))
  for (const line of aliasLines) {
    const match = /^(not )?alias (.+) = (.+)$/.exec(line)
    const first = unquote(match?.[2] ?? '')
    const second = unquote(match?.[3] ?? '')
    aliases.push({ first, second, same: match?.[1] === undefined })
    if (match?.[1] === undefined) actor(first).names.push(second)
  }
  for (const line of lines) {
    const arrow = /^(.+?) -> ([cta])(\??) ?(.*)$/.exec(line)
    const fact = /^(.+?) (uses|exploits|from|in) (.+)$/.exec(line)
    if (aliasLines.includes(line) || line === '-' || line === '') continue
    if (line.startsWith('by ')) reportedBy.push([unquote(line.slice(3))])
    else if (arrow) targets.push(...targetsOf(actor(arrow[1] ?? '').id, arrow))
    else if (fact) {
      const who = actor(fact[1] ?? '')
      const what = unquote(fact[3] ?? '')
      if (fact[2] === 'uses') uses.push({ actor: who.id, names: [what] })
      else if (fact[2] === 'exploits') exploits.push({ actor: who.id, names: [what] })
      else if (fact[2] === 'from') who.origin = what
      else basedIn.push({ actor: who.id, place: what })
    }
  }
  const list: GoldActor[] = [...actors.values()]
  const gold: Gold = {
    published: '2024-06-15',
    actors: list,
    targets,
    uses,
    exploits,
    based_in: basedIn,
    reported_by: reportedBy,
  }
  return { gold, aliases }
}

/** `c LA MM government 400 diplomacy c "Harbour Bank"`: outcomes may change on the way. */
function targetsOf(actor: string, match: RegExpExecArray): GoldTarget[] {
  const letter = match[2]
  const outcome =
    letter === 'c' || letter === 't' || letter === 'a' ? outcomeOf[letter] : 'targeted'
  const hedged = match[3] === '?'
  return [...(match[4] ?? '').matchAll(/"([^"]+)"|\S+/g)].map(([word, quoted]) => {
    const base = { actor, outcome, hedged }
    if (quoted !== undefined) return { ...base, kind: 'organization', names: [quoted] }
    return /^[A-Z]{2}$/.test(word)
      ? { ...base, kind: 'country', value: word }
      : { ...base, kind: 'sector', value: word }
  })
}

function unquote(text: string): string {
  return text.replace(/^"|"$/g, '')
}
