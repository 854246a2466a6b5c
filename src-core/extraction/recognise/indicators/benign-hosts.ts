import { getDomain } from 'tldts'
import type { Knowledge } from '../../../knowledge/knowledge'

/** Sites that reports point their readers to: written plainly they are references, not indicators. */
const referenceSites = new Set(
  'github.com githubusercontent.com gitlab.com google.com youtube.com twitter.com x.com linkedin.com facebook.com instagram.com reddit.com medium.com wikipedia.org mitre.org nist.gov cisa.gov cert.org first.org ietf.org w3.org schema.org archive.org virustotal.com shodan.io censys.io any.run hybrid-analysis.com malpedia.caad.fkie.fraunhofer.de microsoft.com apple.com adobe.com oracle.com vmware.com fortinet.com cisco.com mozilla.org python.org apache.org docker.com npmjs.com pypi.org stackoverflow.com bbc.com bbc.co.uk reuters.com apnews.com cnn.com nytimes.com washingtonpost.com theguardian.com bloomberg.com wired.com zdnet.com arstechnica.com bleepingcomputer.com thehackernews.com therecord.media securityweek.com darkreading.com krebsonsecurity.com cyberscoop.com europa.eu un.org nato.int justice.gov fbi.gov nsa.gov treasury.gov state.gov whitehouse.gov gov.uk ncsc.gov.uk amazon.com amazonaws.com yahoo.com outlook.com hotmail.com live.com gmail.com office.com telegram.org whatsapp.com signal.org slack.com discord.com zoom.us paypal.com bit.ly t.co goo.gl wordpress.com wordpress.org booking.com'.split(
    ' ',
  ),
)

/** A test for hosts that a report names without meaning them as indicators: references, security companies' own sites, the publisher's. */
export function benignHosts(
  knowledge: Knowledge,
  sourceUrl: string | undefined,
): (host: string) => boolean {
  const own = sourceUrl ? getDomain(sourceUrl) : null
  const vendors = vendorDomains(knowledge)
  return (host) => {
    const domain = getDomain(host) ?? host
    return (
      referenceSites.has(domain) ||
      vendors.has(domain) ||
      domain === own ||
      /(?:^|\.)example(?:\.(?:com|org|net))?$/.test(host)
    )
  }
}

const cache = new WeakMap<Knowledge, ReadonlySet<string>>()

function vendorDomains(knowledge: Knowledge): ReadonlySet<string> {
  const known = cache.get(knowledge)
  if (known) return known
  const domains = new Set<string>()
  for (const vendor of knowledge.vendors.values())
    for (const domain of vendor.domains) domains.add(domain)
  cache.set(knowledge, domains)
  return domains
}
