import type { Token } from '../stages'
import { abbreviationKind } from './abbreviations'
import { makeToken } from './make-token'

/**
 * Cuts text into words as Universal Dependencies does: clitics apart ("state | 's", "did | n't"), punctuation apart. Kept whole are
 * hyphenated words and whatever a report may write as one name: addresses (defanged too), CVE ids, file names, versions, numbers.
 * Linear in the length of the text.
 */
export function tokenise(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    let stop = at
    let plain = true
    while (stop < end) {
      const code = text.charCodeAt(stop)
      if (isSpace(code)) break
      if (!isAsciiLetter(code)) plain = false
      stop++
    }
    if (plain) pushPlain(text, at, stop, tokens)
    else cutChunk(text, at, stop, tokens)
    at = stop
  }
  return tokens
}

function pushPlain(text: string, start: number, end: number, tokens: Token[]): void {
  if (end - start === 6 && isCannot(text, start)) {
    push(text, start, start + 3, tokens)
    push(text, start + 3, end, tokens)
  } else push(text, start, end, tokens)
}

function isCannot(text: string, start: number): boolean {
  return (
    (text.charCodeAt(start) | 32) === 99 && text.slice(start, start + 6).toLowerCase() === 'cannot'
  )
}

function push(text: string, start: number, end: number, tokens: Token[]): void {
  if (end > start) tokens.push(makeToken(text, start, end))
}

const openers = new Set('"\'“”„‘’«»‹›([{<¿¡—–−•·▪‣∙◦●○*|~=+△▲►→※_/\\…`#'.split(''))
const closers = new Set('"\'“”„‘’«»‹›)]}>,;:!?…—–−•·|~=*_/\\`™®©'.split(''))
const currency = new Set('$€£¥₩₹₽₺₴₪฿'.split(''))

/** A run without white space that is more than plain letters. */
function cutChunk(text: string, start: number, end: number, tokens: Token[]): void {
  let from = start
  while (from < end && opensChunk(text, from, end)) {
    push(text, from, from + 1, tokens)
    from++
  }
  const tail: number[] = []
  let to = end
  while (to > from && closesChunk(text, from, to)) {
    to--
    tail.push(to)
  }
  cutCore(text, from, to, tokens)
  for (let i = tail.length - 1; i >= 0; i--) pushTail(text, tail, i, tokens)
}

/** Runs of full stops stay together as an ellipsis. */
function pushTail(text: string, tail: readonly number[], i: number, tokens: Token[]): void {
  const at = tail[i]
  if (at === undefined) return
  const last = tokens.at(-1)
  if (text[at] === '.' && last?.end === at && last.text.startsWith('.')) {
    tokens.pop()
    push(text, last.start, at + 1, tokens)
  } else push(text, at, at + 1, tokens)
}

function opensChunk(text: string, at: number, end: number): boolean {
  const mark = text[at]
  if (mark === undefined) return false
  if (mark === '[' || mark === '(' || mark === '{') return !isDefangAt(text, at)
  if (currency.has(mark)) return true
  if (mark === '.' || mark === '-') {
    const next = text.charCodeAt(at + 1)
    return at + 1 >= end || !isWordCode(next)
  }
  if (mark === '/' || mark === '\\') return at + 1 >= end || !isWordCode(text.charCodeAt(at + 1))
  return openers.has(mark)
}

function closesChunk(text: string, from: number, to: number): boolean {
  const mark = text[to - 1]
  if (mark === undefined) return false
  if (mark === '.') return !keepsFullStop(text, from, to)
  if (mark === '-') return true
  if (mark === '%') return true
  if (mark === ']' || mark === ')' || mark === '}') {
    const open = matchingOpener(text, from, to - 1)
    // "NoName057(16)", "Safe{Wallet}": the bracket belongs to the name.
    return open < 0 || open === from || !isWordCode(text.charCodeAt(open - 1))
  }
  return closers.has(mark)
}

const openerOf: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
/** How far back a bracket may open: names are short, and the bound keeps the scan linear. */
const bracketReach = 40

function matchingOpener(text: string, from: number, at: number): number {
  const opener = openerOf[text[at] ?? '']
  const limit = Math.max(from, at - bracketReach)
  for (let i = at - 1; i >= limit; i--) if (text[i] === opener) return i
  return -1
}

const numbering =
  /^(?:nos?|sec|figs?|vol|paras?|art|arts|sect|ch|pp|c|v|eds?|min|max|sun|mar|sat|mon|ft|rd|ext|tel|hon|mt|est|est|rep|col|sen|acc|med|gov|other)\.$/i

function keepsFullStop(text: string, from: number, to: number): boolean {
  if (to - from > 12 || text[to - 2] === '.') return false
  const word = text.slice(from, to)
  // "No. 5", "Fig. 2", "para. 3": only before a number.
  if (numbering.test(word)) return /^\s?\d/.test(text.slice(to, to + 2))
  return abbreviationKind(word) !== 'none'
}

