import type { KnownName, KnownStateBody, NameHit } from '../../knowledge/knowledge'
import { kindsMask } from '../../knowledge/kinds-mask'
import { agreesInCase } from '../../knowledge/written-case'
import type { EntityKind } from '../../model/entity'
import type { Recognition } from '../stages'
import { slugOf } from './known-sectors'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Products that get exploited. */
export const knownProducts: Recogniser = {
  id: 'known-products',
  reason: 'products of the table, by name and with capitals',
  recognise: (context) =>
    hitsOf(context, 'product').flatMap((hit) => {
      const name = find(context, hit, 'product')
      if (!name) return []
      const product = context.knowledge.products.get(name.key)
      return [
        {
          ...base(context, hit, name),
          name: product?.name ?? name.surface,
          rule: 'known-product',
          strength: 0.82,
          subtype: product?.kind ?? 'software',
          ...(product && { aliases: product.aliases }),
        },
      ]
    }),
}

/** Holes that have a name of their own: "Follina", "ProxyLogon". */
export const knownVulnerabilities: Recogniser = {
  id: 'known-vulnerabilities',
  reason: 'vulnerabilities known by a name, with their CVE id',
  recognise: (context) =>
    hitsOf(context, 'vulnerability').flatMap((hit) => {
      const name = find(context, hit, 'vulnerability')
      if (!name) return []
      return [
        {
          ...base(context, hit, name),
          name: name.surface,
          rule: 'known-vulnerability',
          strength: 0.9,
          ...(name.key.startsWith('CVE-') && { ref: name.key }),
        },
      ]
    }),
}

/** Ministries, services, parliaments and forces that the table ties to one state. */
export const knownStateBodies: Recogniser = {
  id: 'known-state-bodies',
  reason: 'bodies whose proper name ties them to one state',
  recognise: (context) =>
    hitsOf(context, 'organization').flatMap((hit) => {
      const name = find(context, hit, 'organization')
      const body = name && context.knowledge.stateBodies.get(name.key)
      if (!name || !body) return []
      return [
        {
          ...base(context, hit, name),
          name: body.name,
          rule: 'known-state-body',
          strength: 0.88,
          form: 'name' as const,
          subtype: body.kind,
          country: body.country,
          sectors: sectorsOf(context, body),
        },
      ]
    }),
}

/** Techniques by name; everyday ones ("Software", "Scanning") only with their id or in a text that cites ATT&CK. */
export const knownTechniques: Recogniser = {
  id: 'known-techniques',
  reason: 'ATT&CK techniques by name, generic ones only where ATT&CK is cited',
  recognise(context) {
    const hits = hitsOf(context, 'technique')
    const cited = hits.length > 0 && /ATT&CK|\bT[01]\d{3}(?:\.\d{3})?\b/.test(context.text)
    return hits.flatMap((hit) => {
      const name = enterpriseFirst(context, hit)
      if (!name) return []
      const generic = name.class === 'generic-technique'
      if (generic && !(cited && isTitled(context, hit) && idNear(context, hit))) return []
      const technique = context.knowledge.techniques.get(name.key)
      return [
        {
          ...base(context, hit, name),
          name: technique?.name ?? name.surface,
          rule: generic ? 'technique/cited' : 'technique/name',
          strength: generic ? 0.7 : 0.75,
          ref: name.key,
        },
      ]
    })
  },
}

function hitsOf({ hits }: RecogniseContext, kind: EntityKind): readonly NameHit[] {
  const mask = kindsMask([kind])
  return hits.filter((hit) => (hit.kinds & mask) !== 0)
}

/** A name that several ATT&CK domains share means the enterprise technique. */
function enterpriseFirst(context: RecogniseContext, hit: NameHit): KnownName | undefined {
  const written = context.text.slice(hit.start, hit.end)
  return (
    hit.names.find(
      (name) =>
        name.kind === 'technique' && name.key.startsWith('T1') && agreesInCase(written, name),
    ) ?? find(context, hit, 'technique')
  )
}

function find(
  { text }: RecogniseContext,
  hit: NameHit,
  kind: KnownName['kind'],
): KnownName | undefined {
  const written = text.slice(hit.start, hit.end)
  return hit.names.find((name) => name.kind === kind && agreesInCase(written, name))
}

function base(
  context: RecogniseContext,
  hit: NameHit,
  name: KnownName,
): Pick<Recognition, 'start' | 'end' | 'kind' | 'key' | 'surface' | 'sentence'> {
  return {
    start: hit.start,
    end: hit.end,
    kind: name.kind,
    key: name.key,
    surface: context.text.slice(hit.start, hit.end),
    sentence: context.sentenceAt(hit.start),
  }
}

const isTitled = ({ text }: RecogniseContext, hit: NameHit): boolean =>
  /^\p{Lu}/u.test(text.slice(hit.start, hit.end))

const idNear = ({ text }: RecogniseContext, hit: NameHit): boolean =>
  /\bT[01]\d{3}\b/.test(text.slice(Math.max(0, hit.start - 60), hit.end + 60))

/** The table's sectors, and what the kind of body implies: every arm of a state is government, its forces are defence. */
function sectorsOf({ knowledge }: RecogniseContext, body: KnownStateBody): readonly string[] {
  const sectors = new Set(
    body.sectors
      .filter((key) => knowledge.sectors.get(key)?.slug)
      .map((key) => slugOf(knowledge, key)),
  )
  sectors.add(body.kind === 'military' ? 'defense' : 'government')
  if (/foreign|external affairs/i.test(body.name) && body.kind === 'ministry')
    sectors.add('diplomacy')
  if (/defen[cs]e/i.test(body.name)) sectors.add('defense')
  return [...sectors]
}
