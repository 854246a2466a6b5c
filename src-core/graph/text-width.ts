/** Advance widths of Inter in thousandths of the size, for characters that differ much from the mean. */
const narrow = "iljtfrI.,:;'|!()[]- "
const wide = 'mwMW@%&'

/**
 * Estimated width of a line set in Inter, a little generous, so that what is laid out by it does not touch.
 * Full-width for CJK; a mark that combines with the letter before it takes none.
 */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  let units = 0
  for (const character of text) units += characterWidth(character)
  return (units / 1000) * size * (weight === 600 ? 1.06 : 1)
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (/\p{M}/u.test(character)) return 0
  if ((code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc) || code >= 0x1f300)
    return 1000
  if (narrow.includes(character)) return 360
  if (wide.includes(character)) return 920
  if (character >= 'A' && character <= 'Z') return 700
  if (character >= '0' && character <= '9') return 640
  return 590
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
