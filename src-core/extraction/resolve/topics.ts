import type { EntityId } from '../../model/ids'
import type { Sentence } from '../stages'
import type { Reference } from './references'
import type { TopicActor, TopicState } from './resolved-text'

interface Entry {
  readonly entity: EntityId
  readonly unnamed: boolean
  lastSentence: number
  lastStart: number
  heading: boolean
  weight: number
  /** Times it was named so far, not counting references to it. */
  names: number
  /** What its namings are worth (`prominenceWeight`). */
  prominence: number
}

/** One naming of an actor, or a reference to it. */
export interface Naming {
  readonly entity: EntityId
  readonly start: number
  readonly heading: boolean
  readonly subject: boolean
  /** A name, not "the group" or "Chinese hackers". */
  readonly isName: boolean
  readonly unnamed: boolean
  /** Only "and" or a comma stands between it and the name before. */
  readonly beside: boolean
  /** Named only to compare: "overlaps with X", "unlike X", "once attributed to X". The talk stays with whom it was about. */
  readonly passing: boolean
}

const memory = 6
/** Sentences that a named actor is preferred over an unnamed one by. */
const unnamedHandicap = 1.5
/** What each doubling of an actor's namings is worth, in sentences: a report goes on about whom it names most. */
const prominenceWeight = 0.8
/** Sentences that an actor named in passing stands back by. */
const passingHandicap = 4

/** Who is being talked about, story by story: the last named or referred to first, with a bonus for headings and subjects. */
export class TopicTracker {
  private readonly entries = new Map<EntityId, Entry>()
  private story = -1
  /** The last two actors named side by side: "the former", "the latter". */
  private pair: readonly [EntityId, EntityId] | undefined
  private lastNamed: { readonly entity: EntityId; readonly sentence: number } | undefined

  enter(sentence: Sentence): void {
    if (sentence.story === this.story) return
    // Title and dateline are story 0: what they name is in mind when the first story begins.
    const opens = this.story === 0
    this.story = sentence.story
    if (opens) return
    this.entries.clear()
    this.pair = undefined
    this.lastNamed = undefined
  }

  state(sentence: Sentence): TopicState | undefined {
    if (this.entries.size === 0) return undefined
    const actors = this.foremost(sentence.index, memory).map((entry): TopicActor => ({
      entity: entry.entity,
      distance: sentence.index - entry.lastSentence,
      fromHeading: entry.heading,
    }))
    return { actors }
  }

  name(naming: Naming, sentence: Sentence): void {
    const { entity, start, heading, subject, isName, unnamed, beside, passing } = naming
    if (isName) {
      const before = this.lastNamed
      if (beside && before && before.entity !== entity && before.sentence === sentence.index)
        this.pair = [before.entity, entity]
      this.lastNamed = { entity, sentence: sentence.index }
    }
    const weight = passing ? -passingHandicap : (subject ? 0.6 : 0) + (heading ? 1 : 0)
    const known = this.entries.get(entity)
    if (passing && known && known.lastSentence + known.weight >= sentence.index + weight) return
    if (!known) {
      this.entries.set(entity, {
        entity,
        unnamed,
        lastSentence: sentence.index,
        lastStart: start,
        heading,
        weight,
        names: isName && !passing ? 1 : 0,
        prominence: isName && !passing ? prominenceOf(1) : prominenceOf(0),
      })
      return
    }
    if (isName && !passing) known.prominence = prominenceOf(++known.names)
    known.weight = known.lastSentence === sentence.index ? Math.max(known.weight, weight) : weight
    known.lastSentence = sentence.index
    known.lastStart = start
    known.heading = heading
  }

  /** The actor that a reference in this sentence stands for. */
  resolve(reference: Reference, sentence: Sentence): EntityId | undefined {
    if (reference.order) return this.pair?.[reference.order === 'former' ? 0 : 1]
    const [best] = this.foremost(sentence.index, 1)
    if (!best) return undefined
    const reach = reference.form !== 'pronoun' ? 25 : this.entries.size === 1 ? 8 : 3
    return sentence.index - best.lastSentence <= reach ? best.entity : undefined
  }

  /** The first few in order; of equals the one known for longer. Asked at every sentence, so nothing is sorted that nobody looks at. */
  private foremost(now: number, count: number): Entry[] {
    const best: Entry[] = []
    for (const entry of this.entries.values()) {
      let at = best.length
      for (; at > 0; at--) {
        const ahead = best[at - 1]
        if (!ahead || !isAhead(entry, ahead, now)) break
      }
      if (at >= count) continue
      if (best.length === count) best.pop()
      best.splice(at, 0, entry)
    }
    return best
  }
}

const prominenceOf = (names: number): number => prominenceWeight * Math.log2(1 + names)

const salience = (entry: Entry, now: number): number =>
  entry.lastSentence - now + entry.weight - (entry.unnamed ? unnamedHandicap : 0) + entry.prominence

function isAhead(a: Entry, b: Entry, now: number): boolean {
  const gain = salience(a, now) - salience(b, now)
  return gain > 0 || (gain === 0 && a.lastStart > b.lastStart)
}
