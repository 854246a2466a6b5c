import type { Predicate } from '../../model/link'
import type { EntityStixType } from './stix-ids'

/** A relationship as the standard knows it; `isTurned`: it runs from our target to our source. */
export interface RelationshipForm {
  readonly type: string
  readonly isTurned: boolean
}

/**
 * Relationships that STIX 2.1 defines between the types that we write (its section 4, "Relationships"). Strict consumers refuse any
 * other but `related-to`, which is allowed between all.
 */
const defined: Readonly<
  Partial<Record<EntityStixType, Readonly<Record<string, readonly EntityStixType[]>>>>
> = {
  'intrusion-set': {
    targets: ['identity', 'location', 'vulnerability'],
    uses: ['attack-pattern', 'malware', 'tool'],
    'originates-from': ['location'],
  },
  campaign: {
    targets: ['identity', 'location', 'vulnerability'],
    uses: ['attack-pattern', 'malware', 'tool'],
    'originates-from': ['location'],
    'attributed-to': ['intrusion-set'],
  },
  malware: {
    targets: ['identity', 'location', 'vulnerability'],
    uses: ['attack-pattern', 'malware', 'tool'],
    exploits: ['vulnerability'],
    'originates-from': ['location'],
    'authored-by': ['intrusion-set'],
  },
  tool: {
    targets: ['identity', 'location', 'vulnerability'],
  },
  'attack-pattern': {
    targets: ['identity', 'location', 'vulnerability'],
    uses: ['malware', 'tool'],
  },
  identity: { 'located-at': ['location'] },
  indicator: { indicates: ['attack-pattern', 'campaign', 'intrusion-set', 'malware', 'tool'] },
}

export function isDefined(type: string, source: EntityStixType, target: EntityStixType): boolean {
  return type === 'related-to' || (defined[source]?.[type]?.includes(target) ?? false)
}

/** The nearest form that a strict consumer takes. What it cannot say (our own predicate) stands in the extension. */
export function relationshipForm(
  predicate: Predicate,
  source: EntityStixType,
  target: EntityStixType,
): RelationshipForm {
  if (target === 'indicator' && isDefined('indicates', 'indicator', source))
    return { type: 'indicates', isTurned: true }
  const wanted = candidates[predicate].find((type) => isDefined(type, source, target))
  return { type: wanted ?? 'related-to', isTurned: false }
}

const candidates: Readonly<Record<Predicate, readonly string[]>> = {
  targets: ['targets'],
  uses: ['uses'],
  exploits: ['exploits', 'targets'],
  'originates-from': ['originates-from'],
  'based-in': ['located-at'],
  'alias-of': [],
  'attributed-to': ['attributed-to', 'authored-by'],
  'reported-by': [],
  'related-to': [],
}
