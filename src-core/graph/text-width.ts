/** Advance widths of Inter 4 in hundredths of the size for U+0020 … U+007E, as Chromium measures them. */
const regular = [
  28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57,
  62, 62, 29, 30, 66, 66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76,
  64, 76, 64, 64, 65, 74, 69, 99, 68, 68, 63, 36, 36, 36, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61,
  59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 38, 53, 33, 59, 56, 82, 55, 56, 55, 43, 33, 43, 66,
]
const semibold = [
  25, 32, 52, 64, 65, 100, 66, 33, 37, 37, 54, 67, 32, 47, 32, 38, 66, 42, 62, 64, 67, 61, 64, 58,
  64, 64, 32, 33, 67, 67, 67, 54, 100, 73, 66, 74, 72, 61, 59, 75, 75, 28, 58, 70, 57, 92, 76, 77,
  65, 77, 65, 65, 66, 74, 73, 102, 72, 71, 65, 37, 38, 37, 48, 47, 35, 57, 62, 58, 62, 59, 39, 63,
  61, 26, 26, 57, 26, 90, 61, 61, 62, 62, 40, 55, 35, 61, 59, 84, 57, 59, 57, 45, 36, 45, 67,
]

/** Width of a line set in Inter, without kerning. Full-width for CJK; a mark that combines with the letter before it takes none. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const widths = weight === 600 ? semibold : regular
  let hundredths = 0
  for (const character of text.normalize('NFD'))
    hundredths += widths[character.charCodeAt(0) - 32] ?? otherWidth(character)
  return (hundredths / 100) * size
}

function otherWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (/\p{M}/u.test(character)) return 0
  if ((code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc) || code >= 0x1f300)
    return 100
  return character === '·' ? 32 : character === '…' ? 96 : 68
}

/** Shortens to a width with an ellipsis inside: both ends of a long name tell it from others. */
export function fitText(
  text: string,
  size: number,
  width: number,
  weight: 400 | 600 = 400,
): string {
  if (textWidth(text, size, weight) <= width) return text
  const characters = Array.from(text)
  let keep = Math.min(characters.length - 1, Math.ceil(width / (size * 0.25)))
  while (keep > 2) {
    const head = Math.ceil(keep * 0.62)
    const short = `${characters.slice(0, head).join('').trimEnd()}…${characters
      .slice(characters.length - (keep - head))
      .join('')
      .trimStart()}`
    if (textWidth(short, size, weight) <= width) return short
    keep -= 1
  }
  return `${characters[0] ?? ''}…`
}

/** Breaks at spaces into at most two lines of a width; what is still too long is shortened. */
export function wrapText(
  text: string,
  size: number,
  width: number,
  weight: 400 | 600 = 400,
): readonly string[] {
  if (textWidth(text, size, weight) <= width) return [text]
  const words = text.split(' ')
  const splits = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]
    return { lines, longest: Math.max(...lines.map((line) => textWidth(line, size, weight))) }
  })
  const [best] = splits.sort((a, b) => a.longest - b.longest)
  if (!best) return [fitText(text, size, width, weight)]
  return best.lines.map((line) => fitText(line, size, width, weight))
}
