/** What `predicates` of clauses.ts gives; its head explains the fields. All numbers are token indices. */
export interface Oblique {
  /** Lower case; '' for a noun phrase without one ("last week"). */
  readonly preposition: string
  /** The noun and its conjuncts. */
  readonly heads: readonly number[]
}

export interface Embedding {
  readonly index: number
  readonly lemma: string
  readonly isPassive: boolean
  readonly negation: number
  /** How the clause below hangs on it: xcomp, ccomp, advcl, acl, parataxis … */
  readonly label: string
}

export interface Slots {
  readonly subjects: readonly number[]
  readonly isInherited: boolean
  readonly objects: readonly number[]
  /** "by …" of a passive, "by …" or the possessor of a noun. */
  readonly agents: readonly number[]
  readonly obliques: readonly Oblique[]
}

export interface Predicate extends Slots {
  readonly index: number
  readonly lemma: string
  readonly kind: 'verb' | 'noun'
  readonly isPassive: boolean
  readonly negation: number
  /** Lemmas of auxiliaries and modals: "may", "have", "be". */
  readonly auxiliaries: readonly string[]
  /** Particle of a phrasal verb: "break" + "into" is an oblique, "carry" + "out" has the particle "out". */
  readonly particle: string
  readonly embedding: readonly Embedding[]
  readonly actors: readonly number[]
  readonly undergoers: readonly number[]
}
