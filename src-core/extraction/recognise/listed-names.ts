import type { Recognition } from '../stages'
import { wordClass } from '../text/vocabulary'
import { canBeNew, make, readName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

const expanding = new Set<Recognition['kind']>(['malware', 'tool', 'actor', 'organization'])
const explained = new Set<Recognition['kind']>([
  'country',
  'region',
  'vendor',
  'product',
  'vulnerability',
  'technique',
  'indicator',
  'place',
  'actor',
  'malware',
  'tool',
  'campaign',
  'sector',
  'organization',
])

/** "JackalControl, JackalSteal and Hollow": what stands in one list with known programs, or groups, is another. */
export const listedNames: Recogniser = {
  id: 'listed-names',
  reason: 'unexplained names in one list with programs or groups',
  recognise(context, soFar) {
    const at = new Map<number, Recognition>()
    for (const one of soFar) {
      if (!explained.has(one.kind) || one.strength < 0.55) continue
      const rival = at.get(one.start)
      if (!rival || rival.strength < one.strength) at.set(one.start, one)
    }
    const found: Recognition[] = []
    for (const one of [...at.values()]) {
      if (!expanding.has(one.kind) || one.unnamed || one.strength < 0.6) continue
      if (one.kind === 'actor' && !actorsListed(context, one)) continue
      if (one.kind === 'organization' && one.form === 'descriptor') continue
      walk(context, one, at, found)
    }
    return found
  },
}

const joiner = wordClass(', and or & / plus +')
const between = wordClass(', and or & / " ” “ plus also +')

function walk(
  context: RecogniseContext,
  seed: Recognition,
  at: Map<number, Recognition>,
  found: Recognition[],
): void {
  let token = context.tokenAt(seed.end - 1)
  const sentence = context.words.sentenceOf[token]
  for (let guard = 0; guard < 12; guard++) {
    let k = token + 1
    let joined = false
    while (between.has(context.words.tokens[k]) && k - token < 5) {
      if (joiner.has(context.words.tokens[k])) joined = true
      k++
    }
    if (!joined || context.words.sentenceOf[k] !== sentence) return
    const next = context.words.tokens[k]
    if (!next) return
    const known = at.get(next.start)
    if (known) {
      if (
        known.kind !== seed.kind &&
        !(seed.kind !== 'actor' && (known.kind === 'malware' || known.kind === 'tool'))
      )
        return
      token = context.tokenAt(known.end - 1)
      continue
    }
    const name = readName(context, k)
    if (
      !name ||
      name.to - name.from > 4 ||
      !canBeNew(context, name, [seed.kind]) ||
      opensClause(context, name.next)
    )
      return
    const one = make(context, name, seed.kind, 'listed', Math.min(0.66, seed.strength - 0.08))
    at.set(one.start, one)
    found.push(one.kind === 'organization' ? { ...one, rule: 'organization/listed' } : one)
    token = name.next - 1
  }
}

/** ", Microsoft said", ", Smith added": a new clause, not a further item. */
function opensClause({ words }: RecogniseContext, at: number): boolean {
  return /^(?:said|says|told|is|was|were|are|has|had|have|added|wrote|writes|found|will|can|could|also|’s|'s|reported|believes|researchers|of|in)$/.test(
    words.tokens[at]?.lower ?? '',
  )
}

/** In words; it keeps hostile text linear. */
const listReach = 60

/** Groups are listed where a word in the plural says so: "the groups A, B and C", or where the list follows its class word. */
function actorsListed(context: RecogniseContext, seed: Recognition): boolean {
  const token = context.tokenAt(seed.start)
  const sentence = context.words.sentenceOf[token] ?? 0
  const from = Math.max(context.words.firstOf[Math.max(0, sentence - 1)] ?? 0, token - listReach)
  const to = Math.min(context.words.firstOf[sentence + 1] ?? token, token + listReach)
  for (let i = from; i < to; i++)
    if (
      /^(?:groups|gangs|actors|crews|collectives|clusters|teams|hackers|affiliates|hacktivists|families|operations|names|them)$/.test(
        context.words.tokens[i]?.lower ?? '',
      )
    )
      return true
  return false
}
