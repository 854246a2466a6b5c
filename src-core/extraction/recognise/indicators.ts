import type { Recognition } from '../stages'
import { benignHosts } from './indicators/benign-hosts'
import { scanAddresses, type Address } from './indicators/scan-addresses'
import { indicatorSigns } from './indicators/indicator-signs'
import { scanHashes } from './indicators/scan-hashes'
import { scanIpv6 } from './indicators/scan-ipv6'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Addresses, digests and wallets, defanged or plain; spans are those of the text as it stands. */
export const indicators: Recogniser = {
  id: 'indicators',
  reason:
    'network addresses in every defanged spelling, digests, wallets; references and versions are none',
  recognise(context) {
    const { text, segmented, knowledge } = context
    const isBenign = benignHosts(knowledge, segmented.metadata.sourceUrl)
    const found: Recognition[] = []
    for (const address of scanAddresses(text)) {
      if (
        !address.defanged &&
        (isBenign(address.host) || isVersion(text, address) || isSpecial(address))
      )
        continue
      add(
        context,
        found,
        address.start,
        address.end,
        address.kind,
        address.value,
        strengthOf(context, address),
      )
    }
    const signs = indicatorSigns(text)
    for (const hash of signs.digests ? scanHashes(text) : [])
      add(context, found, hash.start, hash.end, hash.kind, hash.value, 0.97)
    for (const ip of signs.colons ? scanIpv6(text) : [])
      add(context, found, ip.start, ip.end, 'ipv6', ip.value, 0.93)
    return found
  },
}

function add(
  context: RecogniseContext,
  found: Recognition[],
  start: number,
  end: number,
  subtype: string,
  value: string,
  strength: number,
): void {
  const sentence = context.sentenceAt(start)
  if (sentence < 0) return
  found.push({
    start,
    end,
    kind: 'indicator',
    key: value,
    name: value,
    surface: context.text.slice(start, end),
    rule: `indicator/${subtype}`,
    strength,
    sentence,
    subtype,
  })
}

/** Made harmless, or in an indicator block: certain. A plain domain in prose may be a brand ("Booking.com"). */
function strengthOf(context: RecogniseContext, address: Address): number {
  if (address.defanged) return 0.98
  const zone = context.segmented.sentences[context.sentenceAt(address.start)]?.zone
  if (zone === 'indicators' || zone === 'table') return 0.95
  if (address.kind === 'url' || address.kind === 'ipv4' || address.kind === 'cidr') return 0.9
  return address.kind === 'email' ? 0.85 : 0.6
}

const versionBefore =
  /(?:\b(?:versions?|ver|v|build|release|firmware|prior to|earlier than|update|upgrade(?:d)? to|patch(?:ed)? in|through|section|chapter|clause|§)\.?\s{0,2}|\bv|[A-Z][A-Za-z]+(?:OS|Server|Office|Chrome|Firefox|Exchange)\s)$/i
const versionAfter =
  /^\s{0,2}(?:and (?:earlier|later|prior|below|above|newer|older)|or (?:earlier|later|higher|lower)|\(?build\b)/i

/** "version 10.2.1.3", "7.4.2.1 and earlier". */
function isVersion(text: string, address: Address): boolean {
  if (address.kind !== 'ipv4') return false
  return (
    versionBefore.test(text.slice(Math.max(0, address.start - 24), address.start)) ||
    versionAfter.test(text.slice(address.end, address.end + 20))
  )
}

/** Loopback, any, broadcast and masks say nothing about anybody; nor do the large public resolvers. */
function isSpecial(address: Address): boolean {
  return /^(?:0\.|127\.|255\.|8\.8\.(?:8\.8|4\.4)$|1\.1\.1\.1$|1\.0\.0\.1$|localhost$)/.test(
    address.host,
  )
}
