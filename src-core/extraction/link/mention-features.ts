import type { LinkableMention } from '../resolve/resolved-text'
import { wordClassNames } from './lexicon/word-classes'
import type { AttackHit, SentenceAnalysis } from './analyse-sentence'
import { agentOf, roleUnder, type Role } from './syntax-roles'

/** An attack word with the role that a mention plays under it. */
export interface HitRole {
  readonly hit: AttackHit
  readonly role: Role | undefined
  readonly distance: number
  readonly sameClause: boolean
}

/** Features of a mention that do not depend on the actor; computed once a mention. */
export interface MentionFeatures {
  readonly names: readonly string[]
  /** The attack word that most likely governs it. */
  readonly governor: HitRole | undefined
  /** Token that acts in the governing attack; -1 where nobody does, undefined where the sentence was not parsed. */
  readonly agent: number | undefined
}

export interface MentionSurroundings {
  readonly analysis: SentenceAnalysis
  /** Mentions of the same kind in the sentence: a list of countries is one statement. */
  readonly sameKind: number
  /** Mentions of this entity in the whole report. */
  readonly repeats: number
  /** Share of the report's sentences that come before. */
  readonly position: number
}

const prepositionWords = new Set(
  `in of from to against at by with on for into inside within across via through over under between among including like as about than near behind
  after before during since toward towards around throughout onto per versus plus`.split(/\s+/),
)
const skippable =
  /^(?:the|a|an|its|their|this|that|several|many|some|other|two|three|\d[\d,.]*|various|local|new|all|most|both|at|least|more|than|and|or|,|of|whose|his|her|our|about|over|nearly)$/

