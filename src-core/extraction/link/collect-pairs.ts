import type { EntityKind } from '../../model/entity'
import { entityId, type EntityId } from '../../model/ids'
import type { Sentence } from '../stages'
import type { LinkableMention, ResolvedText } from '../resolve/resolved-text'
import {
  analyseSentence,
  type Lexicons,
  type ParseSentence,
  type SentenceAnalysis,
} from './analyse-sentence'
import type { FeatureIds } from '../score/feature-ids'
import type { FeatureList } from '../score/feature-list'
import { featureWriter } from '../score/feature-writer'
import { actorDescriber, type DescribeActor, type DescribedActor } from './actor-features'
import {
  actorsOfSentence,
  overviewActors,
  type ActorCandidate,
  type ActorOverview,
  type SentenceActors,
} from './candidates'
import {
  claimsOf,
  dateMention,
  mayBeLinked,
  targetKinds,
  type Claim,
  type Imply,
  type ScoredRelation,
} from './claims'
import { mentionDescriber, type DescribeMention, type HitRole } from './mention-features'
import { chainsOf } from './neighbour-features'
import { pairDescriber, type DescribePair } from './pair-features'
import { passageOf, type Passage } from './passage-features'
import {
  isSoftware,
  overviewSoftware,
  softwareDescriber,
  type DescribeSoftware,
  type SoftwareOverview,
} from './software-features'
import { SentenceCues } from './veto-cues'
import { actorVeto, mentionVeto, type VetoRule } from './vetoes'

/** One place in the text that may state one link: an actor, a mention and the features of the two together. */
export interface PairRow {
  readonly relation: ScoredRelation
  /** Absent for `reported-by`, which is about the report. */
  readonly actor: EntityId | undefined
  readonly target: EntityId
  readonly mention: LinkableMention
  readonly candidate: ActorCandidate | undefined
  readonly sentence: Sentence
  readonly analysis: SentenceAnalysis
  /**
   * Of the mention, of the actor in its sentence, of the two together, of what the mention implies. A list is shared between rows and
   * no feature stands in two lists of a row.
   */
  readonly features: readonly FeatureList[]
  /** The governing attack word, if any: rule id and outcome come from it. */
  readonly governor: HitRole | undefined
  /** Rows of one actor with the same number stand or fall together: their mentions make a list, or a body with its country. */
  readonly chain: number | undefined
  /** A rule that forbids this reading: the row is kept for denials only. */
  readonly veto: VetoRule | undefined
}

/** Chains are numbered over the whole report; a sentence has fewer. */
const mostChains = 10_000

/** Longer sentences are tables and lists: a tree over them says nothing. */
const longestParsed = 70

/** What collecting needs beside the text; made once for all reports. */
export interface PairTools {
  readonly lexicons: Lexicons
  readonly parse: ParseSentence | undefined
  readonly describeMention: DescribeMention
  readonly describeActor: DescribeActor
  readonly describePair: DescribePair
  readonly describeSoftware: DescribeSoftware
  readonly implied: Imply
}

export function pairTools(
  ids: FeatureIds,
  lexicons: Lexicons,
  parse: ParseSentence | undefined,
): PairTools {
  const { say, take } = featureWriter(ids)
  return {
    lexicons,
    parse,
    describeMention: mentionDescriber(ids),
    describeActor: actorDescriber(ids),
    describePair: pairDescriber(ids),
    describeSoftware: softwareDescriber(ids),
    implied: (implied, kind) => {
      say`implied ${implied}`
      say`implied ${implied} by ${kind}`
      return take()
    },
  }
}

/** Every candidate row of a report, sentence by sentence; sentences without anything to link are not even analysed. */
export function collectPairs(resolved: ResolvedText, tools: PairTools): PairRow[] {
  const overview = overviewActors(resolved)
  const software = overviewSoftware(resolved)
  const repeats = new Map<EntityId, number>()
  for (const m of resolved.mentions) repeats.set(m.entity, (repeats.get(m.entity) ?? 0) + 1)
  const rows: PairRow[] = []
  const collecting: Collecting = { resolved, overview, software, repeats, tools, rows }
  for (const sentence of resolved.segmented.sentences) collectIn(sentence, collecting)
  return rows
}

interface Collecting {
  readonly resolved: ResolvedText
  readonly overview: ActorOverview
  readonly software: SoftwareOverview
  /** Mentions of each entity in the whole report. */
  readonly repeats: ReadonlyMap<EntityId, number>
  readonly tools: PairTools
  /** Added to. */
  readonly rows: PairRow[]
  /** The sentence analysed last. */
  last?: SentenceAnalysis
}

/** The sentence before, as far as it belongs to the same story. */
function analysisBefore(
  { index, story }: Sentence,
  { resolved, tools, last }: Collecting,
): SentenceAnalysis | undefined {
  const before = resolved.segmented.sentences[index - 1]
  if (before?.story !== story) return undefined
  return last?.sentence === before ? last : analyseSentence(before, tools.lexicons, undefined)
}

