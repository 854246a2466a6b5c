/** Lower-case letters and digits, hyphens between: the key of a thing without an id. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** "APT 28", "apt-28" and "APT28" are one name. */
export function sameName(name: string): string {
  return keyOf(name).replaceAll('-', '')
}
