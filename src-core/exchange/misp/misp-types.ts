import type { CaseEntity } from '../../case/case-view'

export interface MispForm {
  readonly type: string
  readonly category: string
  readonly value: string
  /** Fit for detection, as the reports list it. */
  readonly toIds: boolean
}

const network = 'Network activity'
const payload = 'Payload delivery'
/** MISP's attribute type and category for each kind of indicator that we read (MISP core format, "type" and "category"). */
const indicatorForms: Readonly<Record<string, readonly [type: string, category: string]>> = {
  ipv4: ['ip-dst', network],
  cidr: ['ip-dst', network],
  ipv6: ['ip-dst', network],
  domain: ['domain', network],
  url: ['url', network],
  email: ['email-src', payload],
  md5: ['md5', payload],
  sha1: ['sha1', payload],
  sha224: ['sha224', payload],
  sha256: ['sha256', payload],
  sha384: ['sha384', payload],
  sha512: ['sha512', payload],
}

/** What an entity is in MISP; undefined: nothing of its own (techniques are tags). */
export function mispType(entity: CaseEntity): MispForm | undefined {
  const { name } = entity
  const form = (type: string, category: string, value = name): MispForm => ({
    type,
    category,
    value,
    toIds: false,
  })
  switch (entity.kind) {
    case 'indicator': {
      const [type, category] = indicatorForms[entity.subtype ?? ''] ?? ['other', 'Other']
      return { type, category, value: name, toIds: type !== 'other' }
    }
    case 'vulnerability':
      return isCve(entity.ref ?? name)
        ? form('vulnerability', 'External analysis', entity.ref ?? name)
        : form('text', 'External analysis', `Vulnerability: ${name}`)
    case 'actor':
      return form('threat-actor', 'Attribution')
    case 'campaign':
      return form('campaign-name', 'Attribution')
    case 'organization':
      return form('target-org', 'Targeting data')
    case 'country':
    case 'region':
    case 'place':
      return form('target-location', 'Targeting data')
    case 'sector':
      return form('target-external', 'Targeting data', `Sector: ${name}`)
    case 'malware':
      return form('malware-type', payload)
    case 'tool':
      return form('text', 'Other', `Tool: ${name}`)
    case 'product':
      return form('text', 'Other', `Product: ${name}`)
    case 'vendor':
      return form('text', 'Internal reference', `Source: ${name}`)
    case 'technique':
      return undefined
  }
}

function isCve(id: string): boolean {
  return /^CVE-\d{4}-\d{4,}$/.test(id)
}
