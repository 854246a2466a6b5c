import type { Recognition } from '../stages'
import type { RecogniseContext, Recogniser } from './recogniser'

const spreading = new Set<Recognition['kind']>([
  'actor',
  'malware',
  'tool',
  'campaign',
  'organization',
  'vendor',
])

/** Once the text has said what a name is, its other mentions, written the same way, are the same thing. */
export const spreadNames: Recogniser = {
  id: 'spread-names',
  reason: 'further mentions of a name that the text itself has introduced',
  recognise(context, soFar) {
    const introduced = introductions(context, soFar)
    const taken = spansTaken(introduced.size > 0 ? soFar : [])
    return [...introduced.values()].flatMap((intro) =>
      mentions(context, intro.surface).flatMap((start) => {
        const end = start + intro.surface.length
        if (taken.get(intro.kind)?.has(spanKey(start, end)) === true) return []
        return [
          {
            ...intro,
            start,
            end,
            rule: intro.rule.endsWith('/again') ? intro.rule : `${intro.rule}/again`,
            strength: intro.strength - 0.06,
            sentence: context.sentenceAt(start),
          },
        ]
      }),
    )
  },
}

/** One number for a span: exact for texts of any length that fits a string. */
const spanKey = (start: number, end: number): number => start * 0x400000 + (end - start)

/** Spans of what was found before, for each kind that spreads. */
function spansTaken(
  soFar: readonly Recognition[],
): ReadonlyMap<Recognition['kind'], ReadonlySet<number>> {
  const taken = new Map<Recognition['kind'], Set<number>>()
  for (const kind of spreading) taken.set(kind, new Set())
  for (const one of soFar) taken.get(one.kind)?.add(spanKey(one.start, one.end))
  return taken
}

/** The surest introduction of each name that came from context. */
function introductions(
  context: RecogniseContext,
  soFar: readonly Recognition[],
): ReadonlyMap<string, Recognition> {
  const best = new Map<string, Recognition>()
  for (const one of soFar) {
    if (one.strength < 0.6 || !spreading.has(one.kind)) continue
    if (one.unnamed || one.form === 'descriptor') continue
    if (
      !one.rule.startsWith('context/') &&
      !one.rule.startsWith('organization/') &&
      !one.rule.startsWith('vendor/')
    )
      continue
    if (one.surface.length < 2 || !/\p{Lu}|\d/u.test(one.surface)) continue
    // "The TrickBot gang" is a gang; TrickBot alone is still the program.
    if (one.kind === 'actor' && one.rule !== 'context/apposition' && isProgram(context, one))
      continue
    const rival = best.get(one.surface)
    if (!rival || rival.strength < one.strength) best.set(one.surface, one)
  }
  return best
}

function isProgram(context: RecogniseContext, one: Recognition): boolean {
  const known = context.knownAt(one.start, one.end)
  return (
    known.every((name) => name.kind !== 'actor') &&
    known.some(
      (name) =>
        (name.kind === 'malware' || name.kind === 'tool') &&
        context.knowledge.software.get(name.key)?.class !== 'ransomware',
    )
  )
}

/** Offsets of all exact mentions, found by the name's first word. */
function mentions({ words, text }: RecogniseContext, surface: string): number[] {
  const head = /^[^\s]+/.exec(surface)?.[0].toLowerCase() ?? ''
  return places(words.at(head), head).flatMap((i) => {
    const start = words.tokens[i]?.start ?? -1
    if (start < 0 || !text.startsWith(surface, start)) return []
    const after = text[start + surface.length] ?? ' '
    return /[\p{L}\p{N}_]/u.test(after) ? [] : [start]
  })
}

const places = (found: readonly number[], head: string): readonly number[] =>
  head === '' ? [] : found
