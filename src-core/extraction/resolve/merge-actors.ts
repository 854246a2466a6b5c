import type { Knowledge } from '../../knowledge/knowledge'
import { entityId, type EntityId } from '../../model/ids'
import type { Recognition, SegmentedText } from '../stages'
import { appositionReach, around, firstFrom, NamedActors } from './named-actors'
import type { StatedAlias } from './resolve-mentions'

/**
 * One entity for every set of names that the report equates, and for unnamed mentions that mean a named actor.
 * Returns only what differs from the recognition's own key.
 */
export function mergeActors(
  segmented: SegmentedText,
  bySentence: readonly (readonly Recognition[])[],
  stated: readonly StatedAlias[],
  knowledge: Knowledge,
): Map<Recognition, EntityId> {
  const parents = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up
    return at
  }
  for (const { first, second, rule } of stated) {
    const a = root(first.key)
    const b = root(second.key)
    if (a === b || (rule !== 'alias/stated' && areDistinctlyKnown(a, b, knowledge))) continue
    // The known key wins, so that the case can fold reports that wear different names.
    if (!knowledge.actors.has(a) && knowledge.actors.has(b)) parents.set(a, b)
    else parents.set(b, a)
  }
  const merged = new Map<Recognition, EntityId>()
  for (const group of bySentence)
    for (const recognition of group)
      if (recognition.kind === 'actor' && recognition.unnamed !== true)
        merged.set(recognition, entityId('actor', root(recognition.key)))
  mergeUnnamed(segmented, bySentence, merged, knowledge)
  mergeShortNames(segmented, bySentence, merged)
  return merged
}

/** Both are known and the knowledge base keeps them apart: a bracket or a list is not enough to join them. */
function areDistinctlyKnown(a: string, b: string, knowledge: Knowledge): boolean {
  const one = knowledge.actors.get(a)
  const other = knowledge.actors.get(b)
  return one !== undefined && other !== undefined && one.origin !== other.origin
}

/**
 * "Chinese hackers" in a headline, or "the Chinese group" later on, mean the story's only named actor that may come
 * from there. An indefinite mention in running text stays an actor of its own.
 */
function mergeUnnamed(
  segmented: SegmentedText,
  bySentence: readonly (readonly Recognition[])[],
  merged: Map<Recognition, EntityId>,
  knowledge: Knowledge,
): void {
  const { text } = segmented.source
  const namedOf = new NamedActors(segmented, bySentence, merged, knowledge)
  for (const sentence of segmented.sentences)
    for (const r of bySentence[sentence.index] ?? []) {
      if (r.kind !== 'actor' || r.unnamed !== true) continue
      const fitting = namedOf.mayMean(r, sentence.story)
      const beside = around(fitting.actors, r, appositionReach).find((n) =>
        isApposition(text, n, r),
      )
      const single = /\b(?:group|gang|crew|actor|unit|team|cluster|outfit|collective|apt)$/i.test(
        r.surface,
      )
      const lead = sentence.zone === 'title' || sentence.paragraph <= 1
      const definite = /\b(?:the|this|these|those|that)\s+(?:[\w-]+\s+)?$/i.test(
        text.slice(Math.max(0, r.start - 24), r.start),
      )
      const target =
        beside ??
        (lead && fitting.isOne ? fitting.actors[0] : undefined) ??
        (definite ? fitting.actors[firstFrom(fitting.actors, r.start) - 1] : undefined) ??
        (single && r.origin !== undefined ? nearest(fitting.actors, r, merged) : undefined)
      const id = target && merged.get(target)
      if (id) merged.set(r, id)
    }
}

/** "It stands for a China-nexus espionage group": a description of the one group that is being talked about. */
function nearest(
  named: readonly Recognition[],
  unnamed: Recognition,
  merged: ReadonlyMap<Recognition, EntityId>,
): Recognition | undefined {
  const at = firstFrom(named, unnamed.start)
  let from = at
  while (from > 0 && unnamed.sentence - (named[from - 1]?.sentence ?? -3) <= 2) from--
  let to = at
  while (to < named.length && (named[to]?.sentence ?? Infinity) - unnamed.sentence <= 2) to++
  const near = named.slice(from, to)
  return new Set(near.map((n) => merged.get(n))).size === 1 ? near[0] : undefined
}

