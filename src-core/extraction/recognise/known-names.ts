import type { KnownName, NameHit } from '../../knowledge/knowledge'
import { kindsMask } from '../../knowledge/kinds-mask'
import { agreesInCase } from '../../knowledge/written-case'
import type { EntityKind } from '../../model/entity'
import type { Recognition } from '../stages'
import { judgeName, type Verdict } from './judge-name'
import type { RecogniseContext, Recogniser } from './recogniser'

const threatKinds = new Set<EntityKind>(['actor', 'malware', 'tool', 'campaign'])
const threats = kindsMask(threatKinds)
const malware = kindsMask(['malware'])

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
    const lone = isLone(context)
    const programs = lone ? new Set<string>() : calledPrograms(context)
    for (const hit of context.hits) {
      if ((hit.kinds & threats) === 0) continue
      for (const names of withBrands(context, byKind(context, hit))) {
        const verdict = brandVerdict(context, hit, names.name, programs)
        candidates.push({ hit, ...names, verdict })
        const anchor = `${names.name.kind}\t${context.text.slice(hit.start, hit.end)}`
        if (verdict.accepted && (anchored.get(anchor)?.strength ?? 0) < verdict.strength)
          anchored.set(anchor, verdict)
      }
    }
    return candidates.flatMap((candidate) => settle(context, candidate, anchored, lone))
  },
}

interface Candidate {
  readonly hit: NameHit
  readonly name: KnownName
  readonly contested: boolean
  readonly verdict: Verdict
}

/**
 * A ransomware's name is taken for its gang's where a gang's word or deed stands beside it, and everywhere in a text that never speaks of
 * it as a program.
 */
function brandVerdict(
  context: RecogniseContext,
  hit: NameHit,
  name: KnownName,
  programs: ReadonlySet<string>,
): Verdict {
  const verdict = judgeName(context, hit, name)
  const brand = name.kind === 'actor' && !context.knowledge.actors.has(name.key)
  if (
    !brand ||
    !verdict.accepted ||
    verdict.rule === 'known-name/cue' ||
    verdict.rule === 'known-name/cue-adjacent'
  )
    return verdict
  return programs.has(name.key) ? { ...verdict, accepted: false, mayFollow: true } : verdict
}

/** "Everything was encrypted with Akira", and no group is named beside it: then Akira is who did it. */
function isLone({ hits, knowledge }: RecogniseContext): boolean {
  const groups = new Set<string>()
  let isBrand = false
  for (const { names } of hits) {
    const one = names.find(({ kind }) => kind === 'actor')
    const brand = names.find(({ key }) => knowledge.software.get(key)?.class === 'ransomware')
    if (brand) isBrand = true
    const group = one ?? brand
    if (group) groups.add(group.key)
  }
  return isBrand && groups.size === 1
}

