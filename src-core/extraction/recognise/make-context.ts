import type { Knowledge, KnownName, NameHit } from '../../knowledge/knowledge'
import type { SegmentedText, Sentence, Token } from '../stages'
import { capitalRuns, isLoud } from './capital-runs'
import { markCues, type CueMarks } from './cue-words'
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
  return {
    segmented,
    text,
    knowledge,
    hits,
    words,
    runs: capitalRuns(words, sentences, loud),
    loud,
    cues,
    hostile: hostileSentences(words, cues),
    knownAt: (start, end) => {
      const hit = hitAt.get(start)
      return hit?.end === end ? hit.names : []
    },
    known: rememberKnown(knowledge),
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

function hostileSentences(words: WordIndex, cues: CueMarks): Uint8Array {
  const hostile = new Uint8Array(Math.max(0, words.firstOf.length - 1))
  for (let i = 0; i < words.tokens.length; i++)
    if (cues.attack[i] === 1 || cues.actor[i] === 1) hostile[words.sentenceOf[i] ?? 0] = 1
  return hostile
}
