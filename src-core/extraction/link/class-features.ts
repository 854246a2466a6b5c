import type { FeatureIds } from '../score/feature-ids'
import { wordClassNames } from './lexicon/word-classes'

/** Where around a mention a word of a class stands: right behind, right before, within six words, in its clause, in its sentence, in the sentence before. */
export type ClassPlace = 'next' | 'previous' | 'near' | 'clause' | 'sentence' | 'earlier'

/** Writes one feature for each word class that a bit set names: `near relay`, `next bodyWord`, `next bodyWord demonym`. */
export interface ClassWriter {
  readonly add: (place: ClassPlace, bits: number) => void
  /** Of the word right behind, with the mention's form too: "Chinese hackers" is not "China hackers". */
  readonly addNext: (bits: number, form: string) => void
}

/** Features are looked up once: bit sets are read for every mention. */
export function classWriter(ids: FeatureIds, add: (id: number) => void): ClassWriter {
  const byPlace = tables((place) => (wordClass) => `${place} ${wordClass}`)
  const byForm = tables((form) => (wordClass) => `next ${wordClass} ${form}`)
  const write = (table: Int32Array, bits: number): void => {
    for (let i = 0, rest = bits; rest !== 0; i++, rest >>>= 1)
      if ((rest & 1) !== 0) add(table[i] ?? -1)
  }
  return {
    add: (place, bits) => {
      if (bits !== 0) write(byPlace(place), bits)
    },
    addNext: (bits, form) => {
      if (bits === 0) return
      write(byPlace('next'), bits)
      write(byForm(form), bits)
    },
  }

  /** One table a place or form, of which there are few. */
  function tables(
    nameOf: (key: string) => (wordClass: string) => string,
  ): (key: string) => Int32Array {
    const known = new Map<string, Int32Array>()
    return (key) => {
      const table =
        known.get(key) ??
        Int32Array.from(wordClassNames, (wordClass) => ids.of(nameOf(key)(wordClass)))
      known.set(key, table)
      return table
    }
  }
}
