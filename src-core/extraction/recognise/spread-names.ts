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
    const taken = new Set(soFar.map((one) => `${one.start} ${one.end} ${one.kind}`))
    return [...introduced.values()].flatMap((intro) =>
      mentions(context, intro.surface).flatMap((start) => {
        const end = start + intro.surface.length
        if (taken.has(`${start} ${end} ${intro.kind}`)) return []
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

/** The surest introduction of each name that came from context. */
function introductions(
  context: RecogniseContext,
  soFar: readonly Recognition[],
): ReadonlyMap<string, Recognition> {
  const best = new Map<string, Recognition>()
  for (const one of soFar) {
    if (!spreading.has(one.kind) || one.unnamed || one.form === 'descriptor') continue
    if (
      !one.rule.startsWith('context/') &&
      !one.rule.startsWith('organization/') &&
      !one.rule.startsWith('vendor/')
    )
      continue
    if (one.strength < 0.6 || !/\p{Lu}|\d/u.test(one.surface) || one.surface.length < 2) continue
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
