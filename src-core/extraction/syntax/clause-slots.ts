import { hasPassiveForm } from './passive'
import type { Oblique, Slots } from './predicate'
import { dependents, prepositionOf, withConjuncts, type Tree } from './tree'

const SUBJECT = ['nsubj', 'nsubj:pass', 'nsubj:outer'] as const
const MOST_STEPS = 6

/** Subjects, objects, agents and obliques of the predicate at `index`, lists opened, subjects inherited through the grammar. */
export function fillSlots(
  tree: Tree,
  index: number,
  kind: 'verb' | 'noun',
  isPassive: boolean,
): Slots {
  return kind === 'noun' ? nounSlots(tree, index) : verbSlots(tree, index, isPassive)
}

function verbSlots(tree: Tree, index: number, isPassive: boolean): Slots {
  const own = dependents(tree, index, ...SUBJECT)
  const isOwn = own.length > 0
  const resolved = (isOwn ? own : inheritedSubject(tree, index, isPassive)).map((i) =>
    antecedent(tree, index, i),
  )
  const all = obliquesOf(tree, index, 'obl', 'obl:unmarked', 'obl:agent')
  const isAgent = (oblique: Oblique): boolean =>
    isPassive && oblique.preposition === 'by' && tree.parsed.upos[oblique.heads[0] ?? -1] !== 'NUM'
  const bare = isPassive ? [] : bareOblique(tree, index)
  const objects = [...dependents(tree, index, 'obj', 'iobj'), ...bare].map((i) =>
    antecedent(tree, index, i),
  )
  return {
    subjects: open(tree, resolved),
    isInherited: !isOwn && resolved.length > 0,
    objects: open(tree, objects),
    agents: all.filter(isAgent).flatMap((oblique) => oblique.heads),
    obliques: all.filter((o) => !isAgent(o) && !bare.includes(o.heads[0] ?? -1)),
  }
}

/** The parser now and then calls an object `obl`; without a preposition, behind a verb with no object, it is one. */
function bareOblique(tree: Tree, index: number): number[] {
  if (dependents(tree, index, 'obj', 'ccomp').length > 0) return []
  return dependents(tree, index, 'obl').filter(
    (i) => i > index && prepositionOf(tree, i) === '' && tree.parsed.upos[i] !== 'NUM',
  )
}

function nounSlots(tree: Tree, index: number): Slots {
  const modifiers = obliquesOf(tree, index, 'nmod', 'obl', 'nmod:unmarked')
  const owners = dependents(tree, index, 'nmod:poss')
  const verb = tree.parsed.heads[index] ?? -1
  const label = tree.parsed.labels[index] ?? ''
  // "Y launched an attack on X": whoever does the verb does the noun.
  const carried =
    owners.length === 0 && label === 'obj' && tree.parsed.upos[verb] === 'VERB'
      ? verbSlots(tree, verb, hasPassiveForm(tree, verb))
      : undefined
  const agents = [
    ...open(tree, owners),
    ...modifiers.filter((m) => m.preposition === 'by').flatMap((m) => m.heads),
  ]
  return {
    subjects: carried?.subjects ?? [],
    isInherited: carried !== undefined,
    objects: modifiers
      .filter((m) => /^(?:on|against|at|of|into|upon)$/.test(m.preposition))
      .flatMap((m) => m.heads),
    agents: agents.length > 0 ? agents : (carried?.subjects ?? []),
    obliques: modifiers.filter((m) => m.preposition !== 'by'),
  }
}

/** Where a clause has no subject of its own, whose it shares. */
function inheritedSubject(tree: Tree, index: number, isPassive: boolean): number[] {
  const { labels, heads, upos } = tree.parsed
  let at = index
  let voice = isPassive
  for (let step = 0; step < MOST_STEPS; step++) {
    const label = labels[at] ?? ''
    const head = heads[at] ?? -1
    if (head < 0) return []
    if (label === 'acl' || label === 'acl:relcl') {
      // "an attempt to breach X": the attempt's own owner or the verb above knows who.
      const isParticiple = label === 'acl:relcl' || tree.parsed.xpos[at] !== 'VB'
      if (isParticiple) return [head]
      const owner = dependents(tree, head, 'nmod:poss')
      if (owner.length > 0) return owner
      at = head
      continue
    }
    const isClause =
      /^(?:conj|xcomp|advcl)$/.test(label) || (label === 'obj' && upos[at] === 'NOUN')
    if (!isClause) return []
    if (label === 'xcomp' && !voice) {
      // "ordered hackers to breach X": the object acts.
      const object = dependents(tree, head, 'obj', 'iobj')
      if (object.length > 0 && upos[head] === 'VERB') return object
    }
    const own = dependents(tree, head, ...SUBJECT)
    if (own.length > 0) {
      // A passive clause above an active one beside it: "X was hacked and lost data" shares X all the same.
      return own.map((i) => antecedent(tree, head, i))
    }
    voice = hasPassiveForm(tree, head)
    at = head
  }
  return []
}

const relatives = new Set(['who', 'which', 'that', 'whom'])

/** A relative pronoun stands for the noun that its clause describes. */
function antecedent(tree: Tree, verb: number, index: number): number {
  const { tokens, labels, heads } = tree.parsed
  if (!relatives.has((tokens[index] ?? '').toLowerCase())) return index
  let at = verb
  for (let step = 0; step < MOST_STEPS && at >= 0; step++) {
    const head = heads[at] ?? -1
    if (labels[at] === 'acl:relcl') return head
    if (labels[at] !== 'conj' && labels[at] !== 'xcomp') return index
    at = head
  }
  return index
}

function obliquesOf(tree: Tree, index: number, ...labels: readonly string[]): Oblique[] {
  return dependents(tree, index, ...labels).flatMap((i) => {
    const preposition = prepositionOf(tree, i)
    const groups: { preposition: string; heads: number[] }[] = [{ preposition, heads: [] }]
    // "in Taiwan, and against Japan": a conjunct may bring its own preposition.
    for (const head of withConjuncts(tree, i)) {
      const own = head === i ? '' : prepositionOf(tree, head)
      const group =
        own === '' || own === preposition ? groups[0] : groups.find((g) => g.preposition === own)
      if (group) group.heads.push(head)
      else groups.push({ preposition: own, heads: [head] })
    }
    return groups
  })
}

function open(tree: Tree, heads: readonly number[]): number[] {
  return [...new Set(heads.flatMap((i) => withConjuncts(tree, i)))]
}