/** "APT31, a Chinese group", "a Chinese group known as APT31", "the Chinese group APT31", "Russia's Cozy Bear". */
function isApposition(text: string, named: Recognition, unnamed: Recognition): boolean {
  const [first, second] = named.start < unnamed.start ? [named, unnamed] : [unnamed, named]
  const gap = text.slice(first.end, second.start)
  if (gap.length > appositionReach) return false
  if (named.start < unnamed.start)
    return /^(?:,|\s[—–(-]|,? (?:is|was)|,? (?:which|who|that) (?:is|are)|,? (?:believed|said|thought|considered) to be)\s*(?:(?:a|an|the|another|one of the|suspected|alleged|also|likely|probably|known)\s+)*(?:[\w-]+\s+){0,3}$/i.test(
      gap,
    )
  return /^(?:\s*|,? (?:that |which |it |they )?(?:is |are |was |were )?(?:known|tracked|dubbed|called|named|identified|referred to)(?: by [\w ]+)?(?: as)?\s*|,? (?:by the name of|with the name|calling itself|called|named|the)\s+)["“'‘]?$/i.test(
    gap,
  )
}

/**
 * One body under several names or kinds: "Millrace" after "Millrace Incident Response", "Police Security Service (PST)",
 * Microsoft as a vendor here and an organisation there.
 */
function mergeShortNames(
  segmented: SegmentedText,
  bySentence: readonly (readonly Recognition[])[],
  merged: Map<Recognition, EntityId>,
): void {
  const { text } = segmented.source
  const bodies: Body[] = []
  for (const group of bySentence)
    for (const one of group)
      if (one.kind === 'organization' || one.kind === 'vendor')
        bodies.push({ one, kind: one.kind, lower: one.surface.toLowerCase() })
  const names = new Map<string, EntityId>()
  const offer = (name: string, id: EntityId): void => {
    if (name !== '' && !names.has(name)) names.set(name, id)
  }
  const idOf = ({ one, kind, lower }: Body): EntityId => names.get(lower) ?? entityId(kind, one.key)
  // Vendors first: their kind says more.
  const sorted = bodies.toSorted(
    (a, b) =>
      Number(b.kind === 'vendor') - Number(a.kind === 'vendor') ||
      b.one.surface.length - a.one.surface.length ||
      a.one.start - b.one.start,
  )
  for (const body of sorted) {
    const id = idOf(body)
    offer(body.lower, id)
    for (const alias of body.one.aliases ?? []) offer(alias.toLowerCase(), id)
    if (body.one.strength < 0.5 || !/[\s,]/.test(body.one.surface)) continue
    const words = body.one.surface.split(/[\s,]+/)
    if (words.length < 2) continue
    for (const name of [words[0] ?? '', words.slice(0, 2).join(' ')])
      if (/^\p{Lu}[\p{L}\d-]{3,}/u.test(name) && !generic.has(name.toLowerCase()))
        offer(name.toLowerCase(), id)
  }
  const inOrder = bodies.toSorted((a, b) => a.one.start - b.one.start)
  inOrder.forEach((body, i) => {
    const next = inOrder[i + 1]
    if (
      next &&
      next.one.start - body.one.end <= 2 &&
      /^\s?\($/.test(text.slice(body.one.end, next.one.start)) &&
      text[next.one.end] === ')'
    )
      names.set(next.lower, idOf(body))
  })
  for (const body of bodies) merged.set(body.one, idOf(body))
}

interface Body {
  readonly one: Recognition
  readonly kind: 'organization' | 'vendor'
  /** Its surface in lower case. */
  readonly lower: string
}

const generic = new Set(
  `ministry department office national federal state central security police public general international european united
  north south east west new the bank university institute court council board committee commission agency service health
  foreign defence defense american british chinese russian german french dutch bureau center centre city port royal cyber`.split(
    /\s+/,
  ),
)
