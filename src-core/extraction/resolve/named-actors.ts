import type { Knowledge } from '../../knowledge/knowledge'
import type { EntityId } from '../../model/ids'
import type { Recognition, SegmentedText } from '../stages'

/** Named actors that a description may mean, in text order. */
export interface Fitting {
  readonly actors: readonly Recognition[]
  /** All of them are one actor. */
  readonly isOne: boolean
}

const everyStory = 0

/** The named actors of each story by where they may come from; made once for each pair, so that a long text stays linear. */
export class NamedActors {
  private readonly byStory = new Map<number, Recognition[]>()
  private readonly made = new Map<string, Fitting>()

  constructor(
    segmented: SegmentedText,
    bySentence: readonly (readonly Recognition[])[],
    private readonly merged: ReadonlyMap<Recognition, EntityId>,
    private readonly knowledge: Knowledge,
  ) {
    const all: Recognition[] = []
    for (const { index, story } of segmented.sentences)
      for (const one of bySentence[index] ?? []) {
        if (one.kind !== 'actor' || one.unnamed === true) continue
        all.push(one)
        if (story === everyStory) continue
        const own = this.byStory.get(story)
        if (own) own.push(one)
        else this.byStory.set(story, [one])
      }
    // Title and dateline speak of all stories.
    this.byStory.set(everyStory, all)
  }

  mayMean({ origin }: Recognition, story: number): Fitting {
    const key = `${story} ${origin ?? ''}`
    const known = this.made.get(key)
    if (known) return known
    const named = this.byStory.get(story) ?? []
    const actors =
      origin === undefined ? named : named.filter((one) => mayComeFrom(one, origin, this.knowledge))
    const isOne = new Set(actors.map((one) => this.merged.get(one))).size === 1
    const fitting = { actors, isOne }
    this.made.set(key, fitting)
    return fitting
  }
}

function mayComeFrom(named: Recognition, origin: string, knowledge: Knowledge): boolean {
  const known = knowledge.actors.get(named.key)?.origin ?? named.origin
  return known === undefined || known === origin
}

/** Index of the first that starts at an offset or behind it. */
export function firstFrom(named: readonly Recognition[], offset: number): number {
  let low = 0
  let high = named.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((named[mid]?.start ?? 0) < offset) low = mid + 1
    else high = mid
  }
  return low
}

/** No more characters stand between an actor and its description. */
export const appositionReach = 60
const longestName = 400

/** Those within reach of a description on either side. */
export function around(
  named: readonly Recognition[],
  { start, end }: Recognition,
  reach: number,
): readonly Recognition[] {
  return named.slice(
    firstFrom(named, start - reach - longestName),
    firstFrom(named, end + reach + 1),
  )
}
