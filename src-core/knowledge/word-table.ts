import { foldTables, unit } from './fold-text'

/** Numbers words from 1; open addressing over one pool of folded units, so that neither building nor asking makes strings. */
export interface WordTable {
  /** Reads the word of class `kind` that begins at `start`; see `end` and `number`. */
  read: (text: string, start: number, limit: number, kind: number) => void
  /** Behind the word last read, marks inside and behind it included. */
  end: () => number
  /** Number of the word last read, 0 if it is none of the table's. */
  number: () => number
  /** The number of the word last read, given now if it has none. */
  numberOrNew: () => number
  /** How many words have a number; the last one's number. */
  size: () => number
}

/** Grows as needed; told how many words to expect it need not. */
export function createWordTable(expectedWords: number): WordTable {
  const { classes, folded } = foldTables()
  let chars = new Uint16Array(64 + expectedWords * 8)
  let used = 0
  let starts = new Int32Array(64 + expectedWords)
  let hashes = new Int32Array(64 + expectedWords)
  let slots = new Int32Array(powerOfTwo(64 + expectedWords * 2))
  let count = 0
  let longest = 0
  const buffer = new Uint16Array(256)
  let lastEnd = 0
  let lastHash = 0
  let lastLength = 0

  function read(text: string, start: number, limit: number, kind: number): void {
    let hash = 0x811c9dc5
    let length = 0
    let i = start
    for (; i < limit; i += 1) {
      const code = text.charCodeAt(i)
      const next = classes[code]
      if (next !== kind) {
        if (next !== unit.ignored) break
        continue
      }
      if (kind === unit.ideograph && length > 0) break
      const plain = folded[code] ?? code
      hash = Math.imul(hash ^ plain, 0x01000193)
      if (length < buffer.length) buffer[length] = plain
      length += 1
    }
    lastEnd = i
    lastHash = hash
    lastLength = length
  }

  function number(): number {
    if (lastLength > longest) return 0
    const mask = slots.length - 1
    let slot = (lastHash ^ (lastHash >>> 15)) & mask
    for (let word = slots[slot] ?? 0; word !== 0; word = slots[slot] ?? 0) {
      const from = starts[word] ?? 0
      if (hashes[word] === lastHash && (starts[word + 1] ?? 0) - from === lastLength) {
        let i = 0
        while (i < lastLength && chars[from + i] === buffer[i]) i += 1
        if (i === lastLength) return word
      }
      slot = (slot + 1) & mask
    }
    return 0
  }

  function place(word: number): void {
    const mask = slots.length - 1
    const hash = hashes[word] ?? 0
    let slot = (hash ^ (hash >>> 15)) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = word
  }

  function numberOrNew(): number {
    const known = number()
    if (known !== 0 || lastLength > buffer.length) return known
    count += 1
    if (count + 2 >= starts.length) {
      starts = withLength(starts, starts.length * 2)
      hashes = withLength(hashes, hashes.length * 2)
    }
    if (used + lastLength > chars.length) {
      const longer = new Uint16Array(chars.length * 2 + lastLength)
      longer.set(chars)
      chars = longer
    }
    starts[count] = used
    for (let i = 0; i < lastLength; i += 1) chars[used + i] = buffer[i] ?? 0
    used += lastLength
    starts[count + 1] = used
    hashes[count] = lastHash
    longest = Math.max(longest, lastLength)
    if (count * 2 > slots.length) {
      slots = new Int32Array(slots.length * 4)
      for (let word = 1; word < count; word += 1) place(word)
    }
    place(count)
    return count
  }

  return { read, end: () => lastEnd, number, numberOrNew, size: () => count }
}

/** The next one that is not smaller. */
export function powerOfTwo(size: number): number {
  let power = 1
  while (power < size) power *= 2
  return power
}

function withLength(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length)
  longer.set(numbers)
  return longer
}
