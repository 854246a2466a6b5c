import { foldTables, unit } from './fold-text'
import type { KnownName, NameHit, NameIndex } from './knowledge'
import { gap, GapReader, isWord } from './name-tokens'
import { buildTrie, edgeHash, hashSeed, hashSlot, hashStep, type NameForm } from './name-trie'

/**
 * An index over names in which the text is read once, word by word: each word is hashed and, if any name has it, moves the names that are
 * under way one node on in a trie. Names are short, so only a few are ever under way: linear in the text. An Aho–Corasick automaton over
 * characters would do the same with ten times the memory and a test of word boundaries behind every hit.
 */
export function buildNameIndex(names: readonly KnownName[]): NameIndex {
  const trie = buildTrie(names)
  const { wordHashes, wordSlots, wordChars, wordStarts, roots, edgeSlots, edges, longestWord } =
    trie
  const { classes, folded } = foldTables()
  const wordMask = wordSlots.length - 1
  const edgeMask = edgeSlots.length - 1
  const buffer = new Uint16Array(longestWord + 1)
  const classAt = (text: string, at: number) => classes[text.charCodeAt(at)] ?? unit.other

  const wordOf = (hash: number, length: number): number => {
    let slot = hashSlot(hash, wordMask)
    for (let word = wordSlots[slot] ?? 0; word !== 0; word = wordSlots[slot] ?? 0) {
      const from = wordStarts[word] ?? 0
      if (wordHashes[word] === hash && (wordStarts[word + 1] ?? 0) - from === length) {
        let i = 0
        while (i < length && wordChars[from + i] === buffer[i]) i += 1
        if (i === length) return word
      }
      slot = (slot + 1) & wordMask
    }
    return 0
  }
  const follow = (node: number, between: number, word: number): number => {
    let slot = hashSlot(edgeHash(node, between, word), edgeMask)
    for (let edge = edgeSlots[slot] ?? 0; edge !== 0; edge = edgeSlots[slot] ?? 0) {
      if (edges.node[edge] === node && edges.gap[edge] === between && edges.word[edge] === word)
        return edge
      slot = (slot + 1) & edgeMask
    }
    return 0
  }

  function findAll(text: string, start = 0, end = text.length): NameHit[] {
    const hits: NameHit[] = []
    const gaps = new GapReader()
    let underWay: Candidate[] = []
    const order = { kept: true, lastStart: -1 }
    const settle = (candidate: Candidate) => {
      if (!candidate.best) return
      hits.push(candidate.best)
      if (candidate.best.start < order.lastStart) order.kept = false
      order.lastStart = candidate.best.start
    }
    const settleAll = () => {
      for (const candidate of underWay) settle(candidate)
      underWay = []
    }
    let i = start
    while (i < end) {
      const code = text.charCodeAt(i)
      const kind = classes[code] ?? unit.other
      if (!isWord(kind)) {
        if (underWay.length > 0) gaps.add(kind, folded[code] ?? 0)
        i += 1
        continue
      }
      const from = i
      let hash = hashSeed
      let length = 0
      for (; i < end; i += 1) {
        const next = text.charCodeAt(i)
        const nextKind = classes[next]
        if (nextKind === unit.ignored) continue
        if (nextKind !== kind || (kind === unit.ideograph && length > 0)) break
        const plain = folded[next] ?? next
        hash = hashStep(hash, plain)
        if (length < longestWord) buffer[length] = plain
        length += 1
      }
      const word = length <= longestWord ? wordOf(hash, length) : 0
      if (word === 0) {
        if (underWay.length > 0) settleAll()
        continue
      }
      const closed = !joins(kind, i < text.length ? classAt(text, i) : unit.other)
      if (underWay.length > 0) {
        const between = gaps.value()
        const still: Candidate[] = []
        for (const candidate of underWay) {
          const node = between === gap.never ? 0 : follow(candidate.node, between, word)
          if (node === 0) {
            settle(candidate)
            continue
          }
          candidate.node = node
          if (closed)
            candidate.best = hitAt(text, candidate.start, i, trie.forms[node]) ?? candidate.best
          still.push(candidate)
        }
        underWay = still
      }
      gaps.reset()
      const root = roots[word] ?? 0
      if (root === 0 || joins(kind, classBefore(text, from))) continue
      const best = closed ? hitAt(text, from, i, trie.forms[root]) : undefined
      underWay.push({ node: root, start: from, best })
    }
    settleAll()
    return order.kept ? hits : hits.sort((a, b) => a.start - b.start)
  }

  /** Class of the unit before, marks skipped. */
  function classBefore(text: string, at: number): number {
    let i = at - 1
    while (i >= 0 && classAt(text, i) === unit.ignored) i -= 1
    return i < 0 ? unit.other : classAt(text, i)
  }

  return {
    size: names.length,
    findAll,
    lookUp(surface) {
      const [hit] = findAll(surface.trim())
      return hit?.start === 0 && hit.end === surface.trim().length ? hit.names : []
    },
  }
}

/** A name that the last words may be the beginning of. */
interface Candidate {
  node: number
  readonly start: number
  best: NameHit | undefined
}

/** Letters and digits join into one word; ideographs are words of their own. */
const joins = (kind: number, neighbour: number) =>
  kind !== unit.ideograph && (neighbour === unit.letter || neighbour === unit.digit)

function hitAt(
  text: string,
  start: number,
  end: number,
  forms: readonly NameForm[] | undefined,
): NameHit | undefined {
  if (!forms) return undefined
  let hit: NameHit | undefined
  for (const { lead, tail, names } of forms) {
    if (lead !== '' && text.slice(start - lead.length, start) !== lead) continue
    const follows = tail === '' || text.startsWith(tail, end)
    // The point of "U.S." may be missing or end the sentence; other signs belong to the name.
    if (!follows && tail !== '.') continue
    const found = { start: start - lead.length, end: follows ? end + tail.length : end, names }
    if (!hit || found.end - found.start > hit.end - hit.start) hit = found
    else if (found.end === hit.end && found.start === hit.start)
      hit = { ...hit, names: [...hit.names, ...names] }
  }
  return hit
}