const defangMark = /[[({]\s?(?:\.|:\/\/|:|@|at|dot|d0t|punkt)\s?[\])}]/iy

function isDefangAt(text: string, at: number): boolean {
  defangMark.lastIndex = at
  return defangMark.test(text)
}

const clitic = /(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/i

function cutCore(text: string, start: number, end: number, tokens: Token[]): void {
  if (end <= start) return
  // Most chunks hold nothing that could part them; only of the others it matters whether they are an address or a path.
  if (
    !holdsSplitter(text, start, end) ||
    (end - start < 400 && looksAtomic(text.slice(start, end)))
  ) {
    pushWithClitic(text, start, end, tokens)
    return
  }
  let from = start
  for (let at = start; at < end; at++) {
    if (!splitsInside(text, at, start, end)) continue
    pushWithClitic(text, from, at, tokens)
    let stop = at + 1
    if (text[at] === '-') while (stop < end && text[stop] === '-') stop++
    push(text, at, stop, tokens)
    from = stop
    at = stop - 1
  }
  pushWithClitic(text, from, end, tokens)
}

/** Addresses, file names and paths, which no punctuation inside may break. */
function looksAtomic(chunk: string): boolean {
  return (
    /^(?:hxxp|http|ftp|fxp|file|www\.)/i.test(chunk) ||
    /[[({](?:\.|:\/\/|:|@|at|dot)[\])}]/i.test(chunk) ||
    /^[\w.+-]{1,80}@[\w.-]{1,200}$/.test(chunk) ||
    /^(?:[A-Za-z]:\\|\\\\|%[A-Za-z]{2,30}%|\/(?:[\w.-]{1,60}\/))/.test(chunk) ||
    /^\d{1,4}[/.:-]\d{1,2}(?:[/.:-]\d{1,4})?$/.test(chunk)
  )
}

const splitters = new Set('—–/,;:|"“”«»…!?()[]{}<>=+*&$€£%'.split(''))
const asciiSplitters = new Uint8Array(128)
for (const mark of splitters) if (mark < '\x80') asciiSplitters[mark.charCodeAt(0)] = 1

/** Whether a sign stands inside at which a chunk may be cut: the first test of `splitsInside`. */
function holdsSplitter(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code < 128 ? asciiSplitters[code] === 1 : splitters.has(text.charAt(i))) return true
    if (code === 45 && text.charCodeAt(i + 1) === 45) return true
  }
  return false
}

function splitsInside(text: string, at: number, start: number, end: number): boolean {
  const mark = text[at]
  if (mark === undefined) return false
  if (mark === '-') return text[at + 1] === '-'
  if (!splitters.has(mark)) return false
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (mark === ',' || mark === ':' || mark === '.')
    return !(isDigitCode(before) && isDigitCode(after))
  if (mark === '(' || mark === '[' || mark === '{') return !closesSoon(text, at, end)
  if (mark === ')' || mark === ']' || mark === '}') {
    const open = matchingOpener(text, start, at)
    return open < 0 || !isWordCode(text.charCodeAt(open - 1))
  }
  if (mark === '/') return !(isDigitCode(before) && isDigitCode(after))
  // "AT&T", "C&C", "R&D"
  if (mark === '&' || mark === '+')
    return !(isWordCode(before) && isWordCode(after)) && at + 1 < end
  return true
}

function closesSoon(text: string, at: number, end: number): boolean {
  if (!isWordCode(text.charCodeAt(at - 1))) return false
  const close = text[at] === '(' ? ')' : text[at] === '[' ? ']' : '}'
  const limit = Math.min(end, at + bracketReach)
  for (let i = at + 1; i < limit; i++) if (text[i] === close) return true
  return false
}

function pushWithClitic(text: string, start: number, end: number, tokens: Token[]): void {
  const tailFrom = Math.max(start, end - 4)
  const hit = hasApostrophe(text, end) ? clitic.exec(text.slice(tailFrom, end)) : null
  const cut = hit ? tailFrom + hit.index : -1
  if (cut > start) {
    push(text, start, cut, tokens)
    push(text, cut, end, tokens)
  } else pushPlain(text, start, end, tokens)
}

/** A clitic has its apostrophe one or two letters before its end. */
function hasApostrophe(text: string, end: number): boolean {
  const near = text.charCodeAt(end - 2)
  const far = text.charCodeAt(end - 3)
  return near === 39 || near === 0x2019 || far === 39 || far === 0x2019
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x2028 ||
    (code >= 0x2000 && code <= 0x200b)
  )
}
function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}
function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57
}
function isWordCode(code: number): boolean {
  return isAsciiLetter(code) || isDigitCode(code) || code > 0xbf
}
