import type { Knowledge, KnownName, NameHit } from '../../knowledge/knowledge'
import type { SegmentedText, Sentence, Token } from '../stages'
import { capitalRuns, isLoud } from './capital-runs'
import { markCues } from './cue-words'
import type { RecogniseContext } from './recogniser'
import { indexWords, type WordIndex } from './word-index'

export function makeContext(segmented: SegmentedText, knowledge: Knowledge): RecogniseContext {
  const { text } = segmented.source
  const { sentences } = segmented
  const words = indexWords(sentences)
  const sentenceAt = (offset: number): number => findSentence(sentences, offset)
  const hits = hitsInSentences(knowledge.names.findAll(text), sentences)
  const hitAt = new Map(hits.map((hit) => [hit.start, hit]))
  const loud = Uint8Array.from(sentences, (sentence) => (isLoud(sentence.tokens) ? 1 : 0))
  const cues = markCues(words.tokens)
  const speaksOf = {
    actor: hintsBySentence(words, cues.actor),
    software: hintsBySentence(words, cues.software),
    attack: hintsBySentence(words, cues.attack),
  }
  const hostile = eitherOf(speaksOf.actor, speaksOf.attack)
  return {
    segmented,
    text,
    knowledge,
    hits,
    words,
    runs: capitalRuns(words, sentences, loud),
    loud,
    shouted: Uint8Array.from(sentences, (sentence) => (isShouted(text, sentence) ? 1 : 0)),
    cues,
    speaksOf,
    hostile,
    aboutAttacks: hostile.reduce((sum, one) => sum + one, 0) >= 2 || namesGangs(hits, knowledge),
    knownAt: (start, end) => {
      const hit = hitAt.get(start)
      return hit?.end === end ? hit.names : []
    },
    known: rememberKnown(knowledge),
    runNames: new Map(),
    sentenceAt,
    tokenAt: (offset) => findToken(words.tokens, offset),
  }
}

/** Both lists are in text order: one pass. Hits in chrome, and across sentences, are dropped. */
function hitsInSentences(hits: readonly NameHit[], sentences: readonly Sentence[]): NameHit[] {
  const kept: NameHit[] = []
  let s = 0
  for (const hit of hits) {
    while (s < sentences.length && (sentences[s]?.end ?? 0) <= hit.start) s++
    const sentence = sentences[s]
    if (!sentence) break
    if (hit.start >= sentence.start && hit.end <= sentence.end) kept.push(hit)
  }
  return kept
}

/** Three gangs or groups that the tables know: such a text is about them. */
function namesGangs(hits: readonly NameHit[], knowledge: Knowledge): boolean {
  const groups = new Set<string>()
  for (const { names } of hits) {
    const group = names.find(
      ({ kind, key }) => kind === 'actor' || knowledge.software.get(key)?.class === 'ransomware',
    )
    if (group) groups.add(group.key)
  }
  return groups.size >= 3
}

function findSentence(sentences: readonly Sentence[], offset: number): number {
  let low = 0
  let high = sentences.length - 1
  while (low <= high) {
    const mid = (low + high) >> 1
    const sentence = sentences[mid]
    if (!sentence) return -1
    if (offset < sentence.start) high = mid - 1
    else if (offset >= sentence.end) low = mid + 1
    else return mid
  }
  return -1
}

function findToken(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((tokens[mid]?.end ?? 0) <= offset) low = mid + 1
    else high = mid
  }
  return low
}

function rememberKnown(knowledge: Knowledge): (surface: string) => readonly KnownName[] {
  const asked = new Map<string, readonly KnownName[]>()
  return (surface) => {
    const before = asked.get(surface)
    if (before) return before
    const found = knowledge.names.lookUp(surface)
    asked.set(surface, found)
    return found
  }
}

/** By sentence: whether any word of it hints at attackers, programs or attacks. */
function hintsBySentence(words: WordIndex, marks: Uint8Array): Uint8Array {
  const found = new Uint8Array(Math.max(0, words.firstOf.length - 1))
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1) found[words.sentenceOf[i] ?? 0] = 1
  return found
}

function eitherOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((value, i) => value | (b[i] ?? 0))
}

function isShouted(text: string, { start, end }: Sentence): boolean {
  let capitals = 0
  let small = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) small++
    else if (code >= 65 && code <= 90) capitals++
  }
  return capitals > (capitals + small) * 0.6
}
