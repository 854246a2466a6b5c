import type { EntityId } from '../../model/ids'
import type { EntityDraft, LinkableMention, ResolvedText } from '../resolve/resolved-text'
import type { FeatureIds } from '../score/feature-ids'
import type { FeatureList } from '../score/feature-list'
import { featureWriter, type FeatureWriter } from '../score/feature-writer'
import type { SentenceAnalysis } from './analyse-sentence'
import type { ActorCandidate } from './candidates'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What people do with programs. */
const useWords =
  set(`use uses used using deploy deploys deployed deploying deployment drop drops dropped dropping install installs installed installing
  load loads loaded loading deliver delivers delivered delivering execute executes executed executing launch launches launched run runs ran running
  unleash unleashed spread spreads spreading distribute distributes distributed plant planted implant implanted fetch fetches fetched download downloads
  downloaded push pushed leverage leverages leveraged leveraging employ employs employed employing rely relies relied wield wields wielded operate operates
  operated develop developed develops build built wrote write custom own bespoke toolset toolkit arsenal tools tooling repertoire favourite favourites
  favorite trademark bring brings brought leave left place placed serve served serves install carry carries carried unpack unpacked trade traded with via through
  means help contains contained include includes included including comprise sent send sends receive received got get gets found`)
/** What people do with holes. */
const exploitWords =
  set(`exploit exploits exploited exploiting exploitation abuse abuses abused abusing weaponise weaponised weaponize weaponized flaw flaws
  vulnerability vulnerabilities hole holes bug bugs zero-day zero-days n-day unpatched unfixed weakness weaknesses through via entered entry door got broke
  access foothold leveraged leveraging used using exposed internet-facing edge`)
/** Words of repair and of inventory: the product is the victim's. */
const repairWords =
  set(`patch patches patched patching update updates updated upgrade upgraded fix fixed fixes mitigation mitigations install apply advisory
  released vendor maker customers licence license hosted hosting account accounts message messages posted notes wrote channel repository repositories removed`)
const likenessWords =
  set(`similar similarity similarities resembles resemble resembling overlap overlaps overlapping reminiscent like unlike compared comparison
  relative sibling successor predecessor variant shares shared code attributed associated linked once previously formerly else whose`)

const programWords =
  set(`malware ransomware backdoor backdoors rat rats trojan trojans loader loaders dropper droppers stealer stealers implant implants worm
  worms wiper wipers spyware rootkit rootkits downloader downloaders keylogger webshell webshells shell shells payload payloads locker encryptor beacon beacons
  tool tools utility utilities framework program programs script scripts module modules toolkit proxy tunnel variant variants sample samples`)

/** Which actors a text names in one sentence with which software; made once a report. */
export interface SoftwareOverview {
  readonly actorsBeside: ReadonlyMap<EntityId, ReadonlyMap<EntityId, number>>
}

export function overviewSoftware(resolved: ResolvedText): SoftwareOverview {
  const actorsBeside = new Map<EntityId, Map<EntityId, number>>()
  for (const mentions of resolved.mentionsOf) {
    const software = mentions.filter((m) => isSoftware(m))
    if (software.length === 0) continue
    const actors = new Set(mentions.filter((m) => m.kind === 'actor').map((m) => m.entity))
    for (const { entity } of software) {
      const beside = actorsBeside.get(entity) ?? new Map<EntityId, number>()
      for (const actor of actors) beside.set(actor, (beside.get(actor) ?? 0) + 1)
      actorsBeside.set(entity, beside)
    }
  }
  return { actorsBeside }
}

export function isSoftware(mention: Pick<LinkableMention, 'kind'>): boolean {
  const { kind } = mention
  return (
    kind === 'malware' ||
    kind === 'tool' ||
    kind === 'product' ||
    kind === 'vulnerability' ||
    kind === 'technique'
  )
}

export interface DescribeSoftware {
  /** What depends on its place in the sentence only; once a mention. */
  readonly place: (analysis: SentenceAnalysis, mention: LinkableMention) => FeatureList
  /** An actor and a program together: who is named with it in the text, what is known of the two. */
  readonly pair: (
    resolved: ResolvedText,
    overview: SoftwareOverview,
    analysis: SentenceAnalysis,
    mention: LinkableMention,
    candidate: ActorCandidate,
  ) => FeatureList
}

