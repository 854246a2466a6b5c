import type { KnownName, NameHit } from '../../knowledge/knowledge'
import { months } from './dates/date-words'
import { agentAround, anyIn, goesOnWithBand, isHeading } from './agent-cues'
import type { RecogniseContext } from './recogniser'

export interface Verdict {
  readonly accepted: boolean
  readonly strength: number
  readonly rule: string
  /** May count where another mention of it, written alike, has had the evidence. */
  readonly mayFollow: boolean
}

const no: Verdict = { accepted: false, strength: 0, rule: '', mayFollow: false }
const later: Verdict = { ...no, mayFollow: true }

const yes = (strength: number, rule: string): Verdict => ({
  accepted: true,
  strength,
  rule: `known-name/${rule}`,
  mayFollow: true,
})

/** Whether a known name means its actor or software here: `knowledge/name-rules` says what each class of name needs. */
export function judgeName(context: RecogniseContext, hit: NameHit, name: KnownName): Verdict {
  const written = context.text.slice(hit.start, hit.end)
  if (partOfLongerName(context, hit) || isFunctionWord(written)) return no
  // Who named it is no alias of it: a vendor's own name means the vendor.
  if (name.kind === 'actor' && hit.names.some((one) => one.kind === 'vendor')) return no
  const near = cuesNear(context, hit, name)
  const sameForm = written === name.surface
  const upper = startsUpper(written)
  const coined = isDistinctive(written) && !loud(context, hit)
  const obscure = isSecondTier(context, name)
  const famous = isFamous(context, name)
  const brand = name.kind === 'actor' && !context.knowledge.actors.has(name.key)
  if (
    name.kind === 'actor' &&
    (brand || famous) &&
    (sameForm || name.role === 'name') &&
    name.class !== 'place-or-demonym' &&
    written.length >= 4 &&
    isHeading(context, hit)
  )
    return yes(0.74, 'heading')
  if (isDemonym(hit)) return near.rightNoun && name.kind !== 'actor' ? yes(0.9, 'cue-adjacent') : no
  switch (name.class) {
    case 'distinctive':
      if (!/\p{Lu}/u.test(written) && !sameForm) return near.adjacent ? yes(0.8, 'cue') : later
      if (near.adjacent) return yes(0.95, 'cue')
      if (written.length <= 5 && name.role === 'alias' && /^\p{Lu}+$/u.test(written))
        return near.close && sameForm ? yes(0.8, 'cue-close') : later
      if (obscure && !coined) return near.close && upper ? yes(0.66, 'second-tier') : later
      return yes(near.close ? 0.9 : 0.86, 'distinctive')
    case 'multiword-common':
      if (!wordsCapitalised(written)) return no
      return near.sentence ? yes(0.92, 'cue') : yes(0.8, 'multiword')
    case 'common-word':
    case 'cross-kind':
      if (!upper) return no
      if (months.has(written.toLowerCase())) return near.rightNoun ? yes(0.8, 'cue-adjacent') : no
      if (near.adjacent) return yes(0.93, 'cue')
      if (coined) return yes(0.84, 'distinctive-form')
      if (famous && near.context && standsAlone(context, hit)) return yes(0.72, 'famous')
      if (near.close && !obscure) return yes(0.8, 'cue-close')
      if (famous && near.followed && written.length >= 6 && !loud(context, hit))
        return yes(0.62, 'followed')
      if (
        name.class === 'cross-kind' &&
        name.kind === 'actor' &&
        written.length >= 5 &&
        near.context &&
        !loud(context, hit)
      )
        return yes(0.66, 'known-group')
      return sameForm &&
        !brand &&
        !obscure &&
        name.kind !== 'campaign' &&
        near.context &&
        standsAlone(context, hit)
        ? yes(0.55, 'capitalised')
        : later
    case 'dictionary-word':
    case 'proper-noun':
      if (!upper) return no
      if (near.adjacent) return yes(0.88, 'cue')
      if (coined) return yes(0.82, 'distinctive-form')
      if (near.close && !obscure) return yes(0.82, 'cue-close')
      if (famous && (near.context || near.origin)) return yes(0.74, 'famous')
      return near.sentence && sameForm && !obscure ? yes(0.6, 'cue-sentence') : later
    case 'place-or-demonym':
      if (near.rightNoun) return yes(0.9, 'cue-adjacent')
      return upper ? later : no
    case 'short':
    case 'numeric':
      return near.adjacent && (upper || /\d/.test(written))
        ? yes(0.9, 'cue-adjacent')
        : upper
          ? later
          : no
    case 'org-or-product':
      return near.adjacent && near.naming
        ? yes(0.8, 'alias-list')
        : near.noun
          ? yes(0.75, 'cue-adjacent')
          : upper
            ? later
            : no
    case 'os-command':
      return isCommand(context, hit) ? yes(0.8, 'command') : no
    default:
      return upper && near.adjacent ? yes(0.7, 'cue') : no
  }
}

