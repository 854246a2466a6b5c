import type { LinkableMention } from '../resolve/resolved-text'
import { startsUpper } from '../text/make-token'
import { wordClass } from '../text/vocabulary'
import type { FeatureIds } from '../score/feature-ids'
import { noFeatures, type FeatureList } from '../score/feature-list'
import { featureWriter, type FeatureWriter } from '../score/feature-writer'
import {
  classBit,
  isAboutOrigin,
  strongestOutcome,
  type AttackHit,
  type SentenceAnalysis,
} from './analyse-sentence'
import { classWriter, type ClassWriter } from './class-features'
import { addTouching, listHead } from './neighbour-features'
import { addEarlier, type Passage } from './passage-features'
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
  readonly features: FeatureList
  /** Words that hedge the attack that governs it. */
  readonly hedges: FeatureList
  /** The attack word that most likely governs it. */
  readonly governor: HitRole | undefined
  /** The first member of the list that it stands in, or itself. */
  readonly head: LinkableMention
  /** Token that acts in the governing attack; -1 where nobody does, undefined where the sentence was not parsed. */
  readonly agent: number | undefined
}

export interface MentionSurroundings {
  readonly analysis: SentenceAnalysis
  readonly passage: Passage
  /** All mentions of the sentence, in text order. */
  readonly beside: readonly LinkableMention[]
  /** Mentions of the same kind in the sentence: a list of countries is one statement. */
  readonly sameKind: number
  /** Mentions of this entity in the whole report. */
  readonly repeats: number
  /** Share of the report's sentences that come before. */
  readonly position: number
}

const prepositions = wordClass(
  `in of from to against at by with on for into inside within across via through over under between among including like as about than near behind
  after before during since toward towards around throughout onto per versus plus`,
)
const skippable = wordClass(
  `the a an its their this that several many some other two three various local new all most both at least more than and or , of whose his her our
  about over nearly`,
)

export type DescribeMention = (
  mention: LinkableMention,
  around: MentionSurroundings,
) => MentionFeatures

/** Describes mentions in their sentences by named features; one describer for all reports. */
export function mentionDescriber(ids: FeatureIds): DescribeMention {
  const writer = featureWriter(ids)
  const classes = classWriter(ids, writer.add)
  return (mention, around) => {
    const { analysis, beside, passage } = around
    const head = listHead(mention, beside, analysis.words)
    const marker = addPlace(writer, mention, head, around)
    addNeighbours(writer, classes, mention, analysis)
    addTouching(writer, mention, beside, analysis)
    addEarlier(classes, passage)
    const first = Math.max(0, head.firstToken)
    const governor = governorOf(analysis, first, anchorOf(mention, analysis))
    addGovernor(writer, governor, mention.kind, marker)
    if (analysis.hits.length === 0) writer.say`no attack word`
    writer.say`sentence outcome ${strongestOutcome(analysis)}`
    for (const { kind, word } of analysis.hedges)
      if (kind === 'word') writer.quote`hedge word ${word}`
      else writer.quote`hedge claim ${word}`
    const features = writer.take()
    const agent = analysis.syntax && governor ? agentOf(analysis.syntax, governor.hit) : undefined
    return { features, hedges: hedgesAt(writer, governor, analysis), governor, head, agent }
  }
}

/** What it is and where it stands; returns what leads its noun phrase. */
function addPlace(
  { say, quote }: FeatureWriter,
  { kind, form, subtype, weak }: LinkableMention,
  head: LinkableMention,
  { analysis, sameKind, repeats, position }: MentionSurroundings,
): string {
  const { zone, tokens } = analysis.sentence
  say`kind ${kind}`
  say`form ${kind} ${form}`
  say`zone ${zone}`
  if (subtype !== undefined && kind !== 'indicator') quote`subtype ${subtype}`
  if (weak) say`bare name`
  if (sameKind >= 3) say`list of ${kind}`
  else if (sameKind === 2) say`two of ${kind}`
  if (repeats === 1) say`named once`
  else if (repeats >= 4) say`named often`
  if (position < 0.12) say`at the start`
  else if (position > 0.88) say`at the end`
  else say`in the middle`
  if (tokens.length <= 6) say`short line`
  if (zone === 'body' && tokens.at(-1)?.lower === '?') say`question`
  const marker = prepositionBefore(analysis, Math.max(0, head.firstToken))
  say`prep ${marker}`
  say`prep ${marker} ${kind}`
  return marker
}

const possessives = wordClass("' ’ 's ’s")

/** The words beside it, and the kinds of words around it. */
function addNeighbours(
  writer: FeatureWriter,
  classes: ClassWriter,
  { kind, form, firstToken, lastToken }: LinkableMention,
  analysis: SentenceAnalysis,
): void {
  const { say, quote } = writer
  const { bits, sentence } = analysis
  const { tokens } = sentence
  const first = Math.max(0, firstToken)
  const last = Math.max(first, lastToken)
  const after = tokens[last + 1]?.lower ?? '$'
  const isOwner = possessives.has(tokens[last + 1])
  quote`before ${tokens[first - 1]?.lower ?? '^'}`
  quote`after ${after}`
  if (isOwner) say`owner ${kind}`
  classes.addNext((bits[last + 1] ?? 0) | (isOwner ? (bits[last + 2] ?? 0) : 0), form)
  classes.add('previous', bits[first - 1] ?? 0)
  if (kind === 'vendor' || kind === 'organization') addSpeech(writer, analysis, first, last)
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
  classes.add('near', near)
  classes.add('clause', clause & ~near)
  classes.add('sentence', all & ~near & ~clause)
}

