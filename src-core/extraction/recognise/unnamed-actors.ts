import type { KnownName } from '../../knowledge/knowledge'
import type { Recognition } from '../stages'
import { wordNumber } from '../text/vocabulary'
import type { RecogniseContext, Recogniser } from './recogniser'

/** "Chinese hackers", "suspected Iranian operators", "Pyongyang's cyber spies", "hackers linked to Russia", "unknown attackers". */
export const unnamedActors: Recogniser = {
  id: 'unnamed-actors',
  reason: 'attackers without a name, with the state that the words tie them to',
  recognise(context, soFar) {
    const found: Recognition[] = []
    const named = new Set(soFar.filter((one) => one.kind === 'actor').map((one) => one.end))
    for (const noun of heads.keys())
      for (const i of context.words.at(noun)) {
        const actor = actorAt(context, i)
        if (actor && !describesNamed(context, actor, named)) found.push(actor)
      }
    return found
  },
}

/** "Mustang Panda, hackers who come from China": the name before the comma is who is meant. */
function describesNamed(
  context: RecogniseContext,
  actor: Recognition,
  named: ReadonlySet<number>,
): boolean {
  const { words } = context
  let i = context.tokenAt(actor.start) - 1
  while (
    i > 0 &&
    /^(?:a|an|the|one|another|group|of|team|collective)$/.test(words.tokens[i]?.lower ?? '')
  )
    i--
  if (!/^(?:,|\(|–|—)$/.test(words.tokens[i]?.text ?? '')) return false
  const before = words.tokens[i - 1]
  const end = before && /^["”’)]$/.test(before.text) ? words.tokens[i - 2]?.end : before?.end
  return end !== undefined && named.has(end)
}

/** What each head noun needs: nothing, a state or a hostile word before it, or both. */
type Need = 'bare' | 'modifier' | 'origin-and-modifier'
const heads: ReadonlyMap<string, Need> = new Map<string, Need>([
  ...[
    'hackers',
    'hacker',
    'cyberspies',
    'cyberattackers',
    'hacktivists',
    'cybercriminals',
    'cyber-spies',
    'cyberwarriors',
    'cyber-criminals',
    'extortionists',
    'hacktivist',
  ].map((word) => [word, 'bare'] as const),
  ...[
    'attackers',
    'intruders',
    'attacker',
    'perpetrators',
    'culprits',
    'strangers',
    'intruder',
  ].map((word) => [word, 'bare'] as const),
  ...[
    'spies',
    'operatives',
    'operators',
    'actors',
    'actor',
    'criminals',
    'group',
    'groups',
    'gang',
    'gangs',
    'crew',
    'crews',
    'team',
    'teams',
    'unit',
    'units',
    'collective',
    'collectives',
    'cluster',
    'clusters',
    'apts',
    'apt',
    'outfit',
    'services',
    'intelligence',
    'agents',
    'adversaries',
    'adversary',
    'workers',
    'activists',
    'spooks',
    'scammers',
    'fraudsters',
    'militants',
  ].map((word) => [word, 'modifier'] as const),
])
for (const head of heads.keys()) wordNumber(head)

/** Words that make an ordinary noun one of attackers. */
const hostile = new Set(
  'cyber hacking hacker hackers threat ransomware espionage cyberespionage extortion apt intrusion state-sponsored state-backed government-backed nation-state state-linked state hacktivist cybercrime cybercriminal cyber-espionage spy spying malicious criminal military intelligence advanced persistent activist it remote pro-russian pro-ukrainian pro-palestinian pro-iranian pro-kremlin phishing sponsored backed state-directed state-affiliated'.split(
    ' ',
  ),
)
const linking =
  /^(.+?)-(?:linked|backed|nexus|aligned|sponsored|affiliated|based|controlled|associated|tied|run|directed|allied|friendly|supported|origin|connected|funded)$/
const hedges = new Set(
  'suspected alleged presumed apparent probable likely purported unknown unidentified unnamed anonymous possibly probably so-called'.split(
    ' ',
  ),
)
const fillers = new Set(
  'a an the some several two three four five six seven many other another various different new same, and sophisticated skilled notorious prolific elite young lone foreign hostile government government’s regime party-state private freelance hired patriotic political unknown prominent major well-resourced financially motivated'.split(
    ' ',
  ),
)
/** After these a bare plural is a certain group's: the resolver's work. */
const definite = new Set(
  'the these those this that its their his her such our whose each which'.split(' '),
)

function actorAt(context: RecogniseContext, noun: number): Recognition | undefined {
  const { words } = context
  const token = words.tokens[noun]
  if (!token) return undefined
  const need = heads.get(token.lower)
  if (!need) return undefined
  const sentence = words.sentenceOf[noun] ?? 0
  const from = words.firstOf[sentence] ?? 0
  const limit = words.firstOf[sentence + 1] ?? noun
  const before = readBefore(context, noun, from)
  const after = readAfter(context, noun, limit)
  const origin = before.origin ?? after
  if (need === 'modifier' && !qualifies(token.lower, before, after, context, noun)) return undefined
  if (need === 'bare' && singular(token.lower) && !before.origin && !before.hedged) return undefined
  if (before.definite && origin === undefined && !before.hedged) return undefined
  const first = words.tokens[before.from]
  if (!first) return undefined
  return {
    start: first.start,
    end: token.end,
    kind: 'actor',
    key: origin ? `unnamed-${origin}` : 'unnamed',
    name: context.text.slice(first.start, token.end),
    surface: context.text.slice(first.start, token.end),
    rule: origin
      ? 'unnamed/origin'
      : before.hedged
        ? 'unnamed/unknown'
        : before.from < noun
          ? 'unnamed/kind'
          : 'unnamed/bare',
    strength: origin ? 0.88 : before.hedged ? 0.8 : before.from < noun ? 0.6 : 0.45,
    sentence,
    form: 'descriptor',
    unnamed: true,
    ...(origin && { origin }),
  }
}

const singular = (lower: string): boolean => !lower.endsWith('s')

interface Before {
  readonly from: number
  readonly origin: string | undefined
  readonly hostile: boolean
  readonly linked: boolean
  readonly hedged: boolean
  readonly definite: boolean
}

/** Modifiers, from the noun leftwards. */
function readBefore(context: RecogniseContext, noun: number, from: number): Before {
  const { words } = context
  let i = noun - 1
  let first = noun
  let origin: string | undefined
  let isHostile = false
  let linked = false
  let hedged = false
  for (; i >= from && noun - i < 9; i--) {
    const token = words.tokens[i]
    if (!token) break
    const lower = token.lower
    const link = linking.exec(lower)
    const state = link
      ? originOf(context, token.text.slice(0, link[1]?.length ?? 0))
      : originOf(context, token.text)
    if (link && state) {
      origin ??= state
      linked = true
    } else if (state && /^\p{Lu}/u.test(token.text)) {
      origin ??= state
    } else if (link && /^(?:state|government|regime|kremlin|military)$/.test(link[1] ?? '')) {
      linked = true
      isHostile = true
    } else if (hostile.has(lower) || lower.startsWith('pro-')) isHostile = true
    else if (hedges.has(lower)) hedged = true
    else if (lower === "'s" || lower === '’s') {
      const owner = words.tokens[i - 1]
      const state2 = owner && originOf(context, owner.text)
      if (!state2 || origin) break
      origin = state2
      first = i - 1
      i--
      // "North Korea's", "the Kremlin's"
      if (twoWordState(context, i)) {
        origin = twoWordState(context, i)
        first = i - 1
        i--
      }
      continue
    } else if (fillers.has(lower) && !definite.has(lower) && i > from - 1) {
      if (lower === 'a' || lower === 'an' || lower === 'some') break
      if (/^(?:and|,)$/.test(lower)) break
    } else {
      const two = twoWordState(context, i)
      if (!two || origin) break
      origin = two
      first = i - 1
      i--
      continue
    }
    const pair = twoWordState(context, i)
    if (pair) {
      origin = pair
      first = i - 1
      i--
      continue
    }
    first = i
  }
  // "unknown" words and numbers stay outside unless a modifier carries on before them.
  while (
    first < noun &&
    fillers.has(words.tokens[first]?.lower ?? '') &&
    !hedges.has(words.tokens[first]?.lower ?? '')
  )
    first++
  const article = words.tokens[first - 1]?.lower ?? ''
  return {
    from: first,
    origin,
    hostile: isHostile,
    linked,
    hedged,
    definite: first > from && definite.has(article),
  }
}

/** "North Korean", "South Korean", "United Arab", "Saudi Arabian" ending at a token. */
function twoWordState(context: RecogniseContext, at: number): string | undefined {
  const { words, text } = context
  const second = words.tokens[at]
  const first = words.tokens[at - 1]
  if (
    !first ||
    !second ||
    !/^\p{Lu}/u.test(first.text) ||
    !/^\p{Lu}/u.test(second.text) ||
    second.start - first.end !== 1
  )
    return undefined
  const link = linking.exec(second.lower)
  const end = link ? second.start + (link[1]?.length ?? 0) : second.end
  return originOf(context, text.slice(first.start, end))
}

const bodyKinds = new Set(['intelligence', 'military'])

function originOf(context: RecogniseContext, written: string): string | undefined {
  if (!/^\p{Lu}/u.test(written) || written.endsWith('-speaking')) return undefined
  const known = context.known(written)
  const country = known.find((name) => name.kind === 'country' && fits(name, written))
  if (country) return country.key
  const body = known.find((name) => name.kind === 'organization')
  const state = body && context.knowledge.stateBodies.get(body.key)
  return state && bodyKinds.has(state.kind) ? state.country : undefined
}

const fits = (name: KnownName, written: string): boolean =>
  name.written !== 'exact' || name.surface === written

const linkVerbs =
  /^(?:linked|tied|steered|guided|commanded|connected|affiliated|aligned|allied|loyal|backed|sponsored|controlled|directed|supported|from|working|acting|operating|based|employed|believed|who|that|in|associated|hired|paid|run|suspected|belonging|of|living|said)$/
const linkSteps = new Set(
  'to with by for from in on behalf of the state government regime authorities at be is are was were believed linked tied working work works acting come comes its military intelligence services service out living based operating pay same suspected said have has backed sponsored islamic republic who that being ties to, close service’s security people’s party communist'.split(
    ' ',
  ),
)

/** "hackers linked to Russia", "hackers in the pay of the Iranian state", "a group that works for Pyongyang". */
function readAfter(context: RecogniseContext, noun: number, limit: number): string | undefined {
  const { words } = context
  let i = noun + 1
  if (
    words.tokens[i]?.text === ',' &&
    /^(?:believed|linked|tied|suspected|backed)$/.test(words.tokens[i + 1]?.lower ?? '')
  )
    i++
  if (i >= limit || !linkVerbs.test(words.tokens[i]?.lower ?? '')) return undefined
  const opener = words.tokens[i]?.lower ?? ''
  for (let k = i; k < Math.min(limit, i + 9); k++) {
    const token = words.tokens[k]
    if (!token) break
    const two = twoWordState(context, k + 1)
    const state = two ?? originOf(context, token.text)
    if (state) {
      // "hackers in Taiwan were arrested" tells where they sit, "the group of Chinese companies" nothing.
      if (opener === 'of' && k > i + 2) return undefined
      return state
    }
    if (!linkSteps.has(token.lower) && !linkVerbs.test(token.lower)) return undefined
  }
  return undefined
}

const needsHostile = new Set(
  'group groups team teams unit units services agents workers operators operatives collective collectives cluster clusters outfit crew crews activists actor actors criminals spies gang gangs militants adversary adversaries'.split(
    ' ',
  ),
)

function qualifies(
  noun: string,
  before: Before,
  after: string | undefined,
  context: RecogniseContext,
  at: number,
): boolean {
  if (noun === 'intelligence' || noun === 'services') {
    // "Russian military intelligence", "Iranian intelligence services"
    const next = context.words.tokens[at + 1]?.lower ?? ''
    const blamed =
      noun === 'intelligence' &&
      /^(?:by|was|is|were)$/.test(context.words.tokens[before.from - 1]?.lower ?? '')
    return (
      before.origin !== undefined &&
      (before.hostile || blamed) &&
      !/^(?:agency|service|services|officer|officers|minister|ministry|report|committee|chief|director|community|official|officials|sharing)$/.test(
        next,
      )
    )
  }
  if (noun === 'workers') return before.origin !== undefined && before.hostile
  if (noun === 'activists')
    return before.hostile && (before.origin !== undefined || hasCyber(context, before.from, at))
  if (
    noun === 'adversaries' ||
    noun === 'adversary' ||
    noun === 'spooks' ||
    noun === 'scammers' ||
    noun === 'fraudsters'
  )
    return before.origin !== undefined
  if (before.linked || (before.hedged && before.origin !== undefined)) return true
  if (needsHostile.has(noun))
    return (
      before.hostile &&
      (before.origin !== undefined ||
        after !== undefined ||
        before.hedged ||
        strongKind(context, before.from, at))
    )
  return before.hostile || before.origin !== undefined || after !== undefined
}

const hasCyber = (context: RecogniseContext, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (/cyber|hack|computer|digital/.test(context.words.tokens[i]?.lower ?? '')) return true
  return false
}

/** "threat actors", "state-sponsored actors", "an espionage group": attackers whatever their origin. */
const strongKind = (context: RecogniseContext, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (
      /^(?:hacking|hacker|ransomware|espionage|cyberespionage|threat|state-sponsored|state-backed|nation-state|apt|cybercrime|extortion)$/.test(
        context.words.tokens[i]?.lower ?? '',
      )
    )
      return true
  return false
}
