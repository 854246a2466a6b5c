import type { LinkableMention } from '../resolve/resolved-text'
import type { SentenceAnalysis } from './analyse-sentence'
import type { ActorCandidate } from './candidates'
import type { MentionFeatures } from './mention-features'

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
const sparedAfter = /^(?:spared|unaffected|untouched|intact|unharmed|clean|unscathed)$/
const relayWord =
  /^(?:rented|leased|relays?|relayed|proxies|proxy|vpns?|vps|routers?|nodes?|botnet|hosted|hosting|stepping|hops?|registered|tunnelled|routed|dialled|traffic)$/
const victimWord =
  /^(?:victims?|targets?|targeted|against|attack(?:s|ed|ing)?|breach(?:ed|es)?|compromis\p{L}+|infected|hacked|stole|stolen|ministr\p{L}+|compan\p{L}+|operators?|universit\p{L}+|organi[sz]ations?|governments?|banks?|hospitals?|reach|hit)$/u
const borrowedLead =
  /\b(?:pretend(?:s|ed|ing)? to (?:come|be) from|pos(?:e|es|ed|ing) as|purport(?:s|ed|ing)? to (?:come|be) from|in the name of|under the (?:title|name|colours) of|imitat\p{L}+|impersonat\p{L}+|(?:logo|letterhead|emblem) of|call(?:ed|ing) themselves|disguised as|masquerad\p{L}+ as|dressed up as|passed off as|themed?)\b[^,;:.]{0,40}$/u
const hypothesis =
  /\b(?:if|suppose|supposing|imagine|assume|were to|exercise|drill|scenario|rehearsal|simulation|imaginary|invented|fictional|hypothetical(?:ly)?|predict\p{L}*|forecast)\b/u
const expectation =
  /\b(?:we|analysts|experts|researchers) (?:expect|predict|anticipate)\b|\b(?:should|must) (?:patch|prepare|be ready)\b/
const bystanding =
  /\b(?:impos(?:e|es|ed|ing) sanctions|sanction(?:s|ed)|condemn(?:s|ed)|welcom(?:es|ed)|thank(?:s|ed)|expressed|offered help|join(?:s|ed) in|co-?signed|advis(?:es|ed) (?:its|their)|denie[sd]|rejects?|rejected|declined to|did not (?:comment|respond)|align)\b/
const thanked =
  /\b(?:thanks?|thanked|partners? (?:in|from)|help (?:of|from)|together with (?:agencies|services|partners))\b[^;.]{0,60}$/
const betweenStates =
  /\b(?:relations|conflict|tensions?|rivalry|trade|dispute|competition|war|ties|border|quarrel|ceasefire|truce|talks) between\b[^,;:.]{0,40}$/
const credit = /\b(?:photos?|pictures?|image|credit) ?: ?$/
const withdrawn =
  /\b(?:that was (?:wrong|a mistake|false)|was wrong in|has been withdrawn|was withdrawn|(?:claim|report|story|entry) (?:is|was|proved|turned out) (?:to be )?(?:false|untrue|wrong|made up|invented)|retracted|we (?:withdraw|apologi[sz]e)|is untrue)\b/
const otherHand =
  /\b(?:not|n't|never) (?:the work|by|to|from|the deed|due to|this group|of)\b[^,;:.]{0,20}$|\b(?:nothing to do with|no connection (?:with|to|between)|rather than|instead of|previously attributed to|confused with)\b[^,;:.]{0,20}$/

/** The first rule that forbids to read the mention as this actor's victim. */
export function vetoOf(
  analysis: SentenceAnalysis,
  mention: LinkableMention,
  own: MentionFeatures,
  candidate: ActorCandidate,
  nextWords: string,
): VetoRule | undefined {
  const { words } = analysis
  const first = Math.max(0, mention.firstToken)
  const last = Math.max(first, mention.lastToken)
  const before = words.slice(Math.max(0, first - 9), first).join(' ')
  const after = words.slice(last + 1, last + 9)
  if (isNegated(own, first)) return 'veto/negated'
  if (isSpared(words, first, after)) return 'veto/spared'
  if (/^-?based$/.test(after[0] ?? '') || (after[0] === '-' && after[1] === 'based'))
    return 'veto/based'
  if (mention.kind === 'country' && isVendorHome(words, last)) return 'veto/vendor-home'
  if (mention.kind !== 'organization' && isRelay(words, first)) return 'veto/relay'
  if (mention.kind === 'country' && betweenStates.test(before)) return 'veto/relations'
  if (credit.test(before)) return 'veto/bystander'
  if (borrowedLead.test(before)) return 'veto/borrowed'
  const lead = words.slice(0, first).join(' ')
  if (
    own.governor &&
    (hypothesis.test(lead) || expectation.test(lead)) &&
    !/\b(?:asked|unclear|whether) if\b|\bif (?:one|we|you) believes?\b/.test(lead)
  )
    return 'veto/hypothetical'
  const isGoverned = own.governor?.role !== undefined && victimSlot.test(own.governor.role.slot)
  if (!isGoverned && (bystanding.test(after.join(' ')) || thanked.test(before)))
    return 'veto/bystander'
  if (withdrawn.test(words.join(' ')) || withdrawn.test(nextWords)) return 'veto/withdrawn'
  if (candidate.mention && candidate.reference === 'named') {
    const { firstToken } = candidate.mention
    if (otherHand.test(words.slice(Math.max(0, firstToken - 6), firstToken).join(' ')))
      return 'veto/other-hand'
  }
  return undefined
}

function isNegated(own: MentionFeatures, first: number): boolean {
  const { governor } = own
  if (governor?.hit.negated !== true || governor.hit.outcome === 'weak') return false
  if (governor.role) return victimSlot.test(governor.role.slot)
  return governor.sameClause && governor.hit.head < first && governor.distance <= 6
}

const vendorHead =
  /^(?:firms?|company|companies|vendors?|consultancy|outfit|researchers?|analysts?|start-?up|laborator(?:y|ies)|labs?|specialists?|responders?|maker)$/
const vendorTrade =
  /^(?:security|cyber.*|intelligence|antivirus|threat|infosec|forensics?|incident)$/

/** "A US network security consulting firm", "the Dutch incident responders": up to five words on stands the trade and its house. */
function isVendorHome(words: readonly string[], last: number): boolean {
  let hasTrade = false
  for (let i = last + 1; i <= last + 6; i++) {
    const word = words[i] ?? ''
    if (
      !/^[\p{L}-]+$/u.test(word) ||
      /^(?:and|or|of|in|at|by|to|for|with|was|were|is|are|has|had)$/.test(word)
    )
      return false
    if (vendorTrade.test(word)) hasTrade = true
    if (vendorHead.test(word)) return hasTrade
  }
  return false
}

function isSpared(words: readonly string[], first: number, after: readonly string[]): boolean {
  for (let i = first - 3; i < first; i++) if (/^spare[sd]?$/.test(words[i] ?? '')) return true
  const tail = after.join(' ')
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
function isRelay(words: readonly string[], first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 8); i--) {
    const word = words[i] ?? ''
    if (victimWord.test(word)) return false
    if (/^[;:.()]$/.test(word)) return false
    if (relayWord.test(word)) return true
  }
  return false
}
