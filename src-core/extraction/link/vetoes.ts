import type { LinkableMention } from '../resolve/resolved-text'
import type { Token } from '../stages'
import { wordClass } from '../text/vocabulary'
import type { SentenceAnalysis } from './analyse-sentence'
import type { ActorCandidate } from './candidates'
import type { MentionFeatures } from './mention-features'
import { leadCue, type SentenceCues } from './veto-cues'

/** Reasons why words cannot name a victim here, whatever else speaks for it. */
export const vetoRules = {
  'veto/negated': 'the attack word that governs the words is itself negated',
  'veto/spared': 'the words are said to be spared, unaffected, untouched or clean',
  'veto/based': '"X-based": the seat of whoever follows',
  'veto/vendor-home': 'the country of the security firm, laboratory or researchers that report',
  'veto/relay': 'a place where servers, relays or routers stand that only served as a way',
  'veto/borrowed': 'a name, logo or sender that a lure only borrows',
  'veto/hypothetical': 'something that could or would happen, an exercise, a forecast',
  'veto/bystander': 'who comments, condemns, sanctions, thanks or is thanked',
  'veto/relations': 'two states between which there is conflict, trade or tension',
  'veto/withdrawn': 'the report takes the statement back in the same or the next breath',
  'veto/other-hand': 'this actor is said not to have done it',
} as const
export type VetoRule = keyof typeof vetoRules

const victimSlot =
  /^(?:obj|nsubj:pass|obl:(?:in|on|at|into|against|of|inside|from)|nmod:(?:of|on|at|in|against)|xcomp|ccomp)/
const sparing = wordClass('spare spares spared')
const sparedAfter = /^(?:spared|unaffected|untouched|intact|unharmed|clean|unscathed)$/
const copulas = wordClass('was were is are remained stayed has have had')
const relayWord = wordClass(
  `rented leased relays relay relayed proxies proxy vpns vpn vps routers router nodes node botnet hosted hosting stepping hops hop registered
  tunnelled routed dialled traffic`,
)
const victimWord =
  /^(?:victims?|targets?|targeted|against|attack(?:s|ed|ing)?|breach(?:ed|es)?|compromis\p{L}+|infected|hacked|stole|stolen|ministr\p{L}+|compan\p{L}+|operators?|universit\p{L}+|organi[sz]ations?|governments?|banks?|hospitals?|reach|hit)$/u
const borrowedLead = leadCue(
  String.raw`(?:pretend(?:s|ed|ing)? to (?:come|be) from|pos(?:e|es|ed|ing) as|purport(?:s|ed|ing)? to (?:come|be) from|in the name of|under the (?:title|name|colours) of|imitat\p{L}+|impersonat\p{L}+|(?:logo|letterhead|emblem) of|call(?:ed|ing) themselves|disguised as|masquerad\p{L}+ as|dressed up as|passed off as|themed?)\b`,
  '[^,;:.]{0,40}',
)
const hypothesis =
  /\b(?:if|suppose|supposing|imagine|assume|were to|exercise|drill|scenario|rehearsal|simulation|imaginary|invented|fictional|hypothetical(?:ly)?|predict\p{L}*|forecast)\b/u
const expectation =
  /\b(?:we|analysts|experts|researchers) (?:expect|predict|anticipate)\b|\b(?:should|must) (?:patch|prepare|be ready)\b/
const bystanding =
  /\b(?:impos(?:e|es|ed|ing) sanctions|sanction(?:s|ed)|condemn(?:s|ed)|welcom(?:es|ed)|thank(?:s|ed)|expressed|offered help|join(?:s|ed) in|co-?signed|advis(?:es|ed) (?:its|their)|denie[sd]|rejects?|rejected|declined to|did not (?:comment|respond)|align)\b/
const thanked = leadCue(
  String.raw`(?:thanks?|thanked|partners? (?:in|from)|help (?:of|from)|together with (?:agencies|services|partners))\b`,
  '[^;.]{0,60}',
)
const betweenStates = leadCue(
  String.raw`(?:relations|conflict|tensions?|rivalry|trade|dispute|competition|war|ties|border|quarrel|ceasefire|truce|talks) between\b`,
  '[^,;:.]{0,40}',
)
const credit = leadCue(String.raw`(?:photos?|pictures?|image|credit) ?:`, ' ?')
const withdrawn =
  /\b(?:that was (?:wrong|a mistake|false)|was wrong in|has been withdrawn|was withdrawn|(?:claim|report|story|entry) (?:is|was|proved|turned out) (?:to be )?(?:false|untrue|wrong|made up|invented)|retracted|we (?:withdraw|apologi[sz]e)|is untrue)\b/
