/** Which words a document uses, so that a hyphen at a line's end can be judged by it. */
export type Vocabulary = ReadonlySet<string>

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>()
  for (const line of lines)
    // The last word of a line may be half a word.
    for (const word of line
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?=[^\p{L}\p{N}-])/gu) ?? [])
      words.add(word)
  return words
}

const hashLengths = [32, 40, 56, 64, 96, 128]

/** Puts a line behind another: a broken word together, a broken address or hash together, else with a space. */
export function joinLines(before: string, line: string, vocabulary: Vocabulary): string {
  if (before === '') return line
  const last = /\S+$/.exec(before)?.[0] ?? ''
  const next = /^\S+/.exec(line)?.[0] ?? ''
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line
  if (isBrokenHash(last, next) || isBrokenAddress(last, next)) return before + line
  if (/\p{L}[-‐]$/u.test(last) && /^\p{Ll}/u.test(next))
    return joinHyphenated(before, last, line, next, vocabulary)
  if (/[\p{L}\p{N}][-‐/]$/u.test(last)) return before + line
  const isCjk =
    /[\u3040-\u30ff\u3400-\u9fff]$/.test(before) && /^[\u3040-\u30ff\u3400-\u9fff]/.test(line)
  return isCjk ? before + line : `${before} ${line}`
}

/** "informa-" + "tion" is one word; "state-" + "sponsored" keeps its hyphen. The document itself says which, by how it writes it elsewhere. */
function joinHyphenated(
  before: string,
  last: string,
  line: string,
  next: string,
  vocabulary: Vocabulary,
): string {
  const head = (/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?=[-‐]$)/u.exec(last)?.[0] ?? '').toLowerCase()
  const tail = (/^[\p{L}\p{N}]+/u.exec(next)?.[0] ?? '').toLowerCase()
  if (vocabulary.has(`${head}-${tail}`)) return before + line
  const without = before.slice(0, -1) + line
  if (vocabulary.has(`${head}${tail}`)) return without
  const lastPart = head.split('-').at(-1) ?? head
  const areWords =
    vocabulary.has(lastPart) && vocabulary.has(tail) && lastPart.length > 2 && tail.length > 2
  return areWords || head.includes('-') ? before + line : without
}

function isBrokenHash(last: string, next: string): boolean {
  if (!/^[0-9a-f]{8,}$/i.test(last) || !/^[0-9a-f]{2,}$/i.test(next)) return false
  const length = last.length + next.length
  return (hashLengths.includes(length) || length < 128) && !hashLengths.includes(last.length)
}

/** An address that a narrow column cut: it is under way, and the next line goes on without a space or a capital. */
function isBrokenAddress(last: string, next: string): boolean {
  if (!/^["'(<[]?(?:h(?:tt|xx)ps?|ftp)\[?:/i.test(last)) return false
  if (/[.,;)\]>"']$/.test(last) && !/[./]$/.test(last)) return false
  return (
    /[/?=&_%-]$/.test(last) ||
    /^[/?=&_%.#]/.test(next) ||
    (/\.$/.test(last) && /^[a-z0-9]{2,}/.test(next)) ||
    /^[a-z0-9]+[/_=?&-][\w/.=?&%-]*$/.test(next)
  )
}
