import type { KnownName } from './knowledge'

/** Whether the words as they stand in a text have the capitals that the name asks for. ALL CAPS agrees with `capitalised`, not with `exact`. */
export function agreesInCase(written: string, name: KnownName): boolean {
  if (name.written === undefined || written === name.surface) return true
  if (name.written === 'exact') return plain(written) === plain(name.surface)
  return hasCapitals(written, name.surface)
}

const plain = (words: string) => words.replace(/[\s\p{Pd}.]+/gu, '').normalize('NFC')

/** Word by word: where the published name has a capital, the text must have one too. Extra or joined words do not matter. */
function hasCapitals(written: string, surface: string): boolean {
  const wanted = surface.split(/[\s\p{Pd}]+/u)
  const given = written.split(/[\s\p{Pd}]+/u)
  return given.every((word, index) => !startsUpper(wanted[index] ?? '') || startsUpper(word))
}

const startsUpper = (word: string) => /^\P{L}*\p{Lu}/u.test(word)
