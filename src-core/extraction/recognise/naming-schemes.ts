import type { Knowledge, NamingScheme } from '../../knowledge/knowledge'
import type { Recognition } from '../stages'
import { entityKey } from './entity-key'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Names that no list has yet but that follow a vendor's scheme: "UNC6040", "Storm-2603", "Violet Typhoon". */
export const namingSchemes: Recogniser = {
  id: 'naming-schemes',
  reason: "names that follow a vendor's published naming scheme; ordinary-looking ones want a cue",
  recognise(context) {
    const dispatch = dispatchOf(context.knowledge)
    const found: Recognition[] = []
    const cued = new Set<string>()
    const waiting: Recognition[] = []
    context.words.tokens.forEach((token, i) => {
      const code = token.text.charCodeAt(0)
      if (code < 65 || code > 90) return
      for (const scheme of dispatch.get(leadingLetters(token.lower)) ?? []) {
        const span = matchAt(context, scheme, i)
        if (!span) continue
        const surface = context.text.slice(span.start, span.end)
        const hasCue = !scheme.scheme.needsCue || cueNear(context, i)
        const recognition = recognitionOf(context, scheme.scheme, span.start, surface)
        if (!hasCue) waiting.push(recognition)
        else {
          cued.add(surface)
          found.push(recognition)
        }
      }
    })
    return [...found, ...waiting.filter((recognition) => cued.has(recognition.surface))]
  },
}

interface Compiled {
  readonly scheme: NamingScheme
  readonly pattern: RegExp
  /** The trigger is the name's last word: the match ends there. */
  readonly backwards: boolean
}

const compiled = new WeakMap<Knowledge, ReadonlyMap<string, readonly Compiled[]>>()

/** Schemes by the word that gives them away: one look-up a capitalised word instead of a hundred patterns. */
function dispatchOf(knowledge: Knowledge): ReadonlyMap<string, readonly Compiled[]> {
  const known = compiled.get(knowledge)
  if (known) return known
  const dispatch = new Map<string, Compiled[]>()
  for (const scheme of knowledge.namingSchemes) {
    const { triggers, backwards } = triggersOf(scheme.pattern)
    const pattern = new RegExp(
      backwards ? `(?:${scheme.pattern})$` : scheme.pattern,
      backwards ? '' : 'y',
    )
    for (const trigger of triggers) {
      const list = dispatch.get(trigger)
      const entry = { scheme, pattern, backwards }
      if (list) list.push(entry)
      else dispatch.set(trigger, [entry])
    }
  }
  compiled.set(knowledge, dispatch)
  return dispatch
}

/** Literal words at the end of a pattern after a blank, else at its start. */
function triggersOf(pattern: string): { triggers: readonly string[]; backwards: boolean } {
  const bare = pattern.replace(/\\b/g, '')
  const tail = / (?:\(\?:([A-Za-z|]+)\)|([A-Za-z]{3,}))$/.exec(bare)
  if (tail) return { triggers: lower((tail[1] ?? tail[2] ?? '').split('|')), backwards: true }
  const pairs = /^\(\?:([A-Za-z|]+)\)\(\?:([A-Za-z|]+)\)$/.exec(bare)
  if (pairs)
    return {
      triggers: lower(
        (pairs[1] ?? '').split('|').flatMap((a) => (pairs[2] ?? '').split('|').map((b) => a + b)),
      ),
      backwards: false,
    }
  const head = /^(?:\(\?:([A-Za-z| ]+)\)\??|([A-Za-z]+))/.exec(bare)
  const words = (head?.[1] ?? head?.[2] ?? '').split('|').map((word) => word.split(' ')[0] ?? '')
  // "(?:PLA )?Unit": what follows an optional word may also begin the name.
  const optional = /^\(\?:[A-Za-z]+ \)\?([A-Za-z]+)/.exec(bare)
  return {
    triggers: lower(
      [...words, ...(optional?.[1] ? [optional[1]] : [])].filter((word) => word !== ''),
    ),
    backwards: false,
  }
}

const lower = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.toLowerCase())),
]

function leadingLetters(word: string): string {
  let end = 0
  while (end < word.length) {
    const code = word.charCodeAt(end)
    if (code < 97 || code > 122) break
    end++
  }
  return end === word.length ? word : word.slice(0, end)
}

function matchAt(
  context: RecogniseContext,
  { pattern, backwards }: Compiled,
  i: number,
): { start: number; end: number } | undefined {
  const token = context.words.tokens[i]
  if (!token) return undefined
  if (!backwards) {
    // Sticky patterns carry their place with them: set before each use.
    pattern.lastIndex = token.start
    const hit = pattern.exec(context.text)
    return hit ? { start: token.start, end: token.start + hit[0].length } : undefined
  }
  const sentence = context.words.sentenceOf[i] ?? 0
  const first = context.words.tokens[Math.max(context.words.firstOf[sentence] ?? 0, i - 3)]
  const from = Math.max(first?.start ?? token.start, token.start - 60)
  const hit = pattern.exec(context.text.slice(from, token.end))
  if (!hit) return undefined
  const start = from + hit.index
  const words = hit[0].split(' ')
  // "The Panda", "While Typhoon": small words at the head belong to the sentence.
  if (words.length === 2 && smallWords.has((words[0] ?? '').toLowerCase())) return undefined
  const skip =
    words.length > 2 && smallWords.has((words[0] ?? '').toLowerCase())
      ? (words[0] ?? '').length + 1
      : 0
  return { start: start + skip, end: token.end }
}

const smallWords = new Set(
  'the a an this that when while as after before since in on at by for from with super tropical winter heavy severe typhoon hurricane and or but its their no each every like under against year group big little great new old'.split(
    ' ',
  ),
)

function cueNear({ words, cues, speaksOf }: RecogniseContext, i: number): boolean {
  const sentence = words.sentenceOf[i] ?? 0
  if (speaksOf.actor[sentence] === 1 || speaksOf.attack[sentence + 1] === 1) return true
  const from = Math.max(words.firstOf[sentence] ?? 0, i - 10)
  const to = Math.min(words.firstOf[sentence + 1] ?? 0, i + 9)
  for (let k = from; k < to; k++)
    if (k !== i && (cues.actor[k] === 1 || cues.attack[k] === 1)) return true
  return false
}

function recognitionOf(
  context: RecogniseContext,
  scheme: NamingScheme,
  start: number,
  surface: string,
): Recognition {
  return {
    start,
    end: start + surface.length,
    kind: scheme.kind,
    key: entityKey(surface),
    name: surface,
    surface,
    rule: `naming-scheme/${scheme.scheme}`,
    strength: scheme.needsCue ? 0.75 : 0.85,
    sentence: context.sentenceAt(start),
    ...(scheme.origin && { origin: scheme.origin }),
  }
}