/** A capital in the middle of a sentence, with no other capital beside it. */
function standsAlone(context: RecogniseContext, hit: NameHit): boolean {
  const { words } = context
  const first = context.tokenAt(hit.start)
  const last = context.tokenAt(hit.end - 1)
  const sentence = words.sentenceOf[first] ?? 0
  if (first === words.firstOf[sentence] || context.loud[sentence] === 1) return false
  const before = words.tokens[first - 1]?.text ?? ''
  const after = words.sentenceOf[last + 1] === sentence ? (words.tokens[last + 1]?.text ?? '') : ''
  return !/^[\p{Lu}"“.:]/u.test(before) && !/^\p{Lu}/u.test(after)
}

const functionWords = new Set(
  'one first second last final other others several global general new next sample payload several most many each who it all first two three send final analysis'.split(
    ' ',
  ),
)
/** Nobody means a gang called "One" by it, whatever stands beside. */
const isFunctionWord = (written: string): boolean => functionWords.has(written.toLowerCase())

const isDemonym = (hit: NameHit): boolean =>
  hit.names.some((one) => one.kind === 'country' && one.role === 'demonym')

/** In ATT&CK, or known by many names: such a group is meant more often than the word. */
function isFamous({ knowledge }: RecogniseContext, name: KnownName): boolean {
  if (name.kind === 'actor') {
    const actor = knowledge.actors.get(name.key)
    return (
      actor !== undefined &&
      (actor.attackId !== undefined || actor.names.length >= 4 || actor.stateSponsored)
    )
  }
  return false
}

const startsUpper = (written: string): boolean => /^[\p{Lu}\d]/u.test(written)
const wordsCapitalised = (written: string): boolean =>
  written.split(/[\s-]+/).every((word) => !/^\p{Ll}{4,}/u.test(word))
/** "LODEINFO", "TinyShell", "IcedID", "Storm-0978": no ordinary word is written so. */
const isDistinctive = (written: string): boolean =>
  /^\P{Ll}*\p{Lu}{5,}\P{Ll}*$/u.test(written) || /\p{Ll}\p{Lu}|\p{L}[\d$]|\d\p{L}/u.test(written)

function isSecondTier({ knowledge }: RecogniseContext, name: KnownName): boolean {
  return (
    name.kind !== 'campaign' &&
    !(name.kind === 'actor' && knowledge.actors.has(name.key)) &&
    knowledge.software.get(name.key)?.tier === 2
  )
}

function loud(context: RecogniseContext, hit: NameHit): boolean {
  return context.shouted[context.sentenceAt(hit.start)] === 1
}

/** "Akira Kurosawa", "the Snake River", "Turla-like" is still Turla: a capitalised word glued by a blank on either side makes another name. */
function partOfLongerName(context: RecogniseContext, hit: NameHit): boolean {
  const after = context.text.slice(hit.end, hit.end + 2)
  const before = context.text.slice(Math.max(0, hit.start - 1), hit.start)
  return /^[._/\\@]\w|^-[\d\p{Lu}]/u.test(after) && !/^\.\s/.test(after)
    ? true
    : /[@/\\_]/.test(before)
}

interface Cues {
  /** Next to the name, an article or a quotation mark between. */
  readonly adjacent: boolean
  /** Within four words. */
  readonly close: boolean
  readonly sentence: boolean
  readonly naming: boolean
  readonly noun: boolean
  /** A class word right behind it. */
  readonly rightNoun: boolean
  /** The sentence speaks of attacks or attackers. */
  readonly context: boolean
  /** The state that the actor is said to work for is named in the sentence or the next. */
  readonly origin: boolean
  /** The next sentence goes on with "the group", "the Indian team": a band was named here. */
  readonly followed: boolean
}

const namingWords =
  /^(?:called|calls|call|dubbed|dubs|named|names|name|nicknamed|codenamed|known|tracked|tracks|aka|a\.k\.a\.|alias|as|moniker|label|or|also|formerly|previously|otherwise|signed)$/
const transparent =
  /^(?:the|a|an|"|“|”|‘|’|'|\(|\)|,|new|its|their|notorious|infamous|so-called|custom|own)$/
const softwareVerbs =
  /^(?:using|used|uses|use|deployed|deploys|deploying|deploy|dropped|drops|drop|installed|installs|install|installing|ran|running|with|via|delivers|delivered|deliver|delivering|loads|loaded|loading|spread|spreads|distributed|executed|executes|launches|launched|planted|downloads|downloaded|called|leveraging|leveraged)$/

function cuesNear(context: RecogniseContext, hit: NameHit, name: KnownName): Cues {
  const { words, cues } = context
  const first = context.tokenAt(hit.start)
  const last = context.tokenAt(hit.end - 1)
  const sentence = words.sentenceOf[first] ?? 0
  const from = words.firstOf[sentence] ?? 0
  const to = words.firstOf[sentence + 1] ?? from
  const about = name.kind === 'actor' || name.kind === 'campaign' ? 'actor' : 'software'
  const marks = cues[about]
  const bySentence = context.speaksOf[about]
  let left = first - 1
  while (left >= from && transparent.test(words.tokens[left]?.lower ?? '')) left--
  let right = last + 1
  while (right < to && /^["”’)]$|^'$/.test(words.tokens[right]?.text ?? '')) right++
  const before = words.tokens[left]?.lower ?? ''
  const after = words.tokens[right]?.lower ?? ''
  const ofCue = before === 'of' && marks[left - 1] === 1 && left - 1 >= from
  const leftCue = left >= from && (marks[left] === 1 || ofCue || namingWords.test(before))
  const rightCue = right < to && marks[right] === 1
  const software = name.kind === 'malware' || name.kind === 'tool'
  const verb = software
    ? left >= from && softwareVerbs.test(before)
    : agentAround(context, left, right, from, to, before, after)
  const inside = hit.end - hit.start > 4 && marksInside(marks, first, last)
  let close = false
  for (let i = Math.max(from, first - 5); i < Math.min(to, last + 6); i++)
    if ((i < first || i > last) && marks[i] === 1) close = true
  return {
    adjacent: leftCue || rightCue || verb || inside,
    close,
    sentence: close || bySentence[sentence] === 1,
    naming: left >= from && namingWords.test(before),
    noun: leftCue || rightCue,
    rightNoun: rightCue,
    context: context.hostile[sentence] === 1 || context.speaksOf.software[sentence] === 1,
    get origin() {
      return originNear(context, name, sentence)
    },
    get followed() {
      return goesOnWithBand(context, sentence + 1)
    },
  }
}

function originNear(
  { knowledge, words, text }: RecogniseContext,
  name: KnownName,
  sentence: number,
): boolean {
  const origin = name.kind === 'actor' ? knowledge.actors.get(name.key)?.origin : undefined
  const country = origin === undefined ? undefined : knowledge.countries.get(origin)
  if (!country) return false
  const start = words.tokens[words.firstOf[Math.max(0, sentence - 2)] ?? 0]?.start ?? 0
  const last = words.firstOf[Math.min(sentence + 2, words.firstOf.length - 1)] ?? 0
  const near = text.slice(start, Math.min(start + 900, words.tokens[last - 1]?.end ?? start))
  return [
    country.name,
    ...country.aliases.slice(0, 4),
    ...country.demonyms,
    country.capital ?? country.name,
  ].some((word) => near.includes(word))
}

function marksInside(marks: Uint8Array, first: number, last: number): boolean {
  return first < last && anyIn(marks, first, last + 1)
}

function isCommand(context: RecogniseContext, hit: NameHit): boolean {
  if (/^\.exe\b/i.test(context.text.slice(hit.end, hit.end + 4))) return true
  const around =
    context.text.slice(Math.max(0, hit.start - 1), hit.start) +
    context.text.slice(hit.end, hit.end + 1)
  if (around === '``') return true
  const token = context.tokenAt(hit.start)
  const next = context.words.tokens[token + 1]?.lower ?? ''
  const before = context.words.tokens[token - 1]?.lower ?? ''
  return (
    /^(?:command|utility|tool|commands)$/.test(next) ||
    /^(?:command|utility|commands)$/.test(before)
  )
}
