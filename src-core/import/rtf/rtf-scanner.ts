export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'text'; readonly value: string }
  /** A byte of the document's code page: `\'e9`, or one above 127 as it stands. */
  | { readonly type: 'byte'; readonly value: number }
  | { readonly type: 'word'; readonly name: string; readonly parameter?: number | undefined }

/** Cuts Rich Text into groups, words and text, in one pass. Every character of `raw` is a byte of the file. */
export class RtfScanner {
  readonly #raw: string
  #at = 0

  constructor(raw: string) {
    this.#raw = raw
  }

  next(): RtfToken | undefined {
    for (;;) {
      const character = this.#raw[this.#at]
      if (character === undefined) return undefined
      if (character === '\r' || character === '\n') this.#at += 1
      else if (character === '{') return this.#take(1, { type: 'open' })
      else if (character === '}') return this.#take(1, { type: 'close' })
      else if (character === '\\') return this.#control()
      else return this.#plain()
    }
  }

  /** Raw bytes of a picture or an object. */
  skip(length: number): void {
    this.#at += Math.max(0, length)
  }

  #take(length: number, token: RtfToken): RtfToken {
    this.#at += length
    return token
  }

  #plain(): RtfToken {
    const code = this.#raw.charCodeAt(this.#at)
    if (code > 127) return this.#take(1, { type: 'byte', value: code })
    let end = this.#at + 1
    while (end < this.#raw.length && isPlain(this.#raw.charCodeAt(end))) end++
    const value = this.#raw.slice(this.#at, end)
    return this.#take(value.length, { type: 'text', value })
  }

  #control(): RtfToken {
    const next = this.#raw[this.#at + 1] ?? ''
    if (next === "'") {
      const value = parseInt(this.#raw.slice(this.#at + 2, this.#at + 4), 16)
      return this.#take(
        4,
        Number.isNaN(value) ? { type: 'text', value: '' } : { type: 'byte', value },
      )
    }
    if (!/[a-z]/i.test(next)) {
      // A sign by itself: an escaped brace or backslash is text, `~` a hard space, the rest a word.
      if (/[\\{}]/.test(next)) return this.#take(2, { type: 'text', value: next })
      if (next === '~') return this.#take(2, { type: 'text', value: ' ' })
      if (next === '_') return this.#take(2, { type: 'text', value: '-' })
      const isBreak = next === '\r' || next === '\n'
      return this.#take(2, { type: 'word', name: isBreak ? 'par' : next })
    }
    wordPattern.lastIndex = this.#at + 1
    const match = wordPattern.exec(this.#raw)
    const name = match?.[1] ?? ''
    const parameter = match?.[2] === undefined ? undefined : Number(match[2])
    return this.#take(1 + (match?.[0].length ?? 1), { type: 'word', name, parameter })
  }
}

/** At most as long as words are: a run of letters without end is not looked through twice. */
const wordPattern = /([a-z]{1,32})(-?\d{1,10})? ?/iy

function isPlain(code: number): boolean {
  return (
    code <= 127 && code !== 0x5c && code !== 0x7b && code !== 0x7d && code !== 10 && code !== 13
  )
}
