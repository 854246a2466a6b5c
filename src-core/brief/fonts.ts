/** One file of a font family: the characters it holds, as fontsource cuts families into slices. */
export interface FontSlice {
  /** File name without extension, e.g. `noto-sans-tc-7-400`. */
  readonly id: string
  readonly family: string
  readonly weight: number
  /** Flat list of inclusive ranges: from, to, from, to … in ascending order. */
  readonly ranges: readonly number[]
}

/**
 * The slices that a text needs and no more. Latin families are tried before the CJK ones; a Han character goes to the first
 * family in `slices`' order that has it, so that one text is set in one face.
 */
export function slicesFor(text: string, slices: readonly FontSlice[]): readonly FontSlice[] {
  const needed = new Set<FontSlice>()
  const families = [...new Set(slices.map(({ family }) => family))]
  const main = new Set(['Inter', 'Source Serif 4'])
  for (const codePoint of new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))) {
    const holders = slices.filter(({ ranges }) => contains(ranges, codePoint))
    const mainHolders = holders.filter(({ family }) => main.has(family))
    if (mainHolders.length > 0) for (const slice of mainHolders) needed.add(slice)
    else {
      const family = families.find((name) => holders.some((slice) => slice.family === name))
      for (const slice of holders) if (slice.family === family) needed.add(slice)
    }
  }
  return slices.filter((slice) => needed.has(slice))
}

/** `@font-face` rules with the slices inside as data URLs (WOFF2, base64). */
export function fontFaces(
  fonts: readonly { readonly slice: FontSlice; readonly base64: string }[],
): string {
  return fonts
    .map(
      ({ slice: { family, weight, ranges }, base64 }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;src:url(data:font/woff2;base64,${base64}) format("woff2");unicode-range:${unicodeRange(ranges)}}\n`,
    )
    .join('')
}

function contains(ranges: readonly number[], codePoint: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    const [from, to] = [ranges[i] ?? 0, ranges[i + 1] ?? 0]
    if (codePoint < from) return false
    if (codePoint <= to) return true
  }
  return false
}

function unicodeRange(ranges: readonly number[]): string {
  const parts: string[] = []
  for (let i = 0; i < ranges.length; i += 2) {
    const [from, to] = [ranges[i] ?? 0, ranges[i + 1] ?? 0]
    parts.push(from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`)
  }
  return parts.join(',')
}
