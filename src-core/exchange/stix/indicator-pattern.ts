/** The comparison of STIX patterning for each kind of indicator that we read. */
const paths: Readonly<Record<string, string>> = {
  ipv4: 'ipv4-addr:value',
  cidr: 'ipv4-addr:value',
  ipv6: 'ipv6-addr:value',
  domain: 'domain-name:value',
  url: 'url:value',
  email: 'email-addr:value',
  md5: 'file:hashes.MD5',
  sha1: "file:hashes.'SHA-1'",
  sha224: "file:hashes.'SHA-224'",
  sha256: "file:hashes.'SHA-256'",
  sha384: "file:hashes.'SHA-384'",
  sha512: "file:hashes.'SHA-512'",
}

/** "[domain-name:value = 'a.example']"; of a kind that the standard has no object for, an artifact's payload stands in. */
export function indicatorPattern(subtype: string | undefined, value: string): string {
  const path = paths[subtype ?? ''] ?? 'artifact:x_gnomon_value'
  return `[${path} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`
}

/** What OpenCTI asks of an indicator beside its pattern. */
export function observableType(subtype: string | undefined): string | undefined {
  const type = paths[subtype ?? '']?.split(':')[0]
  if (type === undefined) return undefined
  if (type === 'file') return 'StixFile'
  return type
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-')
}