function addGovernor(
  { say, quote, name }: FeatureWriter,
  governor: HitRole | undefined,
  kind: string,
  marker: string,
): void {
  if (!governor) return
  const { hit, role, distance, sameClause } = governor
  const { outcome } = hit
  const { part, id, victimIsSubject } = hit.word
  const place = role ? 'under' : sameClause ? 'beside' : 'apart'
  const standing = hit.negated ? `${place} negated` : place
  say`attack ${outcome} ${part} ${standing}`
  quote`attack word ${id}`
  say`attack ${standing} ${kind}`
  say`attack distance ${distance < 3 ? 'close' : distance < 8 ? 'middle' : 'far'}`
  say`attack ${outcome} before ${marker}`
  if (hit.passive) say`attack passive ${place}`
  if (victimIsSubject) say`attack victim-subject ${place}`
  if (!role) return
  const slot = hit.passive ? `${role.slot} passive` : role.slot
  quote`slot ${slot}`
  name(`slot ${outcome} ${part} ${slot}`)
  quote`own ${role.own}`
  name(`own ${role.slot} ${role.own}`)
}

const hedgeBit = classBit('hedge') | classBit('lowConfidence')

/** Words that hedge the attack itself, not who is behind it. */
function hedgesAt(
  { say, quote, take }: FeatureWriter,
  governor: HitRole | undefined,
  { bits, clause, words }: SentenceAnalysis,
): FeatureList {
  if (!governor) return noFeatures
  const { head } = governor.hit
  for (let i = Math.max(0, head - 6); i <= Math.min(words.length - 1, head + 3); i++) {
    if (((bits[i] ?? 0) & hedgeBit) === 0 || isAboutOrigin(words, i)) continue
    if (Math.abs((clause[i] ?? 0) - (clause[head] ?? 0)) > 1) continue
    say`hedge at attack`
    quote`hedge at attack ${words[i] ?? ''}`
  }
  return take()
}

const speech = wordClass(
  `says say said told reports report reported wrote writes calls call called tracks track attributes attribute attributed found finds saw sees
  noticed warns warn warned believes believe believed assesses assessed counts count counted discovered discloses disclose disclosed describes
  describe described links link linked identified named names blames blame blamed holds hold notes note noted observed spotted lists thinks
  confirmed confirms concluded christened puts put ascribes ascribe agrees agree announced alleges allege stated has have watched followed caught`,
)
const ownWork = wordClass(
  `report advisory analysis blog paper researchers researcher analysts analyst telemetry data account experts expert files team books view opinion
  findings finding assessment alert statement label laboratory note investigation`,
)
const atWork = wordClass('to at for from')
const fillers = wordClass('the its so that')

/** Whether the words make the body speak: "X says", "says X", "according to X", "X's report". */
function addSpeech(
  { say, quote }: FeatureWriter,
  { sentence, words }: SentenceAnalysis,
  first: number,
  last: number,
): void {
  const { tokens } = sentence
  const [before, second, third] = [words[first - 1], words[first - 2], words[first - 3]]
  for (let i = last + 1; i <= last + 3; i++)
    if (speech.has(tokens[i])) {
      say`speaks`
      quote`speaks ${words[i] ?? ''}`
      if (i === last + 1) say`speaks at once`
      else say`speaks soon`
      break
    }
  if (
    speech.has(tokens[first - 1]) ||
    (speech.has(tokens[first - 2]) && fillers.has(tokens[first - 1]))
  ) {
    say`spoken before`
    quote`spoken before ${before ?? ''}`
  }
  if (before === 'to' && second === 'according') say`according to`
  if (before === 'the' && second === 'to' && third === 'according') say`according to`
  if (before === 'by' || (second === 'by' && before === 'the')) say`by body`
  if (before === 'so') say`so says`
  for (let i = last + 1; i <= last + 3; i++) if (ownWork.has(tokens[i])) say`its work`
  if (atWork.has(tokens[first - 1]) && ownWork.has(tokens[first - 2])) say`its work`
}

/** The preposition that leads the mention's noun phrase, `^` at the start, `-` for none. */
function prepositionBefore({ sentence }: SentenceAnalysis, first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 7); i--) {
    const token = sentence.tokens[i]
    if (prepositions.has(token)) return token?.lower ?? ''
    if (!skippable.has(token) && !startsUpper(token) && !describes(token?.lower ?? '')) return '-'
  }
  return first <= 1 ? '^' : '-'
}

/** A number, or a word that may be an adjective. */
function describes(word: string): boolean {
  return /^\d[\d,.]*$|(?:an|ese|ish|al|ic|ed|ing|ist|ive|ary)$/.test(word)
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
