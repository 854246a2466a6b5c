export interface Ipv6 {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly defanged: boolean
}

const candidate =
  /(?<![0-9A-Za-z:.\]])(?:[0-9a-fA-F]{0,4}(?:\[::?\]|:)){2,9}(?:[0-9a-fA-F]{1,4}|(?=[\s,;)\]/"']|$))/g

/** IPv6 addresses; clock times, MAC addresses and "std::string" are told apart by the count of groups. */
export function scanIpv6(text: string): Ipv6[] {
  return [...text.matchAll(candidate)].flatMap((hit) => {
    const end = hit.index + hit[0].length
    if (/[0-9A-Za-z:]/.test(text[end] ?? '')) return []
    const value = hit[0].replaceAll('[', '').replaceAll(']', '').toLowerCase()
    if (!isIpv6(value)) return []
    return [{ start: hit.index, end, value, defanged: hit[0].includes('[') }]
  })
}

function isIpv6(value: string): boolean {
  const halves = value.split('::')
  if (halves.length > 2) return false
  const groups = value.split(':').filter((group) => group !== '')
  if (halves.length === 1) return groups.length === 8 && value.split(':').length === 8
  return (
    groups.length >= 2 &&
    groups.length <= 7 &&
    groups.some((group) => /\d/.test(group) && group.length >= 2)
  )
}
