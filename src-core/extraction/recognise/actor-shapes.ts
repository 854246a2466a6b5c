import type { Recognition, Token } from '../stages'
import { shape } from '../text/make-token'
import { wordClass } from '../text/vocabulary'
import { isCoined } from './software-from-context'
import { canBeNew, make, namesInRun, type ReadName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Groups that no list has, by how such groups call themselves or by what the name does: "National Cyber Crew", "a blow by Silent Crow". */
export const actorShapes: Recogniser = {
  id: 'actor-shapes',
  reason: "hackers' own kind of names; unexplained names that claim, hit or break in",
  recognise(context, soFar) {
    const taken = new Map<number, number>()
    const rivals = new Set(['actor', 'malware', 'tool', 'vendor', 'campaign', 'product'])
    for (const one of soFar)
      if (one.strength >= 0.6 && rivals.has(one.kind))
        taken.set(one.start, Math.max(one.end, taken.get(one.start) ?? 0))
    const found: Recognition[] = []
    for (const run of context.runs)
      if (!run.loud)
        for (const whole of namesInRun(context, run.from, run.to)) {
          const actor = actorIn(context, withoutCountry(context, whole), taken)
          if (actor) found.push(actor)
        }
    return found
  },
}

function actorIn(
  context: RecogniseContext,
  name: ReadName,
  taken: ReadonlyMap<number, number>,
): Recognition | undefined {
  const end = taken.get(name.start)
  if (end !== undefined && end >= name.end) return undefined
  if (selfStyled(context, name)) return make(context, name, 'actor', 'self-styled', 0.8)
  if (end !== undefined) return undefined
  const deed =
    claims(context, name) ?? blamed(context, name) ?? cleft(context, name) ?? acts(context, name)
  return deed && canBeNew(context, name, ['actor', 'malware'])
    ? make(context, name, 'actor', deed.rule, deed.strength)
    : undefined
}

const bandWords = wordClass(
  'team crew army hackers hacktivists gang squad legion hacks hack partisans brigade collective syndicate cyberteam',
)
const cyberNames = wordClass('anonymous dark ghost phantom storm insane electronic digital')
const sober =
  /^(?:emergency|response|security|defen[cs]e|police|university|national-guard|rescue|incident|research|blue|legal|intelligence|command|ministry|crime|centre|center|bureau|agency|institute|council|threat|support|resilience|safety|company|inc|red|management|project|act|monday|day|week|europe|conference|summit|report|review|awareness|insurance|law|bill|strategy|readiness|directorate|investigation|unit|infrastructure|salvation|free|national-police|liberation|pakistan-army|watch|space|affairs)$/i
const soberWords = wordClass(
  'emergency response security defence defense police university national-guard rescue incident research blue legal intelligence command ministry crime centre center bureau agency institute council threat support resilience safety company inc red management project act monday day week europe conference summit report review awareness insurance law bill strategy readiness directorate investigation unit infrastructure salvation free national-police liberation pakistan-army watch space affairs',
)
const bodyWords = wordClass(
  'force front group alliance movement fighters warriors soldiers av3ngers avengers resistance justice sec islamic',
)

/** "cyber…", "hack…", or a word that such groups like. */
const isCyber = (token: Token): boolean =>
  cyberNames.has(token) || /^(?:cyber.{0,12}|hack.{0,8}|h4ck.*)$/.test(token.lower)

/** A state's own force may be called so too: such a name needs a word for attackers, or a claim, before it. */
const national = wordClass("british us u.s. russian chinese ukrainian swiss indian people people's")
const claimBefore = wordClass('claim claims claimed boast boasts boasted channel')

function hasBandBefore({ words, cues }: RecogniseContext, at: number): boolean {
  const from = Math.max(words.firstOf[words.sentenceOf[at] ?? 0] ?? 0, at - 4)
  for (let i = from; i < at; i++)
    if (cues.actor[i] === 1 || claimBefore.has(words.tokens[i])) return true
  return false
}

/** "Dark Storm Team", "Pakistan Cyber Force", "Cyber Partisans", "Anonymous Greece". */
function selfStyled(context: RecogniseContext, name: ReadName): boolean {
  const { words } = context
  const size = name.to - name.from
  const first = words.tokens[name.from]
  const last = words.tokens[name.to - 1]
  if (!first || !last) return false
  if (size === 1)
    return (
      first.lower.startsWith('cyber') &&
      /^Cyber\p{Lu}[\p{L}\d]{3,}$/u.test(name.surface) &&
      !sober.test(name.surface.slice(5))
    )
  if (
    size > 2 &&
    (last.shape & shape.allDigits) !== 0 &&
    /^(?:Threat )?(?:Activity )?(?:Group|Cluster) \d{1,4}$/.test(name.surface)
  )
    return true
  if (size > 6) return false
  let band = false
  let cyber = false
  let ofState = false
  for (let i = name.from; i < name.to; i++) {
    const token = words.tokens[i]
    if (!token || soberWords.has(token)) return false
    band ||= bandWords.has(token)
    cyber ||= isCyber(token)
    ofState ||= national.has(token)
  }
  if ((!band && !cyber) || (ofState && !hasBandBefore(context, name.from))) return false
  if (first.lower === 'anonymous') return true
  const tokens = words.tokens.slice(name.from, name.to)
  if (band && (cyber || strange(tokens.map((token) => token.text)))) return true
  return (
    cyber &&
    tokens.some((token) => bodyWords.has(token)) &&
    tokens.some((token) => /^(?:cyber|hack)/.test(token.lower))
  )
}

/** A band with an adjective or name before it that is no business's: "Mysterious Team" but not "Leadership Team". */
const strange = (words: readonly string[]): boolean =>
  /^(?:hack|hacktivist|mysterious|insane|evil|red|black|shadow|lulz|silent|islamic|holy|night)/i.test(
    words.join(' '),
  )

const claimVerbs = wordClass('claims claimed boasts boasted brags bragged')
const claimTails = wordClass(
  'it to that responsibility credit having attack the an a on breach theft',
)

const beforeClaim = wordClass('has have had also since then later now meanwhile itself ,')
const taking = wordClass('took takes take')

/** "X claimed responsibility", "X boasts that it emptied", "X took credit". */
function claims(context: RecogniseContext, name: ReadName): Deed | undefined {
  const { words, cues } = context
  let i = name.next
  while (beforeClaim.has(words.tokens[i]) && i - name.next < 3) i++
  const verb = words.tokens[i]
  if (
    claimVerbs.has(verb) &&
    claimTails.has(words.tokens[i + 1]) &&
    attackNear(cues.attack, i + 1, i + 14, context, i)
  )
    return { rule: 'claims', strength: 0.6 }
  if (
    taking.has(verb) &&
    /credit|responsibility/.test(
      `${words.tokens[i + 1]?.lower ?? ''} ${words.tokens[i + 2]?.lower ?? ''}`,
    )
  )
    return { rule: 'claims', strength: 0.66 }
  return undefined
}

interface Deed {
  readonly rule: string
  readonly strength: number
}

function attackNear(
  marks: Uint8Array,
  from: number,
  to: number,
  context: RecogniseContext,
  at: number,
): boolean {
  const sentence = context.words.sentenceOf[at] ?? 0
  const limit = Math.min(to, context.words.firstOf[sentence + 1] ?? to)
  for (let i = from; i < limit; i++) if (marks[i] === 1) return true
  return false
}

const deeds = wordClass(
  'claim claims blow attack attacks hack breach work hands intrusion campaign operation handiwork responsibility affiliate affiliates operators theft raid victims part turn members member leader encryption infection',
)
const done = wordClass(
  'hacked breached attacked encrypted compromised targeted stolen infiltrated defaced hit penetrated infected crippled robbed leaked locked wiped claimed exploited entered emptied disrupted struck taken published posted carried out down sent mailed spread',
)

const beforeBlamed = wordClass('the group collective gang " “ called named ,')

/** "hacked by X", "the work of X", "a claim by X", "at the hands of X". */
function blamed(context: RecogniseContext, name: ReadName): Deed | undefined {
  const { words, cues } = context
  const sentence = words.sentenceOf[name.from] ?? 0
  const floor = words.firstOf[sentence] ?? 0
  let i = name.from - 1
  while (i > floor && beforeBlamed.has(words.tokens[i])) i--
  const link = words.tokens[i]?.lower ?? ''
  const culprit = words.tokens[i - 1]
  const before = culprit?.lower ?? ''
  if (i <= floor) return undefined
  if (
    link === 'by' &&
    done.has(culprit) &&
    (cues.attack[i - 1] === 1 || attackNear(cues.attack, floor, i, context, name.from))
  )
    return {
      rule: 'blamed',
      strength: before === 'claimed' || cues.attack[i - 1] === 1 ? 0.62 : 0.56,
    }
  if (
    (link === 'by' || link === 'of') &&
    deeds.has(culprit) &&
    !(
      link === 'of' &&
      /^(?:victims|members?|leader|attack|attacks|hack|breach|theft|part|claims?|turn|operation|operators|encryption|infection|campaign|blow)$/.test(
        before,
      )
    )
  )
    return attackNear(cues.attack, floor, i + 12, context, name.from)
      ? { rule: 'blamed', strength: 0.58 }
      : undefined
  return undefined
}

const acting = wordClass(
  'deployed deploys uses used has had sent sends targeted targets posed poses delivered delivers exploited exploits hacked breached defaced stole attacked encrypted compromised infiltrated infected mailed phished relied relies wiped impersonated masqueraded',
)

/** A coined name as the subject: "InedibleOchotense posed as …", "GalaxyGato has a new backdoor". */
function acts(context: RecogniseContext, name: ReadName): Deed | undefined {
  const { words, cues } = context
  const verb = words.tokens[name.next]
  if (name.to - name.from !== 1 || !acting.has(verb) || !isCoined(name.surface)) return undefined
  const owns = verb?.lower === 'has' || verb?.lower === 'had'
  for (let i = name.next + 1; i < name.next + 8; i++) {
    if (words.sentenceOf[i] !== words.sentenceOf[name.from]) break
    if (cues.software[i] === 1 || (!owns && cues.attack[i] === 1))
      return { rule: 'acts', strength: 0.6 }
  }
  return owns ? undefined : { rule: 'acts', strength: 0.56 }
}

/** "from Indonesia Indo Hacks Sec": the state before the name is none of it. */
function withoutCountry(context: RecogniseContext, name: ReadName): ReadName {
  const first = context.words.tokens[name.from]
  const second = context.words.tokens[name.from + 1]
  if (
    !first ||
    !second ||
    name.to - name.from < 3 ||
    context.words.tokens[name.from - 1]?.lower !== 'from'
  )
    return name
  if (!context.known(first.text).some((one) => one.kind === 'country')) return name
  return {
    ...name,
    from: name.from + 1,
    start: second.start,
    surface: context.text.slice(second.start, name.end),
  }
}

const cleftVerbs = wordClass(
  'locked took stole hacked broke breached encrypted claimed claims says attacked hit leaked copied entered sent emptied had got did',
)

/** "It was X that took them". */
function cleft(context: RecogniseContext, name: ReadName): Deed | undefined {
  const { words } = context
  const it = words.tokens[name.from - 2]?.lower ?? ''
  const be = words.tokens[name.from - 1]?.lower ?? ''
  const that = words.tokens[name.next]?.lower ?? ''
  if (it !== 'it' || !/^(?:was|is|'s|’s)$/.test(be) || !/^(?:that|who|which)$/.test(that))
    return undefined
  return cleftVerbs.has(words.tokens[name.next + 1]) ? { rule: 'cleft', strength: 0.62 } : undefined
}
