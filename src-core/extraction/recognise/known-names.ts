import type { KnownName, NameHit } from '../../knowledge/knowledge'
import { agreesInCase } from '../../knowledge/written-case'
import type { Recognition } from '../stages'
import { judgeName, type Verdict } from './judge-name'
import type { RecogniseContext, Recogniser } from './recogniser'

const threatKinds = new Set(['actor', 'malware', 'tool', 'campaign'])

/**
 * Actors, software and campaigns that the tables know. Names that are ordinary words too need evidence (`judge-name.ts`); once a name has
 * had it anywhere in the text, it counts everywhere in it, written the same way.
 */
export const knownNames: Recogniser = {
  id: 'known-names',
  reason:
    'known actors, software and campaigns, with the discipline for names that are ordinary words',
  recognise(context) {
    const candidates: Candidate[] = []
    const anchored = new Map<string, Verdict>()
    for (const hit of context.hits) {
      for (const names of withBrands(context, byKind(context, hit))) {
        const verdict = judgeName(context, hit, names.name)
        candidates.push({ hit, ...names, verdict })
        const anchor = `${names.name.kind}\t${context.text.slice(hit.start, hit.end)}`
        if (verdict.accepted && (anchored.get(anchor)?.strength ?? 0) < verdict.strength)
          anchored.set(anchor, verdict)
      }
    }
    return candidates.flatMap((candidate) => settle(context, candidate, anchored))
  },
}

interface Candidate {
  readonly hit: NameHit
  readonly name: KnownName
  readonly contested: boolean
  readonly verdict: Verdict
}

/** A ransomware's name is its gang's as well, whether or not a table says so. */
function withBrands(
  { knowledge }: RecogniseContext,
  names: readonly { readonly name: KnownName; readonly contested: boolean }[],
): readonly { readonly name: KnownName; readonly contested: boolean }[] {
  if (names.some(({ name }) => name.kind === 'actor')) return names
  const brand = names.find(({ name }) => knowledge.software.get(name.key)?.class === 'ransomware')
  if (!brand) return names
  return [...names, { name: { ...brand.name, kind: 'actor' }, contested: false }]
}

/** One name a kind: the preferred claimant, names before aliases. */
function byKind(
  context: RecogniseContext,
  hit: NameHit,
): readonly { readonly name: KnownName; readonly contested: boolean }[] {
  const written = context.text.slice(hit.start, hit.end)
  const best = new Map<string, KnownName>()
  for (const name of hit.names) {
    if (!threatKinds.has(name.kind) || !agreesInCase(written, name)) continue
    const rival = best.get(name.kind)
    if (!rival || rank(name) > rank(rival)) best.set(name.kind, name)
  }
  return [...best.values()].map((name) => ({ name, contested: name.ambiguous === 'contested' }))
}

const rank = (name: KnownName): number =>
  (name.ambiguous === 'preferred' ? 4 : 0) +
  (name.role === 'name' ? 2 : 0) +
  (name.ambiguous === 'contested' ? -1 : 0)

function settle(
  context: RecogniseContext,
  { hit, name, verdict }: Candidate,
  anchored: ReadonlyMap<string, Verdict>,
): Recognition[] {
  const surface = context.text.slice(hit.start, hit.end)
  const anchor = anchored.get(`${name.kind}\t${surface}`)
  if (!verdict.accepted && !(anchor && verdict.mayFollow)) return []
  const strength = verdict.accepted
    ? verdict.strength
    : Math.min(0.8, (anchor?.strength ?? 0) - 0.1)
  return [
    {
      start: hit.start,
      end: hit.end,
      kind: name.kind,
      key: name.key,
      name: nameOf(context, name),
      surface,
      rule: verdict.accepted ? verdict.rule : 'known-name/anchored',
      strength,
      sentence: context.sentenceAt(hit.start),
    },
  ]
}

function nameOf({ knowledge }: RecogniseContext, name: KnownName): string {
  if (name.kind === 'actor')
    return (
      knowledge.actors.get(name.key)?.name ?? knowledge.software.get(name.key)?.name ?? name.surface
    )
  if (name.kind === 'campaign') return knowledge.campaigns.get(name.key)?.name ?? name.surface
  return knowledge.software.get(name.key)?.name ?? name.surface
}
