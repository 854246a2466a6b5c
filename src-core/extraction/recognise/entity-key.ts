/** Key of an entity that no table has: its name in lower case, words joined by hyphens. The same name gives the same key in every report. */
export function entityKey(name: string): string {
  return keyOfPlain(name) ?? keyOfAny(name)
}

function keyOfAny(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** The same for nearly all names: English letters and digits, single spaces or hyphens between them. */
function keyOfPlain(name: string): string | undefined {
  let spaced = false
  let parted = true
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) {
      parted = false
      continue
    }
    if ((code !== 32 && code !== 45) || parted) return undefined
    if (code === 32) spaced = true
    parted = true
  }
  if (parted) return undefined
  const lower = name.toLowerCase()
  return spaced ? lower.replaceAll(' ', '-') : lower
}
