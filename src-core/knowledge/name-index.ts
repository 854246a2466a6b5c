import { foldTables, unit } from './fold-text'
import type { KnownName, NameHit, NameIndex } from './knowledge'
import { gap, GapReader, isWord } from './name-tokens'
import { buildTrie, type NameForm } from './name-trie'

/**
 * An index over names in which the text is read once, word by word: each word is hashed and, if any name has it, moves the names that are
 * under way one node on in a trie. Names are short, so only a few are ever under way: linear in the text. An Aho–Corasick automaton over
 * characters would do the same with ten times the memory and a test of word boundaries behind every hit.
 */
export function buildNameIndex(names: readonly KnownName[]): NameIndex {
  const { words, root, step, formsAt } = buildTrie(names)
  const { classes, folded } = foldTables()
  const classAt = (text: string, at: number) => classes[text.charCodeAt(at)] ?? unit.other

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
      words.read(text, i, end, kind)
      i = words.end()
      const word = words.number()
      if (word === 0) {
        if (underWay.length > 0) settleAll()
        continue
      }
      const closed = !joins(kind, i < text.length ? classAt(text, i) : unit.other)
      if (underWay.length > 0) {
        const between = gaps.value()
        const still: Candidate[] = []
        for (const candidate of underWay) {
          const node = between === gap.never ? 0 : step(candidate.node, between, word)
          if (node === 0) {
            settle(candidate)
            continue
          }
          candidate.node = node
          if (closed)
            candidate.best = hitAt(text, candidate.start, i, formsAt(node)) ?? candidate.best
          still.push(candidate)
        }
        underWay = still
      }
      gaps.reset()
      const node = root(word)
      if (node === 0 || joins(kind, classBefore(text, from))) continue
      const best = closed ? hitAt(text, from, i, formsAt(node)) : undefined
      underWay.push({ node, start: from, best })
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
