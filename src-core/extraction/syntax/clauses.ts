/**
 * Who does what in a parsed sentence: `predicates(parsed)` gives one record for each verb, and for each noun that names an action
 * ("an attack on X by Y"), with its voice, negation, modals, slots filled through the grammar, and the words it stands under.
 *
 * For the link stage
 *   - `subjects` are the doers as written: of "X was breached by Y" they are X (`isPassive`), and Y is in `agents`. What acts and what
 *     suffers, whatever the voice, is in `actors` and `undergoers`.
 *   - Subjects are inherited: "Y entered the network and stole data" (conj), "Y tried to breach X" (xcomp), "…, stealing data" (advcl
 *     without a subject of its own), "Y, which breached X" (acl:relcl: the antecedent), "a group breaching X" / "X, breached by Y" (acl).
 *     `isInherited` tells; a link that rests on it deserves less trust.
 *   - Lists are opened: each object, oblique and subject comes with its conjuncts. Appositions are not: "the vendor, Acme" gives "vendor".
 *   - `obliques` of a verb and `modifiers` of a noun are by preposition: { preposition: "against", heads: [7, 9] }. Temporal obliques
 *     without preposition ("last week") have ''.
 *   - `embedding` is the chain above, outermost first: of "Officials denied that Y tried to breach X" at "breach": deny (ccomp), try
 *     (xcomp). "X is believed to have been breached by Y" gives believe with voice passive. Each has its own negation. Hedge,
 *     attempt, denial and quotation are read off it.
 *   - `negation` is the token index of the cue (not, n't, never, no on the object …), -1: none.
 * Nothing here knows a word of our domain: which nouns name actions the caller tells (`isEvent`, by lemma).
 */
import { fillSlots } from './clause-slots'
import { lemmatise } from './lemmatise'
import { hasPassiveForm } from './passive'
import type { Embedding, Predicate } from './predicate'
import type { ParsedSentence } from './syntax'
import { dependents, makeTree, type Tree } from './tree'

/** Lemmas of nouns that name an action; more can be handed in. */
export type IsEvent = (lemma: string) => boolean

export function predicates(parsed: ParsedSentence, isEvent: IsEvent = () => false): Predicate[] {
  const tree = makeTree(parsed)
  const found: Predicate[] = []
  for (let i = 0; i < parsed.tokens.length; i++) {
    const upos = parsed.upos[i]
    const label = parsed.labels[i] ?? ''
    if (upos === 'VERB' && label !== 'amod' && label !== 'compound' && label !== 'case')
      found.push(predicateAt(tree, i, 'verb'))
    else if (upos === 'NOUN' && isEvent(lemmatise(parsed.tokens[i] ?? '', 'NOUN')))
      found.push(predicateAt(tree, i, 'noun'))
  }
  return found
}

function predicateAt(tree: Tree, index: number, kind: 'verb' | 'noun'): Predicate {
  const { parsed } = tree
  const isPassive = kind === 'verb' && hasPassiveForm(tree, index)
  const slots = fillSlots(tree, index, kind, isPassive)
  const auxiliaries = dependents(tree, index, 'aux', 'aux:pass').map((i) =>
    lemmatise(parsed.tokens[i] ?? '', 'AUX'),
  )
  const particle = dependents(tree, index, 'compound:prt')[0]
  return {
    index,
    lemma: lemmaAt(parsed, index),
    kind,
    isPassive,
    negation: negationOf(tree, index),
    auxiliaries,
    particle: particle === undefined ? '' : (parsed.tokens[particle] ?? '').toLowerCase(),
    embedding: embeddingOf(tree, index),
    ...slots,
    actors: isPassive || kind === 'noun' ? slots.agents : slots.subjects,
    undergoers: isPassive ? slots.subjects : slots.objects,
  }
}

const negators = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'neither',
  'nor',
  'hardly',
  'without',
  'no',
  'none',
  'nobody',
  'nothing',
])

/** On the verb, or "no" on a noun in one of its slots: "no data was stolen". */
export function negationOf(tree: Tree, index: number): number {
  const { parsed } = tree
  const isNegator = (i: number): boolean => negators.has((parsed.tokens[i] ?? '').toLowerCase())
  const own = dependents(tree, index, 'advmod', 'mark', 'cc', 'det', 'cc:preconj', 'case').find(
    isNegator,
  )
  if (own !== undefined) return own
  for (const slot of dependents(tree, index, 'nsubj', 'nsubj:pass', 'obj')) {
    if (isNegator(slot)) return slot
    const det = dependents(tree, slot, 'det', 'advmod').find(isNegator)
    if (det !== undefined) return det
  }
  return -1
}

const climbing = new Set([
  'xcomp',
  'ccomp',
  'advcl',
  'acl',
  'csubj',
  'csubj:pass',
  'parataxis',
  'conj',
  'acl:relcl',
  'advcl:relcl',
])
const MOST_LEVELS = 8

/**
 * The chain above, outermost first. A conjunct stands under what its first conjunct stands under; relative clauses and participles end
 * the chain, since what is said of the noun's clause does not reach into them.
 */
function embeddingOf(tree: Tree, index: number): Embedding[] {
  const { heads, labels } = tree.parsed
  const chain: Embedding[] = []
  let at = index
  for (let level = 0; level < MOST_LEVELS; level++) {
    const label = labels[at] ?? ''
    const head = heads[at] ?? -1
    if (head < 0 || !(climbing.has(label) || isNounSlot(tree, at))) break
    if (label === 'acl:relcl' || label === 'advcl:relcl' || isDescribing(tree, at)) break
    if (label === 'parataxis' && at < head) {
      chain.push(embeddingAt(tree, head, label))
      break
    }
    if (label !== 'conj') chain.push(embeddingAt(tree, head, label))
    at = head
  }
  chain.push(...quotesBeside(tree, at))
  return chain.reverse()
}

/** "a group known as …", "hackers working for …": says something of the noun; "an attempt to …" and "evidence that …" do not. */
function isDescribing(tree: Tree, at: number): boolean {
  const { labels, xpos } = tree.parsed
  const isParticiple = xpos[at] === 'VBN' || xpos[at] === 'VBG'
  return labels[at] === 'acl' && isParticiple && dependents(tree, at, 'mark').length === 0
}

/** A nominal event stands under the verb whose subject or object it is: "denied an attack", "the attack failed". */
function isNounSlot(tree: Tree, at: number): boolean {
  const label = tree.parsed.labels[at] ?? ''
  return (
    tree.parsed.upos[at] === 'NOUN' &&
    /^(?:nsubj|nsubj:pass|obj|obl|nmod|appos|obl:agent)$/.test(label)
  )
}

/** ", officials said" behind a quoted clause hangs on it by parataxis. */
function quotesBeside(tree: Tree, root: number): Embedding[] {
  return dependents(tree, root, 'parataxis')
    .filter((i) => tree.parsed.upos[i] === 'VERB' && dependents(tree, i, 'nsubj').length > 0)
    .filter((i) => dependents(tree, i, 'obj', 'ccomp', 'obl').length === 0)
    .map((i) => embeddingAt(tree, i, 'parataxis'))
}

function embeddingAt(tree: Tree, index: number, label: string): Embedding {
  return {
    index,
    lemma: lemmaAt(tree.parsed, index),
    isPassive: tree.parsed.upos[index] === 'VERB' && hasPassiveForm(tree, index),
    negation: negationOf(tree, index),
    label,
  }
}

function lemmaAt(parsed: ParsedSentence, index: number): string {
  return lemmatise(parsed.tokens[index] ?? '', parsed.upos[index] ?? 'X')
}
