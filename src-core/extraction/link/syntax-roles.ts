import type { Token } from '../stages'
import type { AttackHit, SentenceSyntax } from './analyse-sentence'

/** How a word hangs under an attack word: the slot it fills and what stands between. */
export interface Role {
  /** Label of the last step below the attack word, with its preposition: `obj`, `obl:in`, `nsubj:pass`, `nmod:of` … */
  readonly slot: string
  /** Label of the word's own step where that is another one: `nmod:of`, `conj`, `amod` … */
  readonly own: string
  /** Token of the word that fills the slot. */
  readonly filler: number
  readonly steps: number
}

const transparent = new Set([
  'conj',
  'appos',
  'flat',
  'compound',
  'parataxis',
  'dep',
  'list',
  'fixed',
  'goeswith',
])
const maxSteps = 7

/** The role of token `from` under token `to`, or undefined where it is not below it. */
export function roleUnder(
  syntax: SentenceSyntax,
  words: readonly Token[],
  from: number,
  to: number,
): Role | undefined {
  let at = from
  let own = ''
  for (let steps = 0; steps <= maxSteps; steps++) {
    const head = syntax.heads[at] ?? -1
    if (head < 0) return undefined
    const label = syntax.labels[at] ?? 'dep'
    const step = transparent.has(label) ? label : withCase(syntax, words, at, label)
    if (own === '' || (transparent.has(own) && !transparent.has(label))) own = step
    if (head === to) {
      const slot = transparent.has(label) ? inheritedSlot(syntax, at, label) : step
      return { slot, own, filler: at, steps: steps + 1 }
    }
    at = head
  }
  return undefined
}

function inheritedSlot(syntax: SentenceSyntax, at: number, label: string): string {
  return label === 'compound'
    ? 'compound'
    : label === 'conj' && isVerbal(syntax, at)
      ? 'conj-verb'
      : label
}

function isVerbal(syntax: SentenceSyntax, at: number): boolean {
  return syntax.upos[at] === 'VERB' || syntax.upos[at] === 'AUX'
}

/** `obl` → `obl:in` by the word's own case marker. */
function withCase(
  syntax: SentenceSyntax,
  words: readonly Token[],
  at: number,
  label: string,
): string {
  if (label !== 'obl' && label !== 'nmod' && label !== 'obl:agent') return label
  for (let i = at - 1; i >= Math.max(0, at - 8); i--)
    if (syntax.heads[i] === at && syntax.labels[i] === 'case')
      return `${label}:${words[i]?.lower ?? ''}`
  return label
}

/** The token that acts in an attack: subject, agent behind "by", possessor, or the noun that a relative clause describes. */
export function agentOf(syntax: SentenceSyntax, hit: AttackHit): number {
  let verb = hit.head
  if (hit.word.part === 'noun') {
    const owner = child(syntax, hit.head, 'nmod:poss') ?? child(syntax, hit.head, 'compound')
    if (owner !== undefined) return owner
    const climbed = verbAbove(syntax, hit.head)
    if (climbed < 0) return -1
    verb = climbed
  }
  const byAgent = child(syntax, verb, 'obl:agent')
  if (byAgent !== undefined) return byAgent
  for (let steps = 0; steps < 6; steps++) {
    const subject = child(syntax, verb, 'nsubj')
    if (subject !== undefined) return subject
    const label = syntax.labels[verb] ?? ''
    const head = syntax.heads[verb] ?? -1
    if (head < 0) return -1
    if (label === 'acl' || label === 'acl:relcl') return head
    if (!/^(?:conj|xcomp|advcl|ccomp|parataxis)/.test(label)) return -1
    verb = head
  }
  return -1
}

function verbAbove(syntax: SentenceSyntax, from: number): number {
  let at = from
  for (let steps = 0; steps < 4; steps++) {
    at = syntax.heads[at] ?? -1
    if (at < 0) return -1
    if (isVerbal(syntax, at)) return at
  }
  return -1
}

function child(syntax: SentenceSyntax, head: number, label: string): number | undefined {
  const { labels, heads } = syntax
  for (let i = Math.max(0, head - 25); i < Math.min(labels.length, head + 20); i++)
    if (heads[i] === head && labels[i] === label) return i
  return undefined
}
