import type { FeatureIds } from './feature-ids'
import { FeatureList } from './feature-list'

/**
 * Writes down what is true of one thing. A feature is one line, written as people read it:
 *
 *     say`prep ${marker} ${kind}`      values from fixed lists: kinds, slots, classes
 *     quote`before ${word}`            one word of the text
 *     name(`own ${slot} ${own}`)       anything else; slower
 *
 * That line is all there is to adding one: the next run of build/scripts/fit-links.ts weighs it. Its name is put together once and found
 * by its values from then on, so that no string is built for a mention or a pair. Values that are not in a name any scorer knows cost
 * a look-up and leave nothing behind.
 */
export interface FeatureWriter {
  readonly say: (text: TemplateStringsArray, a?: string, b?: string, c?: string) => void
  readonly quote: (text: TemplateStringsArray, word: string) => void
  readonly name: (name: string) => void
  /** A feature whose number was looked up before. */
  readonly add: (id: number) => void
  /** The features written since the last call. */
  readonly take: () => FeatureList
}

/** The id of a finished name, or what comes next by the value of the next slot. */
type Step = number | Map<string, Step>

/** Values come from fixed lists; should one not, its names are built anew each time instead of being kept. */
const mostValues = 1000

export function featureWriter(ids: FeatureIds): FeatureWriter {
  const sites = new Map<TemplateStringsArray, Step>()
  const words = new Map<TemplateStringsArray, ReadonlyMap<string, number>>()
  const written: number[] = []
  /** By feature: the round in which it was last written. */
  const rounds: number[] = Array.from({ length: ids.size }, () => 0)
  let count = 0
  let round = 1

  const add = (id: number): void => {
    if (id < 0 || rounds[id] === round) return
    rounds[id] = round
    written[count++] = id
  }

  return {
    add,
    name: (name) => {
      add(ids.of(name))
    },
    say: (text, a = '', b = '', c = '') => {
      let step = sites.get(text) ?? grow(sites, text, text, [], 0)
      if (typeof step !== 'number') step = step.get(a) ?? grow(step, a, text, [a], 1)
      if (typeof step !== 'number') step = step.get(b) ?? grow(step, b, text, [a, b], 2)
      if (typeof step !== 'number') step = step.get(c) ?? grow(step, c, text, [a, b, c], 3)
      if (typeof step === 'number') add(step)
    },
    quote: (text, word) => {
      const [start = '', end = ''] = text
      if (!ids.closed) {
        add(ids.of(`${start}${word}${end}`))
        return
      }
      let known = words.get(text)
      if (!known) {
        known = valuesIn(ids.closed, start, end)
        words.set(text, known)
      }
      add(known.get(word) ?? -1)
    },
    take: () => {
      const list = new FeatureList(written.slice(0, count))
      count = 0
      round++
      return list
    },
  }

  function grow<Key>(
    steps: Map<Key, Step>,
    key: Key,
    text: TemplateStringsArray,
    values: readonly string[],
    filled: number,
  ): Step {
    const step = filled < text.length - 1 ? new Map<string, Step>() : ids.of(composed(text, values))
    if (steps.size < mostValues) steps.set(key, step)
    return step
  }
}

function composed(text: TemplateStringsArray, values: readonly string[]): string {
  return text.map((part, i) => part + (values[i] ?? '')).join('')
}

/** What stands in the slot of each known name of this form. */
function valuesIn(names: readonly string[], start: string, end: string): Map<string, number> {
  const found = new Map<string, number>()
  names.forEach((name, id) => {
    if (name.startsWith(start) && name.endsWith(end) && name.length >= start.length + end.length)
      found.set(name.slice(start.length, name.length - end.length), id)
  })
  return found
}
