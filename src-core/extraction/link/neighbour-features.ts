import type { LinkableMention } from '../resolve/resolved-text'
import type { FeatureWriter } from '../score/feature-writer'
import type { SentenceAnalysis } from './analyse-sentence'

const joining = /^(?:of|in|from|at|for|on|across|throughout|within|inside|near|around|outside|the)$/
const listing = /^(?:,|and|or|;|\/|&|·|the|in|of|also|as|well|then|both|plus|including|to)$/
const listMark = /^(?:,|and|or|;|\/|&|·|plus)$/
/** Words between two members of a list at most. */
const longestJoint = 4

/** The names that touch this one: "Ukrainian | ministries", "banks in | Peru", "Netnod, | Sweden". */
export function addTouching(
  { say }: FeatureWriter,
  mention: LinkableMention,
  all: readonly LinkableMention[],
  { words }: SentenceAnalysis,
): void {
  const at = all.indexOf(mention)
  const before = touching(all, at, -1)
  if (before) {
    const joint = jointOf(words, before, mention)
    if (joint) say`behind ${before.kind} ${joint} ${mention.kind}`
  }
  const after = touching(all, at, 1)
  if (after) {
    const joint = jointOf(words, mention, after)
    if (joint) say`ahead of ${after.kind} ${joint} ${mention.form}`
  }
}

/** The next mention on that side that does not overlap. */
function touching(
  all: readonly LinkableMention[],
  at: number,
  step: 1 | -1,
): LinkableMention | undefined {
  const own = all[at]
  if (!own) return undefined
  for (let i = at + step; i >= 0 && i < all.length; i += step) {
    const other = all[i]
    if (!other) return undefined
    if (step < 0 ? other.lastToken < own.firstToken : other.firstToken > own.lastToken) return other
  }
  return undefined
}

/** What joins two neighbouring mentions: nothing, a preposition, a comma; undefined where more stands between. */
function jointOf(
  words: readonly string[],
  left: LinkableMention,
  right: LinkableMention,
): string | undefined {
  const gap = right.firstToken - left.lastToken - 1
  if (gap === 0) return 'at once'
  const first = words[left.lastToken + 1] ?? ''
  if (gap <= 2 && first === ',') return 'comma'
  if (gap <= 2 && /^['’]s?$/.test(first)) return 'owner'
  if (gap <= 2 && (first === '(' || first === ')')) return 'bracket'
  if (gap <= 3 && joining.test(first)) return first === 'the' ? undefined : 'preposition'
  return undefined
}

/**
 * Mentions that stand or fall together, each with the number of its chain: members of a list, and a body with its country ("banks and
 * ministries in Peru, Chile and Bolivia"). What no other touches has none.
 */
export function chainsOf(
  all: readonly LinkableMention[],
  words: readonly string[],
): ReadonlyMap<LinkableMention, number> {
  const chains = new Map<LinkableMention, number>()
  let last: LinkableMention | undefined
  let chain = 0
  for (const mention of all) {
    if (!chained.has(mention.kind) || (last && mention.firstToken <= last.lastToken)) continue
    if (last && belong(last, mention, words)) {
      chains.set(last, chain)
      chains.set(mention, chain)
    } else chain++
    last = mention
  }
  return chains
}

const chained = new Set<LinkableMention['kind']>(['country', 'place', 'sector', 'organization'])

function belong(left: LinkableMention, right: LinkableMention, words: readonly string[]): boolean {
  if (left.kind !== right.kind) return jointOf(words, left, right) !== undefined
  if (right.firstToken - left.lastToken > longestJoint + 1) return false
  return isJoint(words, left.lastToken + 1, right.firstToken)
}

/**
 * The first member of the list that a mention stands in ("Peru, Chile and *Bolivia*" → Peru); itself where it is in none. What leads
 * the list leads all its members.
 */
export function listHead(
  mention: LinkableMention,
  all: readonly LinkableMention[],
  words: readonly string[],
): LinkableMention {
  let head = mention
  for (let i = all.indexOf(mention) - 1; i >= 0; i--) {
    const other = all[i]
    if (!other || head.firstToken - other.lastToken > longestJoint + 1) break
    if (other.kind !== head.kind || other.lastToken >= head.firstToken) continue
    if (!isJoint(words, other.lastToken + 1, head.firstToken)) break
    head = other
  }
  return head
}

function isJoint(words: readonly string[], from: number, to: number): boolean {
  let marked = false
  for (let i = from; i < to; i++) {
    const word = words[i] ?? ''
    if (!listing.test(word)) return false
    if (listMark.test(word)) marked = true
  }
  return marked
}