const otherHand =
  /\b(?:not|n't|never) (?:the work|by|to|from|the deed|due to|this group|of)\b[^,;:.]{0,20}$|\b(?:nothing to do with|no connection (?:with|to|between)|rather than|instead of|previously attributed to|confused with)\b[^,;:.]{0,20}$/

const beliefs = /\b(?:asked|unclear|whether) if\b|\bif (?:one|we|you) believes?\b/

/** The first rule that forbids to read the mention as any actor's victim. */
export function mentionVeto(
  cues: SentenceCues,
  { sentence }: SentenceAnalysis,
  mention: LinkableMention,
  own: MentionFeatures,
): VetoRule | undefined {
  const { tokens } = sentence
  const first = Math.max(0, mention.firstToken)
  const last = Math.max(first, mention.lastToken)
  const lead = Math.max(0, first - 9)
  if (isNegated(own, first)) return 'veto/negated'
  if (isSpared(cues, tokens, first, last)) return 'veto/spared'
  const after = tokens[last + 1]?.lower
  if (after === 'based' || after === '-based') return 'veto/based'
  if (after === '-' && tokens[last + 2]?.lower === 'based') return 'veto/based'
  if (mention.kind === 'country' && isVendorHome(tokens, last)) return 'veto/vendor-home'
  if (mention.kind !== 'organization' && isRelay(tokens, first)) return 'veto/relay'
  if (mention.kind === 'country' && cues.endsWith(betweenStates, lead, first))
    return 'veto/relations'
  if (cues.endsWith(credit, lead, first)) return 'veto/bystander'
  if (cues.endsWith(borrowedLead, lead, first)) return 'veto/borrowed'
  if (
    own.governor &&
    (cues.holdsBefore(hypothesis, first) || cues.holdsBefore(expectation, first)) &&
    !cues.holdsBefore(beliefs, first)
  )
    return 'veto/hypothetical'
  const isGoverned = own.governor?.role !== undefined && victimSlot.test(own.governor.role.slot)
  if (!isGoverned) {
    if (cues.holds(bystanding) && bystanding.test(cues.slice(last + 1, last + 9)))
      return 'veto/bystander'
    if (cues.endsWith(thanked, lead, first)) return 'veto/bystander'
  }
  return cues.holds(withdrawn) || cues.nextHolds(withdrawn) ? 'veto/withdrawn' : undefined
}

/** The rule that forbids to read anything in the sentence as this actor's victim. */
export function actorVeto(cues: SentenceCues, candidate: ActorCandidate): VetoRule | undefined {
  if (!candidate.mention || candidate.reference !== 'named') return undefined
  const { firstToken } = candidate.mention
  const isOther = otherHand.test(cues.slice(Math.max(0, firstToken - 6), firstToken))
  return isOther ? 'veto/other-hand' : undefined
}

function isNegated(own: MentionFeatures, first: number): boolean {
  const { governor } = own
  if (governor?.hit.negated !== true || governor.hit.outcome === 'weak') return false
  if (governor.role) return victimSlot.test(governor.role.slot)
  return governor.sameClause && governor.hit.head < first && governor.distance <= 6
}

const vendorHead = wordClass(
  `firms firm company companies vendors vendor consultancy outfit researchers researcher analysts analyst start-up startup laboratory laboratories
  labs lab specialists specialist responders responder maker`,
)
const vendorTrade =
  /^(?:security|cyber.*|intelligence|antivirus|threat|infosec|forensics?|incident)$/

/** "A US network security consulting firm", "the Dutch incident responders": up to five words on stands the trade and its house. */
function isVendorHome(tokens: readonly Token[], last: number): boolean {
  if (!holdsAny(tokens, last + 1, last + 6, vendorHead)) return false
  let hasTrade = false
  for (let i = last + 1; i <= last + 6; i++) {
    const word = tokens[i]?.lower ?? ''
    if (
      !/^[\p{L}-]+$/u.test(word) ||
      /^(?:and|or|of|in|at|by|to|for|with|was|were|is|are|has|had)$/.test(word)
    )
      return false
    if (vendorTrade.test(word)) hasTrade = true
    if (vendorHead.has(tokens[i])) return hasTrade
  }
  return false
}

function isSpared(
  cues: SentenceCues,
  tokens: readonly Token[],
  first: number,
  last: number,
): boolean {
  if (holdsAny(tokens, first - 3, first - 1, sparing)) return true
  if (!holdsAny(tokens, last + 1, last + 4, copulas)) return false
  const tail = cues.slice(last + 1, last + 9)
  if (
    /^(?:\S+ ){0,3}(?:(?:was|were|is|are|remained|stayed) )/.test(tail) &&
    sparedAfter.test(
      /(?:was|were|is|are|remained|stayed) (?:also |all )?(\S+)/.exec(tail)?.[1] ?? '',
    )
  )
    return true
  return /^(?:\S+ ){0,3}(?:was|were|is|are|has been|have been|had been) (?:not|never|n't) (?:\S+ )?(?:affected|attacked|hit|touched|breached|entered|compromised|infected|hacked|involved|targeted|reached)/.test(
    tail,
  )
}

/** "Servers rented in Moldova": a word for infrastructure stands before, and no victim between. */
function isRelay(tokens: readonly Token[], first: number): boolean {
  if (!holdsAny(tokens, first - 8, first - 1, relayWord)) return false
  for (let i = first - 1; i >= Math.max(0, first - 8); i--) {
    const word = tokens[i]?.lower ?? ''
    if (victimWord.test(word) || /^[;:.()]$/.test(word)) return false
    if (relayWord.has(tokens[i])) return true
  }
  return false
}

function holdsAny(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: { has(token: Token | undefined): boolean },
): boolean {
  for (let i = Math.max(0, from); i <= to && i < tokens.length; i++)
    if (words.has(tokens[i])) return true
  return false
}
