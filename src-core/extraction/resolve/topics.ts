import type { EntityId } from '../../model/ids'
import type { Sentence } from '../stages'
import type { Reference } from './references'
import type { TopicActor, TopicState } from './resolved-text'

interface Entry {
  readonly entity: EntityId
  lastSentence: number
  /** Character order of the last naming, for "the former" and "the latter". */
  lastStart: number
  heading: boolean
  weight: number
}

const memory = 6

/** Who is being talked about, story by story: the last named or referred to first, with a bonus for headings and subjects. */
export class TopicTracker {
  private readonly entries = new Map<EntityId, Entry>()
  private story = -1

  enter(sentence: Sentence): void {
    if (sentence.story === this.story) return
    this.story = sentence.story
    this.entries.clear()
  }

  state(sentence: Sentence): TopicState | undefined {
    const actors: TopicActor[] = this.ranked(sentence.index)
      .slice(0, memory)
      .map((entry) => ({
        entity: entry.entity,
        distance: sentence.index - entry.lastSentence,
        fromHeading: entry.heading,
      }))
    return actors.length === 0 ? undefined : { actors }
  }

  name(
    entity: EntityId,
    sentence: Sentence,
    start: number,
    heading: boolean,
    subject: boolean,
  ): void {
    const known = this.entries.get(entity)
    const weight = (subject ? 0.6 : 0) + (heading ? 1 : 0)
    if (known) {
      if (known.lastSentence !== sentence.index) known.weight = weight
      else known.weight = Math.max(known.weight, weight)
      known.lastSentence = sentence.index
      known.lastStart = start
      known.heading = heading
    } else
      this.entries.set(entity, {
        entity,
        lastSentence: sentence.index,
        lastStart: start,
        heading,
        weight,
      })
  }

  /** The actor that a reference in this sentence stands for. */
  resolve(reference: Reference, sentence: Sentence): EntityId | undefined {
    if (reference.order) {
      const named = [...this.entries.values()].sort((a, b) => b.lastStart - a.lastStart)
      return named[reference.order === 'latter' ? 0 : 1]?.entity
    }
    const best = this.ranked(sentence.index)[0]
    if (!best) return undefined
    const reach = reference.form === 'pronoun' ? 3 : 25
    return sentence.index - best.lastSentence <= reach ? best.entity : undefined
  }

  private ranked(now: number): Entry[] {
    const score = (entry: Entry): number => (now - entry.lastSentence) * -1 + entry.weight
    return [...this.entries.values()].sort(
      (a, b) => score(b) - score(a) || b.lastStart - a.lastStart,
    )
  }
}