/** Keys of the ransomware that the text somewhere calls, or uses as, a program. */
function calledPrograms(context: RecogniseContext): ReadonlySet<string> {
  const programs = new Set<string>()
  for (const hit of context.hits)
    for (const name of (hit.kinds & malware) === 0 ? [] : hit.names)
      if (
        name.kind === 'malware' &&
        context.knowledge.software.get(name.key)?.class === 'ransomware' &&
        meansProgram(context, hit)
      )
        programs.add(name.key)
  return programs
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
  lone: boolean,
): Recognition[] {
  const surface = context.text.slice(hit.start, hit.end)
  const anchor = anchored.get(`${name.kind}\t${surface}`)
  if (!verdict.accepted && !(anchor && verdict.mayFollow))
    return mayBeProgram(context, hit, name, verdict) ? [guess(context, hit, name)] : []
  const sure = verdict.accepted ? verdict.strength : Math.min(0.8, (anchor?.strength ?? 0) - 0.1)
  const strength = sure + leaning(context, hit, name, lone)
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

/** A program's name without a word that says so: offered as a guess, which counts only where a link with an actor needs it. */
function mayBeProgram(
  context: RecogniseContext,
  hit: NameHit,
  name: KnownName,
  verdict: Verdict,
): boolean {
  if (name.kind !== 'malware' && name.kind !== 'tool') return false
  const sentence = context.sentenceAt(hit.start)
  const written = context.text.slice(hit.start, hit.end)
  return (
    verdict.mayFollow &&
    written.length >= 4 &&
    (/^\p{Lu}/u.test(written) || written === name.surface) &&
    context.loud[sentence] !== 1 &&
    context.shouted[sentence] !== 1 &&
    name.class !== 'place-or-demonym' &&
    name.class !== 'numeric'
  )
}

function guess(context: RecogniseContext, hit: NameHit, name: KnownName): Recognition {
  return {
    start: hit.start,
    end: hit.end,
    kind: name.kind,
    key: name.key,
    name: nameOf(context, name),
    surface: context.text.slice(hit.start, hit.end),
    rule: 'known-name/guess',
    strength: 0.22,
    sentence: context.sentenceAt(hit.start),
  }
}

/** A name that is a gang's and its program's: whichever the words beside it want. */
function leaning(context: RecogniseContext, hit: NameHit, name: KnownName, lone: boolean): number {
  const both =
    hit.names.some((one) => one.kind === 'actor') ||
    context.knowledge.software.get(name.key)?.class === 'ransomware'
  if (name.kind === 'campaign') return hit.names.some((one) => one.kind === 'actor') ? -0.3 : 0
  const software = hit.names.some((one) => one.kind === 'malware' || one.kind === 'tool')
  if (!both || !software) return 0
  const program = !lone && meansProgram(context, hit)
  return (name.kind === 'actor') === program ? -0.2 : 0.02
}

const programAfter =
  /^(?:ransomware|malware|encryptor|encryptors|encrypter|payload|payloads|locker|binary|sample|samples|variant|variants|builder|implant|backdoor|rootkit|stealer|trojan|rat|loader|wiper|when|program|code)$/
const peopleAfter =
  /^(?:gang|group|operators|operator|affiliate|affiliates|crew|operation|actors|hackers|cartel|extortionists|leak|site|ransom|collective|members?|gang’s|team|outfit|raas)$/
const programBefore =
  /^(?:with|using|use|uses|used|via|deployed|deploy|deploys|deploying|dropped|drops|dropping|installed|ran|runs|run|running|ransomware|malware|rootkits?|backdoors?|of|called|executed|executes|launched|unleashed|encryptor|wiper|loader|program|stealer|rat|trojan|off)$/

function meansProgram(context: RecogniseContext, hit: NameHit): boolean {
  const { words } = context
  const first = context.tokenAt(hit.start)
  const last = context.tokenAt(hit.end - 1)
  const after = words.tokens[last + 1]?.lower ?? ''
  const next = words.tokens[last + 2]?.lower ?? ''
  let left = first - 1
  while (
    /^(?:the|a|an|its|own|their|"|“|‘|new|custom)$/.test(words.tokens[left]?.lower ?? '') &&
    first - left < 4
  )
    left--
  const before = words.tokens[left]?.lower ?? ''
  if (peopleAfter.test(after) || (programAfter.test(after) && peopleAfter.test(next))) return false
  if (programAfter.test(after)) return true
  if (
    after === ',' &&
    /^(?:a|an|the|their|its|another)$/.test(next) &&
    [3, 4, 5].some((k) =>
      /^(?:product|ransomware|locker|program|malware|encryptor)$/.test(
        words.tokens[last + k]?.lower ?? '',
      ),
    )
  )
    return true
  if (before === 'of' || before === 'called') return false
  if (programBefore.test(before))
    return !(
      before === 'with' &&
      /^(?:affiliates|deal|partner|work|works|worked|linked|associated|contact|collaborat|servers|connect|together)/.test(
        words.tokens[left - 1]?.lower ?? '',
      )
    )
  return besideProgram(context, first, last)
}

/** "REPTILE and MEDUSA", "LockBit and Babuk": in one list with a program. */
function besideProgram(context: RecogniseContext, first: number, last: number): boolean {
  const { words, knowledge } = context
  const joins = (at: number): boolean => /^(?:,|and|or|\/|&)$/.test(words.tokens[at]?.lower ?? '')
  const isProgram = (at: number): boolean =>
    knowledge.names
      .lookUp(words.tokens[at]?.text ?? '')
      .some(
        (one) =>
          (one.kind === 'malware' || one.kind === 'tool') &&
          knowledge.software.get(one.key)?.class !== 'ransomware',
      )
  if (joins(first - 1) && isProgram(first - 2)) return true
  if (joins(last + 1) && isProgram(last + 2)) return true
  // "encrypt with LockBit and Babuk"
  if (joins(first - 1) && /^(?:with|using|via)$/.test(words.tokens[first - 3]?.lower ?? ''))
    return true
  return false
}

function nameOf({ knowledge }: RecogniseContext, name: KnownName): string {
  if (name.kind === 'actor')
    return (
      knowledge.actors.get(name.key)?.name ?? knowledge.software.get(name.key)?.name ?? name.surface
    )
  if (name.kind === 'campaign') return knowledge.campaigns.get(name.key)?.name ?? name.surface
  return knowledge.software.get(name.key)?.name ?? name.surface
}
