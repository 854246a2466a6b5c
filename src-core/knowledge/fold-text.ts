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
  for (let code = 0; code < 0x10000; code += 1) folded[code] = code
  classes.fill(unit.ideograph, 0x3040, 0x3100)
  classes.fill(unit.ideograph, 0x3400, 0xa000)
  classes.fill(unit.letter, 0xac00, 0xd7a4)
  for (const [from, to] of [
    [0, 0x3040],
    [0xa000, 0xac00],
    [0xf900, 0xfe00],
    [0xfe70, 0x10000],
  ] as const)
    for (let code = from; code < to; code += 1) classify(code, classes, folded)
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

function classify(code: number, classes: Uint8Array, folded: Uint16Array): void {
  const sign = String.fromCharCode(code)
  if (/\p{L}/u.test(sign)) {
    classes[code] = unit.letter
    const base = bases[sign] ?? sign.normalize('NFKD').charAt(0).toLowerCase()
    folded[code] = base.charCodeAt(0)
  } else if (/\p{Nd}/u.test(sign)) {
    classes[code] = unit.digit
    folded[code] = sign.normalize('NFKD').charCodeAt(0)
  } else if (/\p{M}/u.test(sign)) classes[code] = unit.ignored
  else if (/\s/.test(sign)) classes[code] = unit.space
}
