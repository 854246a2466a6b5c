import type { EntityKind } from '../../model/entity'
import type { EntityId } from '../../model/ids'
import type { Recognition, Sentence } from '../stages'
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
} from './candidates'
import { mentionDescriber, type DescribeMention, type HitRole } from './mention-features'
import { chainsOf } from './neighbour-features'
import { pairDescriber, type DescribePair } from './pair-features'
import { dateMention, relationsOf, targetKinds, targetsOf } from './pair-targets'
import { passageOf } from './passage-features'
import {
  isSoftware,
  overviewSoftware,
  softwareDescriber,
  type DescribeSoftware,
  type SoftwareOverview,
} from './software-features'
import { vetoOf, type VetoRule } from './vetoes'

/** Relations that have a scorer of their own. */
export const scoredRelations = [
  'targets',
  'uses',
  'exploits',
  'origin',
  'based-in',
  'reported-by',
  'period',
] as const
export type ScoredRelation = (typeof scoredRelations)[number]

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
  readonly date?: Recognition
  /** Rows of one actor with the same number stand or fall together: their mentions make a list, or a body with its country. */
  readonly chain?: number
  /** A rule that forbids this reading: the row is kept for denials only. */
  readonly veto?: VetoRule
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
  readonly implied: (implied: string, kind: EntityKind) => FeatureList
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
  const { resolved, overview, software, repeats, tools, rows } = collecting
  const { sentences } = resolved.segmented
  const all = resolved.mentionsOf[sentence.index] ?? []
  const dates = resolved.datesOf[sentence.index] ?? []
  const mentions = all.filter((m) => relationsOf(m).length > 0)
  if (mentions.length === 0 && dates.length === 0) return
  const holdsLink =
    sentence.tokens.length <= longestParsed &&
    mentions.some((m) => targetKinds.has(m.kind)) &&
    all.some((m) => m.kind === 'actor')
  const analysis = analyseSentence(sentence, tools.lexicons, holdsLink ? tools.parse : undefined)
  const passage = passageOf(sentence, analysisBefore(sentence, collecting))
  collecting.last = analysis
  const sameKind = new Map<EntityKind, number>()
  for (const m of mentions) sameKind.set(m.kind, (sameKind.get(m.kind) ?? 0) + 1)
  const chains = chainsOf(all, analysis.words)
  const actors = actorsOfSentence(resolved, overview, sentence.index)
  const described = new Map<ActorCandidate, DescribedActor>()
  const describe = (candidate: ActorCandidate): DescribedActor => {
    const known = described.get(candidate)
    if (known) return known
    const actor = tools.describeActor(resolved, overview, analysis, passage, candidate)
    described.set(candidate, actor)
    return actor
  }
  const places = [
    ...mentions.map((mention) => ({ mention, date: undefined })),
    ...dates.map((date) => ({ mention: dateMention(sentence, date), date })),
  ]
  for (const { mention, date } of places) {
    const own = tools.describeMention(mention, {
      analysis,
      passage,
      beside: all,
      sameKind: date ? dates.length : (sameKind.get(mention.kind) ?? 1),
      repeats: repeats.get(mention.entity) ?? 1,
      position: sentence.index / Math.max(1, sentences.length),
    })
    const base = { mention, sentence, analysis, governor: own.governor, ...(date && { date }) }
    const link = chains.get(mention)
    const chain = link === undefined ? undefined : sentence.index * mostChains + link
    const relations = date ? (['period'] as const) : relationsOf(mention)
    const program =
      !date && isSoftware(mention) ? tools.describeSoftware.place(analysis, mention) : undefined
    if (relations.includes('reported-by'))
      rows.push({
        ...base,
        relation: 'reported-by',
        actor: undefined,
        target: mention.entity,
        candidate: undefined,
        features: [own.features],
      })
    if (relations.length === 1 && relations[0] === 'reported-by') continue
    for (const candidate of actors.at(mention.firstToken)) {
      const actor = describe(candidate)
      const pair = tools.describePair(resolved, analysis, mention, own, actor)
      const features = [own.features, own.hedges, actor.features, pair]
      if (program)
        features.push(
          program,
          tools.describeSoftware.pair(resolved, software, analysis, mention, candidate),
        )
      const veto = relations.includes('targets')
        ? vetoOf(
            analysis,
            mention,
            own,
            candidate,
            nextWordsOf(sentences[sentence.index + 1], sentence),
          )
        : undefined
      for (const relation of relations) {
        if (relation === 'reported-by') continue
        if (relation !== 'targets' && !isNear(relation, candidate, overview.main)) continue
        for (const { target, implied } of targetsOf(relation, mention, date))
          rows.push({
            ...base,
            relation,
            actor: candidate.entity,
            target,
            candidate,
            ...(relation === 'targets' && veto && { veto }),
            ...(relation === 'targets' && chain !== undefined && { chain }),
            features:
              implied === undefined
                ? features
                : [...features, tools.implied(implied, mention.kind)],
          })
      }
    }
  }
}

/** The sentence behind, as far as it stands in the same paragraph: where a statement is taken back. */
function nextWordsOf(next: Sentence | undefined, sentence: Sentence): string {
  if (next?.paragraph !== sentence.paragraph) return ''
  return next.tokens
    .slice(0, 25)
    .map((token) => token.lower)
    .join(' ')
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
