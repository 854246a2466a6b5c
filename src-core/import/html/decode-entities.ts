import { windows1252Character } from '../windows-1252'

/** Names of U+00A0 to U+00FF in order, as HTML 4 lists them. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

/** Name and character in pairs. The rest of HTML 5's two thousand names does not occur in reports. */
const others =
  'quot " amp & lt < gt > apos \' ndash – mdash — horbar ― lsquo ‘ rsquo ’ rsquor ’ sbquo ‚ ldquo “ rdquo ” rdquor ” bdquo „ dagger † Dagger ‡ bull • bullet • hellip … mldr … permil ‰ prime ′ Prime ″ ' +
  'lsaquo ‹ rsaquo › euro € trade ™ TRADE ™ REG ® COPY © larr ← uarr ↑ rarr → darr ↓ harr ↔ rArr ⇒ lArr ⇐ OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č Rcaron Ř rcaron ř Ecaron Ě ecaron ě ' +
  'Yuml Ÿ fnof ƒ circ ˆ tilde ˜ minus − le ≤ ge ≥ ne ≠ asymp ≈ infin ∞ radic √ sum ∑ prod ∏ part ∂ int ∫ cap ∩ cup ∪ sub ⊂ sup ⊃ isin ∈ exist ∃ forall ∀ empty ∅ nabla ∇ and ∧ or ∨ equiv ≡ ' +
  'Abreve Ă abreve ă Amacr Ā amacr ā Aogon Ą aogon ą Cacute Ć cacute ć Dstrok Đ dstrok đ Eogon Ę eogon ę Emacr Ē emacr ē Gbreve Ğ gbreve ğ Imacr Ī imacr ī Idot İ inodot ı Lstrok Ł lstrok ł Nacute Ń nacute ń Odblac Ő odblac ő ' +
  'Sacute Ś sacute ś Scedil Ş scedil ş Tcedil Ţ tcedil ţ Udblac Ű udblac ű Umacr Ū umacr ū Uring Ů uring ů Zacute Ź zacute ź Zdot Ż zdot ż ' +
  'Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω ' +
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigma σ sigmaf ς tau τ upsilon υ phi φ chi χ psi ψ omega ω ' +
  'period . colon : semi ; comma , lpar ( rpar ) lsqb [ rsqb ] lbrack [ rbrack ] lcub { rcub } lbrace { rbrace } verbar | vert | VerticalLine | sol / bsol \\ num # excl ! dollar $ percnt % ast * midast * plus + equals = ' +
  'quest ? commat @ lowbar _ UnderBar _ grave ` Hat ^ hyphen ‐ dash ‐ QUOT " AMP & LT < GT > check ✓ checkmark ✓ cross ✗ star ☆ starf ★ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ middot · centerdot · numero № sect § para ¶'

const spaces: readonly (readonly [string, string])[] = [
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['hairsp', '\u200a'],
  ['numsp', '\u2007'],
  ['NewLine', '\n'],
  ['Tab', '\t'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['ZeroWidthSpace', '\u200b'],
  ['NoBreak', '\u2060'],
]

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...pairs(others.split(' ')),
  ...spaces,
])

/** Names that HTML takes without a semicolon. */
const oldNames: ReadonlySet<string> = new Set([...latin1.split(' '), 'amp', 'lt', 'gt', 'quot'])

/** Character references to characters; an unknown one stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,24}))(;?)/g,
    (whole, hex?: string, decimal?: string, name?: string, semicolon?: string) => {
      if (hex !== undefined) return fromCodePoint(parseInt(hex, 16))
      if (decimal !== undefined) return fromCodePoint(Number(decimal))
      return decodeName(name ?? '', semicolon ?? '') ?? whole
    },
  )
}

/** Without a semicolon only the old Latin-1 names and the four signs of markup count, and never inside a longer word: "&copy=1" is a query. */
function decodeName(name: string, semicolon: string): string | undefined {
  const character = named.get(name)
  if (semicolon === ';' || character === undefined) return character
  return oldNames.has(name) ? character : undefined
}

function fromCodePoint(code: number): string {
  // Pages number the C1 range as if it were Windows-1252, and HTML says so too.
  if (code >= 0x80 && code <= 0x9f) return windows1252Character(code)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  return String.fromCodePoint(code)
}

function pairs(words: readonly string[]): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  for (let i = 0; i + 1 < words.length; i += 2) found.push([words[i] ?? '', words[i + 1] ?? ''])
  return found
}
