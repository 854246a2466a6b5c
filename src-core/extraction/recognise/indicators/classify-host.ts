import { parse } from 'tldts'

/** Endings that are both a top-level domain and a file's: a plain "setup.py" is a file, "setup[.]py" is not. */
const fileEndings = new Set(
  'sh py md so pl rs zip mov ps cc ml app bat cab com dll exe vb js ts go id ai do pub in it la lua im me sc st mp ms mm lc ca cl ec pk gz br ink pm data stream download link'.split(
    ' ',
  ),
)
/** Endings of both kinds where a plain name with a capital or underscore inside, or in a list of files, is a file; the others are ordinary domains. */
const oftenFiles = new Set('sh py md so pl rs zip mov ps'.split(' '))

const frameworks =
  /^(?:asp|vb|ado|ml|c#|xml|j#)\.net$|^(?:node|vue|next|express|react|d3|three)\.js$/

/** Whether the refanged words are an IPv4 address, a domain or neither ("10.2", "e.g", "notes.md", "attack.In"). */
export function classifyHost(
  host: string,
  written: string,
  certain: boolean,
): 'ipv4' | 'domain' | undefined {
  const last = host.slice(host.lastIndexOf('.') + 1)
  if (last === '') return undefined
  if (isDigit(last.charCodeAt(0)) || /^\d+$/.test(last)) return isIpv4(host) ? 'ipv4' : undefined
  if (last.length < 2 || frameworks.test(host)) return undefined
  const first = host.slice(0, host.indexOf('.'))
  if (last === 'onion')
    return certain || /^(?:[a-z2-7]{16}|[a-z2-7]{56})$/.test(host.split('.').at(-2) ?? '')
      ? 'domain'
      : undefined
  if (!certain && !looksLikeHost(host, written, last, first)) return undefined
  if (
    host
      .split('.')
      .some(
        (label) =>
          label === '' || label.length > 63 || label.startsWith('-') || label.endsWith('-'),
      )
  )
    return undefined
  const parsed = parse(host, { allowPrivateDomains: false, validateHostname: false })
  return parsed.isIcann === true &&
    parsed.domainWithoutSuffix !== null &&
    parsed.domainWithoutSuffix !== ''
    ? 'domain'
    : undefined
}

function looksLikeHost(host: string, written: string, last: string, first: string): boolean {
  if (host.includes('_') || /[^\x21-\x7e]/.test(host)) return false
  if (oftenFiles.has(last) && !host.startsWith('www.') && host.split('.').length === 2) return false
  // A full stop with no blank after it: "attack.In", "breach.It".
  const lastWritten = written.slice(written.lastIndexOf('.') + 1)
  if (/^[A-Z][a-z]*$/.test(lastWritten) && fileEndings.has(last) && !/^[A-Z]/.test(first))
    return lastWritten === lastWritten.toUpperCase() && /[A-Z]{2}/.test(written.slice(0, 2))
  if (/^[A-Z][a-z]+$/.test(lastWritten)) return false
  return !(host.split('.').length === 2 && first.length === 1 && last.length === 2)
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Four numbers up to 255 without leading noughts. */
export function isIpv4(host: string): boolean {
  if (host.length < 7 || host.length > 15) return false
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/.test(
    host,
  )
}
