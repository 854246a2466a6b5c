/** Text as it may stand in SVG content and attributes. Characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Two decimals: a hundredth of a pixel, and the same text on every machine. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}

/** `<name a="1" …>content</name>`; undefined attributes are left out. */
export function svg(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? px(value) : escapeXml(value)}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** Colours of a figure in print: white ground, ink, and greys that keep 3 : 1 on white. */
export const printColours = {
  ground: '#ffffff',
  ink: '#1b2733',
  /** Small text: 4.5 : 1 and more. */
  soft: '#56626c',
  /** Lines of relations that are no attack. */
  faint: '#8a949c',
  hairline: '#d5d9dc',
  land: '#eceeee',
} as const

/** By name: the document that holds the figure embeds them. */
export const figureFont =
  "Inter, 'Noto Sans TC', 'Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR', 'Noto Sans Arabic', system-ui, sans-serif"