export function softwareDescriber(ids: FeatureIds): DescribeSoftware {
  const writer = featureWriter(ids)
  const { say, take } = writer
  return {
    place: (analysis, mention) => {
      addUse(writer, analysis.words, mention)
      addRepair(writer, analysis.words, mention)
      addShape(writer, mention)
      if (analysis.words.length <= 12) say`short sentence with software`
      return take()
    },
    pair: (resolved, overview, { words }, mention, candidate) => {
      const beside = overview.actorsBeside.get(mention.entity)
      const together = beside?.get(candidate.entity) ?? 0
      const others = (beside?.size ?? 0) - (together > 0 ? 1 : 0)
      if (together > 1) say`software met with this actor often`
      if (together > 0) say`software met with this actor`
      else if (others > 0) say`software met only with others`
      else say`software met with nobody`
      if (together > 0 && others > 0) say`software met with several`
      const software = resolved.entities.get(mention.entity)
      const isKnown = (actor: EntityId): boolean => knownUse(resolved.entities.get(actor), software)
      if (isKnown(candidate.entity)) say`known to use it`
      else if (beside && [...beside.keys()].some(isKnown)) say`known of another one beside it`
      const at = candidate.mention
      if (at && at.lastToken < mention.firstToken) {
        if (doesBetween(words, at.lastToken + 1, mention.firstToken)) say`actor, use, software`
      } else if (at && at.firstToken > mention.lastToken)
        if (doesBetween(words, mention.lastToken + 1, at.firstToken)) say`software, use, actor`
      return take()
    },
  }
}

function addUse(
  { say, quote }: FeatureWriter,
  words: readonly string[],
  { firstToken, lastToken }: LinkableMention,
): void {
  const near = Math.max(0, firstToken - 4)
  const soon = Math.min(words.length, lastToken + 5)
  const use = wordOf(useWords, words, near, firstToken)
  if (use !== '') {
    say`use word close before`
    quote`use word close before: ${use}`
  }
  if (wordOf(useWords, words, 0, near) !== '') say`use word before`
  const useBehind = wordOf(useWords, words, lastToken + 1, soon)
  if (useBehind !== '') {
    say`use word close behind`
    quote`use word close behind: ${useBehind}`
  }
  const hole = wordOf(exploitWords, words, near, firstToken)
  if (hole !== '') {
    say`exploit word close before`
    quote`exploit word close before: ${hole}`
  }
  if (wordOf(exploitWords, words, 0, near) !== '') say`exploit word before`
  const holeBehind = wordOf(exploitWords, words, lastToken + 1, soon)
  if (holeBehind !== '') {
    say`exploit word close behind`
    quote`exploit word close behind: ${holeBehind}`
  }
  if (wordOf(exploitWords, words, soon, words.length) !== '') say`exploit word behind`
}

function addRepair(
  { say, quote }: FeatureWriter,
  words: readonly string[],
  { firstToken, lastToken }: LinkableMention,
): void {
  const from = Math.max(0, firstToken - 5)
  const to = Math.min(words.length, lastToken + 6)
  const repair = wordOf(repairWords, words, from, firstToken)
  if (repair !== '') {
    say`repair word near`
    quote`repair word near: ${repair}`
  }
  const repairBehind = wordOf(repairWords, words, lastToken + 1, to)
  if (repairBehind !== '') {
    say`repair word behind`
    quote`repair word behind: ${repairBehind}`
  }
  const like = wordOf(likenessWords, words, from, firstToken)
  if (like !== '') {
    say`likeness word near`
    quote`likeness word near: ${like}`
  }
  const likeBehind = wordOf(likenessWords, words, lastToken + 1, to)
  if (likeBehind !== '') {
    say`likeness word behind`
    quote`likeness word behind: ${likeBehind}`
  }
  if (
    wordOf(programWords, words, Math.max(0, firstToken - 6), firstToken) !== '' ||
    wordOf(programWords, words, lastToken + 1, Math.min(words.length, lastToken + 7)) !== ''
  )
    say`program word near`
}

function addShape({ say }: FeatureWriter, { rule, surface, weak }: LinkableMention): void {
  say`named by ${rule}`
  const shape = shapeOf(surface)
  say`shape ${shape}`
  if (weak) say`bare shape ${shape}`
  if (!programEnding.test(surface)) return
  say`shape program ending`
  if (weak) say`bare shape program ending`
}

function wordOf(
  table: ReadonlySet<string>,
  words: readonly string[],
  from: number,
  to: number,
): string {
  for (let i = from; i < to; i++) if (table.has(words[i] ?? '')) return words[i] ?? ''
  return ''
}

function doesBetween(words: readonly string[], from: number, to: number): boolean {
  return wordOf(useWords, words, from, to) !== '' || wordOf(exploitWords, words, from, to) !== ''
}

/** How a name is written: what nobody writes by accident is a program's more often than a body's. */
function shapeOf(surface: string): string {
  if (/\s/.test(surface)) return 'words'
  if (/^\p{Lu}{4,}\d*$/u.test(surface)) return 'capitals'
  if (/\p{Ll}\p{Lu}/u.test(surface)) return 'camel'
  if (/\d/.test(surface)) return 'digit'
  return /^\p{Lu}/u.test(surface) ? 'plain' : 'lower'
}

const programEnding =
  /(?:loader|stealer|locker|door|shell|wiper|crypt|dropper|spy|rat|bot|miner|kit|worm|tunnel|proxy|hook|RAT|ware)$/i

function knownUse(actor: EntityDraft | undefined, software: EntityDraft | undefined): boolean {
  return software?.attackId !== undefined && actor?.knownUses?.includes(software.attackId) === true
}
