/** A name that every system's file dialog takes: letters of any script, digits, dashes; at most 60 characters. */
export function fileNameFor(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return Array.from(name).slice(0, 60).join('') || 'brief'
}
