import type { Token } from '../stages'
import { abbreviationKind } from './abbreviations'

/** Groups the tokens of one paragraph into sentences. Linear; every token lands in exactly one sentence. */
export function splitSentences(tokens: readonly Token[]): (readonly Token[])[] {
  const sentences: (readonly Token[])[] = []
  let from = 0
  let depth = 0
  // A run of marks that close is walked once, however many of them may end a sentence: "......" has one end.
  let stop = 0
  let closed = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) break
    if (token.text === '(') depth++
    else if (token.text === ')') {
      depth = Math.max(0, depth - 1)
      if (i < stop) closed--
    }
    if (!mayEnd(token)) continue
    if (stop <= i) {
      stop = i + 1
      closed = 0
      for (; stop < tokens.length && closesQuote(tokens, stop); stop++)
        if (tokens[stop]?.text === ')') closed++
    }
    depth = Math.max(0, depth - closed)
    if (!begins(tokens, i, stop, depth > 0)) continue
    sentences.push(tokens.slice(from, stop))
    from = stop
    depth = 0
    i = stop - 1
  }
  if (from < tokens.length) sentences.push(tokens.slice(from))
  return sentences
}

function mayEnd(token: Token): boolean {
  const mark = token.text
  if (mark === '.' || mark === '!' || mark === '?' || mark === '…') return true
  const last = mark.charCodeAt(mark.length - 1)
  return last === 46 && (/^\.+$/.test(mark) || abbreviationKind(mark) === 'other')
}

/** A closing quotation mark or bracket stands tight against the full stop; an opening one has a blank before it. */
function closesQuote(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || !before) return false
  if (token.text === ')' || token.text === '”' || token.text === '»' || token.text === ']')
    return token.start - before.end <= 1
  if (token.text === '"' || token.text === "'" || token.text === '’')
    return token.start === before.end
  return token.text === '.' || token.text === '!' || token.text === '?'
}

/** Words that begin a sentence far more often than they go on after an abbreviation. */
const starters = new Set(
  'the a an in on at it its he she they we i this that these those but and or for from after before since when while as by to with what who why how there here no not one two three another other both all some many most more several such if although though however meanwhile according also last earlier later his her their our my your nor yet so then now asked'.split(
    ' ',
  ),
)

function begins(tokens: readonly Token[], end: number, next: number, inBrackets: boolean): boolean {
  const token = tokens[end]
  const first = tokens[next]
  if (!token || !first) return false
  const glued = tokens[next - 1]?.end === first.start
  const hard = token.text === '.' || token.text === '!' || token.text === '?'
  if (glued && !/^["“(«]/.test(first.text)) return false
  if (/^\p{Ll}/u.test(first.text) && !/^\p{Ll}+\p{Lu}/u.test(first.text)) return false
  if (inBrackets && token.text !== '.') return false
  if (/^[,;:)]/.test(first.text)) return false
  if (hard) return true
  if (token.text === '…' || token.text.startsWith('..')) return /^[\p{Lu}"“«]/u.test(first.text)
  return starters.has(first.lower) && /^\p{Lu}/u.test(first.text)
}