/** Describes a mention in its sentence by named features. */
export function mentionFeatures(
  mention: LinkableMention,
  around: MentionSurroundings,
): MentionFeatures {
  const { analysis } = around
  const { sentence, bits } = analysis
  const { tokens } = sentence
  const names: string[] = []
  const kind = mention.kind
  const form = mention.form
  names.push(`kind ${kind}`, `form ${kind} ${form}`, `zone ${sentence.zone}`)
  if (mention.subtype !== undefined && kind !== 'indicator')
    names.push(`subtype ${mention.subtype}`)
  if (mention.weak) names.push('bare name')
  if (around.sameKind >= 3) names.push(`list of ${kind}`)
  else if (around.sameKind === 2) names.push(`two of ${kind}`)
  if (around.repeats === 1) names.push('named once')
  else if (around.repeats >= 4) names.push('named often')
  names.push(
    around.position < 0.12
      ? 'at the start'
      : around.position > 0.88
        ? 'at the end'
        : 'in the middle',
  )
  if (tokens.length <= 6) names.push('short line')
  if (sentence.zone === 'body' && tokens.at(-1)?.lower === '?') names.push('question')
  const first = Math.max(0, mention.firstToken)
  const last = Math.max(first, mention.lastToken)
  const marker = prepositionBefore(analysis, first)
  names.push(`prep ${marker}`, `prep ${marker} ${kind}`)
  const before = tokens[first - 1]?.lower ?? '^'
  const after = tokens[last + 1]?.lower ?? '$'
  names.push(`before ${before}`, `after ${after}`)
  if (/^['’]s?$/.test(after)) names.push(`owner ${kind}`)
  addClasses(
    names,
    'next',
    (bits[last + 1] ?? 0) | (/^['’]s?$/.test(after) ? (bits[last + 2] ?? 0) : 0),
    form,
  )
  addClasses(names, 'previous', bits[first - 1] ?? 0, '')
  if (kind === 'vendor' || kind === 'organization') addSpeech(names, analysis, first, last)
  let near = 0
  let clause = 0
  let all = 0
  const here = analysis.clause[first]
  for (let i = 0; i < tokens.length; i++) {
    if (i >= first && i <= last) continue
    const b = bits[i] ?? 0
    all |= b
    if (analysis.clause[i] === here) clause |= b
    if (i >= first - 6 && i <= last + 6) near |= b
  }
  addClasses(names, 'near', near, '')
  addClasses(names, 'clause', clause & ~near, '')
  addClasses(names, 'sentence', all & ~near & ~clause, '')
  const anchor = anchorOf(mention, analysis)
  const governor = governorOf(analysis, first, anchor)
  addGovernor(names, governor, kind, marker)
  if (analysis.hits.length === 0) names.push('no attack word')
  const strongest = strongestOutcome(analysis)
  names.push(`sentence outcome ${strongest}`)
  for (const name of analysis.hedges) names.push(name)
  const agent = analysis.syntax && governor ? agentOf(analysis.syntax, governor.hit) : undefined
  return { names, governor, agent }
}

function addGovernor(
  names: string[],
  governor: HitRole | undefined,
  kind: string,
  marker: string,
): void {
  if (!governor) return
  const { hit, role, distance, sameClause } = governor
  const { word } = hit
  const place = role ? 'under' : sameClause ? 'beside' : 'apart'
  const negated = hit.negated ? ' negated' : ''
  const voice = hit.passive ? ' passive' : ''
  names.push(
    `attack ${hit.outcome} ${word.part} ${place}${negated}`,
    `attack word ${word.id}`,
    `attack ${place}${negated} ${kind}`,
    `attack distance ${distance < 3 ? 'close' : distance < 8 ? 'middle' : 'far'}`,
    `attack ${hit.outcome} ${distance < 0 ? 'after' : 'before'} ${marker}`,
  )
  if (word.victimIsSubject) names.push(`attack victim-subject ${place}`)
  if (role) {
    names.push(
      `slot ${role.slot}${voice}`,
      `slot ${hit.outcome} ${word.part} ${role.slot}${voice}`,
      `own ${role.own}`,
      `own ${role.slot} ${role.own}`,
    )
  }
}

/** Built once: a name that is built anew each time must be hashed anew in every scorer. */
const classFeatures = new Map<string, readonly string[]>()

function addClasses(names: string[], where: string, bits: number, extra: string): void {
  if (bits === 0) return
  for (let i = 0, rest = bits; rest !== 0; i++, rest >>>= 1)
    if ((rest & 1) !== 0) {
      names.push(featuresOf(where)[i] ?? '')
      if (extra !== '') names.push(featuresOf(extra === '' ? where : `${where}|${extra}`)[i] ?? '')
    }
}

function featuresOf(where: string): readonly string[] {
  const known = classFeatures.get(where)
  if (known) return known
  const [place = '', extra] = where.split('|')
  const made = wordClassNames.map((name) =>
    extra === undefined ? `${place} ${name}` : `${place} ${name} ${extra}`,
  )
  classFeatures.set(where, made)
  return made
}

const speech =
  /^(?:says?|said|told|reports?|reported|wrote|writes|calls?|called|tracks?|attributes?|attributed|found|finds|saw|sees|noticed|warns?|warned|believes?|believed|assesse[sd]|counts?|counted|discovered|discloses?|disclosed|describes?|described|links?|linked|identified|named|names|blames?|blamed|holds?|notes?|noted|observed|spotted|lists|thinks|confirmed|confirms|concluded|christened|puts?|ascribes?|agrees?|announced|alleges|allege|stated|has|have|watched|followed|caught)$/
const ownWork =
  /^(?:report|advisory|analysis|blog|paper|researchers?|analysts?|telemetry|data|account|experts?|files|team|books|view|opinion|findings?|assessment|alert|statement|label|laboratory|note|investigation)$/

/** Whether the words make the body speak: "X says", "says X", "according to X", "X's report". */
function addSpeech(names: string[], analysis: SentenceAnalysis, first: number, last: number): void {
  const { tokens } = analysis.sentence
  const word = (i: number): string => tokens[i]?.lower ?? ''
  for (let i = last + 1; i <= last + 3; i++)
    if (speech.test(word(i))) {
      names.push('speaks', `speaks ${word(i)}`, i === last + 1 ? 'speaks at once' : 'speaks soon')
      break
    }
  if (
    speech.test(word(first - 1)) ||
    (speech.test(word(first - 2)) && /^(?:the|its|so|that)$/.test(word(first - 1)))
  )
    names.push('spoken before', `spoken before ${word(first - 1)}`)
  if (word(first - 1) === 'to' && word(first - 2) === 'according') names.push('according to')
  if (word(first - 1) === 'the' && word(first - 2) === 'to' && word(first - 3) === 'according')
    names.push('according to')
  if (word(first - 1) === 'by' || (word(first - 2) === 'by' && word(first - 1) === 'the'))
    names.push('by body')
  if (word(first - 1) === 'so') names.push('so says')
  for (let i = last + 1; i <= last + 3; i++) if (ownWork.test(word(i))) names.push('its work')
  if (/^(?:to|at|for|from)$/.test(word(first - 1)) && ownWork.test(word(first - 2)))
    names.push('its work')
}

/** The preposition that leads the mention's noun phrase, `^` at the start, `-` for none. */
function prepositionBefore(analysis: SentenceAnalysis, first: number): string {
  const { tokens } = analysis.sentence
  for (let i = first - 1; i >= Math.max(0, first - 7); i--) {
    const word = tokens[i]?.lower ?? ''
    if (prepositionWords.has(word)) return word
    if (skippable.test(word)) continue
    const text = tokens[i]?.text ?? ''
    if (/^\p{Lu}/u.test(text) || /(?:an|ese|ish|al|ic|ed|ing|ist|ive|ary)$/.test(word)) continue
    return '-'
  }
  return first <= 1 ? '^' : '-'
}

function anchorOf(mention: LinkableMention, analysis: SentenceAnalysis): number {
  const { syntax } = analysis
  const first = Math.max(0, mention.firstToken)
  const last = Math.max(first, mention.lastToken)
  if (!syntax) return last
  for (let i = last; i >= first; i--) {
    const head = syntax.heads[i] ?? -1
    if (head < first || head > last) return i
  }
  return last
}

/** The attack word that governs: the lowest one above in the tree, else the nearest in the clause, else the nearest. */
function governorOf(
  analysis: SentenceAnalysis,
  first: number,
  anchor: number,
): HitRole | undefined {
  const { hits, syntax, clause, sentence } = analysis
  let best: HitRole | undefined
  let bestScore = -Infinity
  for (const hit of hits) {
    const role = syntax ? roleUnder(syntax, sentence.tokens, anchor, hit.head) : undefined
    const distance = Math.abs(first - hit.head)
    const sameClause = clause[first] === clause[hit.head]
    const weight = hit.word.outcome === 'weak' ? -12 : 0
    const score =
      (role ? 40 - role.steps * 4 : 0) + (sameClause ? 10 : 0) - Math.min(distance, 20) + weight
    if (score > bestScore) {
      bestScore = score
      best = { hit, role, distance, sameClause }
    }
  }
  return best
}

function strongestOutcome(analysis: SentenceAnalysis): string {
  let best = 'none'
  for (const { outcome, negated } of analysis.hits) {
    if (negated || outcome === 'weak') continue
    if (outcome === 'compromised') return 'compromised'
    if (best !== 'targeted') best = outcome
  }
  return best
}
