/** A name as an official list writes it, as it stands in reports; undefined where it is no name. */
export function cleanName(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined
  const name = raw
    .normalize('NFC')
    // "APT1 (Mandiant)", "Cobalt - G0080": the vendor and the id are no part of the name.
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/\s+-\s+[GSTC]\d{4}(?:\.\d{3})?$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (name.length < 2 || name.length > 80) return undefined
  // A cell of a table holds neither; detection labels ("Trojan:Win32/X.A!dha") are no names.
  if (/[\t\n\r|\u0000-\u001f\u200b-\u200f\u202a-\u202e]/.test(name)) return undefined
  if (/[:/!]|^\w+\.(?:win|w)(?:32|64)\b/i.test(name)) return undefined
  return /[\p{L}\p{N}]/u.test(name) ? name : undefined
}

/** The title of a technique or a tactic: brackets and slashes belong to it. */
export function cleanTitle(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined
  const title = raw.normalize('NFC').replace(/\s+/g, ' ').trim()
  const isTitle = title.length >= 2 && title.length <= 120 && !/[|\u0000-\u001f]/.test(title)
  return isTitle && /[\p{L}\p{N}]/u.test(title) ? title : undefined
}

/** "Name - G0096": the id that some lists write behind the name. */
export function idBehind(raw: unknown, pattern: RegExp): string | undefined {
  const id = typeof raw === 'string' ? /\s-\s([GSTC]\d{4}(?:\.\d{3})?)$/.exec(raw)?.[1] : undefined
  return id !== undefined && pattern.test(id) ? id : undefined
}

export function cleanNames(raw: readonly unknown[]): readonly string[] {
  return [...new Set(raw.flatMap((one) => cleanName(one) ?? []))].slice(0, 200)
}
