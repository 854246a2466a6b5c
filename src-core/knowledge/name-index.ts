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
  const { words, roots, step, formsAt } = buildTrie(names)
  const { classes, folded } = foldTables()
  const classAt = (text: string, at: number) => classes[text.charCodeAt(at)] ?? unit.other

  function findAll(text: string, start = 0, end = text.length): NameHit[] {
    const hits: NameHit[] = []
    const gaps = new GapReader()
    const underWay: Candidate[] = []
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
        settleAll(underWay, hits)
        continue
      }
      const node = roots[word] ?? 0
      if (underWay.length === 0 && node === 0) continue
      const closed = !joins(kind, i < text.length ? classAt(text, i) : unit.other)
      if (underWay.length > 0) {
        const between = gaps.value()
        let still = 0
        for (const candidate of underWay) {
          const next = between === gap.never ? 0 : step(candidate.node, between, word)
          if (next === 0) {
            if (candidate.best) hits.push(candidate.best)
            continue
          }
          candidate.node = next
          if (closed)
            candidate.best = hitAt(text, candidate.start, i, formsAt(next)) ?? candidate.best
          underWay[still++] = candidate
        }
        underWay.length = still
      }
      gaps.reset()
      if (node === 0 || joins(kind, classBefore(text, from))) continue
      const best = closed ? hitAt(text, from, i, formsAt(node)) : undefined
      underWay.push({ node, start: from, best })
    }
    settleAll(underWay, hits)
    return isInOrder(hits) ? hits : hits.sort((a, b) => a.start - b.start)
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

function settleAll(underWay: Candidate[], hits: NameHit[]): void {
  if (underWay.length === 0) return
  for (const { best } of underWay) if (best) hits.push(best)
  underWay.length = 0
}

function isInOrder(hits: readonly NameHit[]): boolean {
  for (let i = 1; i < hits.length; i += 1)
    if ((hits[i]?.start ?? 0) < (hits[i - 1]?.start ?? 0)) return false
  return true
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
  for (const { lead, tail, names, kinds } of forms) {
    if (lead !== '' && text.slice(start - lead.length, start) !== lead) continue
    const follows = tail === '' || text.startsWith(tail, end)
    // The point of "U.S." may be missing or end the sentence; other signs belong to the name.
    if (!follows && tail !== '.') continue
    const found = {
      start: start - lead.length,
      end: follows ? end + tail.length : end,
      names,
      kinds,
    }
    if (!hit || found.end - found.start > hit.end - hit.start) hit = found
    else if (found.end === hit.end && found.start === hit.start)
      hit = { ...hit, names: [...hit.names, ...names], kinds: hit.kinds | kinds }
  }
  return hit
}
