export interface Hash {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly value: string
}

const kinds: Readonly<Record<number, string>> = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
}
const hex = /(?<![0-9A-Za-z])[0-9a-fA-F]{32,128}(?![0-9A-Za-z])/g
const wallet =
  /(?<![0-9A-Za-z])(?:bc1[ac-hj-np-z02-9]{25,62}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40})(?![0-9A-Za-z])/g
const fuzzy = /(?<![0-9A-Za-z:])\d{1,6}:[0-9A-Za-z/+]{6,64}:[0-9A-Za-z/+]{6,64}(?![0-9A-Za-z/+])/g

/** Digests by their length, fuzzy digests (ssdeep) and cryptocurrency addresses. */
export function scanHashes(text: string): Hash[] {
  const found: Hash[] = []
  for (const hit of text.matchAll(hex)) {
    const kind = kinds[hit[0].length]
    // Digits or one letter throughout are numbers, rulers and padding.
    if (
      kind &&
      /\d/.test(hit[0]) &&
      /[a-f]/i.test(hit[0]) &&
      new Set(hit[0].toLowerCase()).size > 4
    )
      found.push({
        start: hit.index,
        end: hit.index + hit[0].length,
        kind,
        value: hit[0].toLowerCase(),
      })
  }
  for (const hit of text.matchAll(wallet)) {
    if (!/\d/.test(hit[0]) || !/[A-Za-z]/.test(hit[0]) || new Set(hit[0]).size < 10) continue
    if (/^[13]/.test(hit[0]) && !(/[A-Z]/.test(hit[0]) && /[a-z]/.test(hit[0]))) continue
    found.push({
      start: hit.index,
      end: hit.index + hit[0].length,
      kind: 'cryptocurrency-wallet',
      value: hit[0],
    })
  }
  for (const hit of text.matchAll(fuzzy)) {
    if (/[A-Za-z]/.test(hit[0]))
      found.push({
        start: hit.index,
        end: hit.index + hit[0].length,
        kind: 'ssdeep',
        value: hit[0],
      })
  }
  return found
}
