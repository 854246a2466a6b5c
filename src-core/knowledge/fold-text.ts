/** What a UTF-16 unit is to the name index. */
export const unit = {
  /** Punctuation, symbols, surrogates: a boundary. */
  other: 0,
  letter: 1,
  digit: 2,
  /** Han and kana: no spaces between words, so each is a word of its own. */
  ideograph: 3,
  space: 4,
  newline: 5,
  hyphen: 6,
  /** Combining marks, soft hyphens, zero-width signs: part of the word they stand in, without weight. */
  ignored: 7,
} as const

interface FoldTables {
  /** Class of each UTF-16 unit, one of `unit`. */
  readonly classes: Uint8Array
  /** Each unit in lower case without diacritics; curly apostrophes as the straight one. */
  readonly folded: Uint16Array
}

let tables: FoldTables | undefined

/** Built at first use (about 5 ms), then shared: it never changes. */
export function foldTables(): FoldTables {
  tables ??= build()
  return tables
}

// Letters that Unicode does not take apart into a base and a mark.
const bases: Readonly<Record<string, string>> = {
  ł: 'l', Ł: 'l', ø: 'o', Ø: 'o', đ: 'd', Đ: 'd', ı: 'i', ħ: 'h', Ħ: 'h', ß: 's', þ: 't', Þ: 't', ð: 'd', Ð: 'd',
} // prettier-ignore
const apostrophes = "'’‘ʼʻ`´ʾʿ＇"
const hyphens = '-‐‑–−'

function build(): FoldTables {
  const classes = new Uint8Array(0x10000)
  const folded = new Uint16Array(0x10000)
  let all = ''
  for (let code = 0; code < 0x10000; code += 1) {
    folded[code] = code
    // Half a surrogate pair is no letter; blanking them keeps the runs below at their place.
    all += code >= 0xd800 && code < 0xe000 ? '!' : String.fromCharCode(code)
  }
  const mark = (signs: RegExp, kind: number) => {
    for (const run of all.matchAll(signs)) classes.fill(kind, run.index, run.index + run[0].length)
  }
  mark(/\s+/gu, unit.space)
  mark(/\p{L}+/gu, unit.letter)
  mark(/\p{Nd}+/gu, unit.digit)
  mark(/\p{M}+/gu, unit.ignored)
  mark(/[\u3040-\u30ff\u3400-\u9fff]+/gu, unit.ideograph)
  // Scripts with case, with marks, or in full width; elsewhere a letter is its own folding.
  for (const [from, to] of [
    [0x41, 0x590],
    [0x10a0, 0x1100],
    [0x1e00, 0x2000],
    [0xff10, 0xff5b],
  ] as const)
    for (let code = from; code < to; code += 1)
      if (classes[code] === unit.letter || classes[code] === unit.digit)
        folded[code] = foldOne(String.fromCharCode(code)).charCodeAt(0)
  for (const sign of apostrophes) {
    classes[sign.charCodeAt(0)] = unit.other
    folded[sign.charCodeAt(0)] = 0x27
  }
  for (const sign of hyphens) classes[sign.charCodeAt(0)] = unit.hyphen
  for (const sign of '\u00ad\u200b\u200c\u200d\u2060\ufeff')
    classes[sign.charCodeAt(0)] = unit.ignored
  classes[0x0a] = unit.newline
  // An identifier (`lazarus_loader`) is one word.
  classes[0x5f] = unit.letter
  return { classes, folded }
}

const foldOne = (sign: string) =>
  sign < '\u0080' ? sign.toLowerCase() : (bases[sign] ?? sign.normalize('NFKD').toLowerCase())