function collectIn(sentence: Sentence, collecting: Collecting): void {
  const { resolved, tools } = collecting
  const all = resolved.mentionsOf[sentence.index] ?? []
  const dates = resolved.datesOf[sentence.index] ?? []
  const mentions = all.filter((mention) => mayBeLinked.has(mention.kind))
  if (mentions.length === 0 && dates.length === 0) return
  const holdsLink =
    sentence.tokens.length <= longestParsed &&
    mentions.some((m) => targetKinds.has(m.kind)) &&
    all.some((m) => m.kind === 'actor')
  const analysis = analyseSentence(sentence, tools.lexicons, holdsLink ? tools.parse : undefined)
  const passage = passageOf(sentence, analysisBefore(sentence, collecting))
  collecting.last = analysis
  const place = new SentencePlace(analysis, passage, all, collecting)
  const sameKind = new Map<EntityKind, number>()
  for (const { kind } of mentions) sameKind.set(kind, (sameKind.get(kind) ?? 0) + 1)
  for (const mention of mentions)
    collectAt(place, mention, sameKind.get(mention.kind) ?? 1, claimsOf(mention, tools.implied))
  for (const date of dates) {
    const claim: Claim = { relation: 'period', target: entityId('indicator', date.key) }
    collectAt(place, dateMention(sentence, date), dates.length, [claim])
  }
}

/** What all mentions of a sentence share: its actors, described once, and the cues of the vetoes. */
class SentencePlace {
  readonly actors: SentenceActors
  private readonly chains: ReadonlyMap<LinkableMention, number>
  private readonly described = new Map<ActorCandidate, DescribedActor>()
  private readonly vetoes = new Map<ActorCandidate, VetoRule | undefined>()
  private cuesFound: SentenceCues | undefined

  constructor(
    readonly analysis: SentenceAnalysis,
    readonly passage: Passage,
    /** All its mentions, in text order. */
    readonly beside: readonly LinkableMention[],
    readonly collecting: Collecting,
  ) {
    const { resolved, overview } = collecting
    this.actors = actorsOfSentence(resolved, overview, analysis.sentence.index)
    this.chains = chainsOf(beside, analysis.words)
  }

  chainOf(mention: LinkableMention): number | undefined {
    const chain = this.chains.get(mention)
    return chain === undefined ? undefined : this.analysis.sentence.index * mostChains + chain
  }

  describe(candidate: ActorCandidate): DescribedActor {
    const known = this.described.get(candidate)
    if (known) return known
    const { resolved, overview, tools } = this.collecting
    const actor = tools.describeActor(resolved, overview, this.analysis, this.passage, candidate)
    this.described.set(candidate, actor)
    return actor
  }

  get cues(): SentenceCues {
    const { sentence, words } = this.analysis
    const next = this.collecting.resolved.segmented.sentences[sentence.index + 1]
    return (this.cuesFound ??= new SentenceCues(words, sentence, next))
  }

  vetoOf(candidate: ActorCandidate): VetoRule | undefined {
    if (!candidate.mention) return undefined
    if (!this.vetoes.has(candidate)) this.vetoes.set(candidate, actorVeto(this.cues, candidate))
    return this.vetoes.get(candidate)
  }
}

function collectAt(
  place: SentencePlace,
  mention: LinkableMention,
  sameKind: number,
  claims: readonly Claim[],
): void {
  const { analysis, passage, beside, collecting } = place
  const { resolved, overview, software, repeats, tools, rows } = collecting
  const { sentence } = analysis
  const own = tools.describeMention(mention, {
    analysis,
    passage,
    beside,
    sameKind,
    repeats: repeats.get(mention.entity) ?? 1,
    position: sentence.index / Math.max(1, resolved.segmented.sentences.length),
  })
  const { governor } = own
  const isReporting = claims[0]?.relation === 'reported-by'
  if (isReporting)
    rows.push({
      relation: 'reported-by',
      actor: undefined,
      target: mention.entity,
      mention,
      candidate: undefined,
      sentence,
      analysis,
      features: [own.features],
      governor,
      chain: undefined,
      veto: undefined,
    })
  if (isReporting && claims.length === 1) return
  const isVictim = claims.some(({ relation }) => relation === 'targets')
  const chain = place.chainOf(mention)
  const program = isSoftware(mention) ? tools.describeSoftware.place(analysis, mention) : undefined
  let ownVeto: VetoRule | undefined
  let isAsked = false
  for (const candidate of place.actors.at(mention.firstToken)) {
    if (isVictim && !isAsked) {
      ownVeto = mentionVeto(place.cues, analysis, mention, own)
      isAsked = true
    }
    const actor = place.describe(candidate)
    const pair = tools.describePair(resolved, analysis, mention, own, actor)
    const features = [own.features, own.hedges, actor.features, pair]
    if (program)
      features.push(
        program,
        tools.describeSoftware.pair(resolved, software, analysis, mention, candidate),
      )
    for (const { relation, target, implied } of claims) {
      if (relation === 'reported-by') continue
      const isTarget = relation === 'targets'
      if (!isTarget && !isNear(relation, candidate, overview.main)) continue
      rows.push({
        relation,
        actor: candidate.entity,
        target,
        mention,
        candidate,
        sentence,
        analysis,
        features: implied ? [...features, implied] : features,
        governor,
        chain: isTarget ? chain : undefined,
        veto: isTarget ? (ownVeto ?? place.vetoOf(candidate)) : undefined,
      })
    }
  }
}

/** Origins and seats are stated beside the actor; dates a few sentences on; what the report's main actor uses, anywhere. */
function isNear(
  relation: ScoredRelation,
  candidate: ActorCandidate,
  main: EntityId | undefined,
): boolean {
  if (candidate.mention) return true
  const software = relation === 'uses' || relation === 'exploits'
  if (candidate.reference === 'later') return candidate.distance <= 1
  if (candidate.reference === 'topic')
    return (
      candidate.distance <= (software || relation === 'period' ? 8 : 2) ||
      (software && (candidate.entity === main || candidate.rank === 0))
    )
  return software
}
