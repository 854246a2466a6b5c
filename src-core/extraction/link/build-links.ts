import { entityKindOf, linkId, type EntityId } from '../../model/ids'
import type { Evidence, Link, Predicate } from '../../model/link'
import type { Span } from '../../model/span'
import type { LinkableMention, ResolvedText } from '../resolve/resolved-text'
import { judgeBag, supportingRows, type RowJudgement } from '../score/judge-rows'
import { confidenceOf, strongestFeatures, type CompiledModel } from '../score/relation-model'
import { noFeatures } from '../score/feature-list'
import type { ScoredBag, ScoredRow } from '../score/score-bags'
import { classBit } from './analyse-sentence'
import { cellsOf } from './cells'
import { countFor } from './counts'
import type { ScoredRelation } from './claims'
import type { PairRow } from './collect-pairs'
import { attachPeriods } from './periods'
import { seatLinks } from './seats'
import { shareOutcomes } from './share-outcomes'
import { techniqueBags } from './technique-links'
import type { DescribeStatements } from './statement-context'

const predicateOf: Readonly<Record<Exclude<ScoredRelation, 'period'>, Predicate>> = {
  targets: 'targets',
  uses: 'uses',
  exploits: 'exploits',
  origin: 'originates-from',
  'based-in': 'based-in',
  'reported-by': 'reported-by',
}
const mostEvidence = 6
const cueBits =
  classBit('hedge') | classBit('negation') | classBit('noEvidence') | classBit('lowConfidence')

export interface BuildInput {
  readonly resolved: ResolvedText
  readonly bags: readonly ScoredBag[]
  readonly models: ReadonlyMap<string, CompiledModel>
  /** The report itself stands as the source of `reported-by` where it names no actor. */
  readonly mainActor: EntityId | undefined
  readonly describeStatements: DescribeStatements
}

/** Links of a reading from scored bags: asserted ones, denied ones, stated aliases; periods, counts and cells on them. */
export function buildLinks(input: BuildInput): Link[] {
  const { resolved, bags, models } = input
  const reporters = new Map(
    bags
      .filter((b) => b.isLink && b.relation === 'reported-by')
      .map((b) => [b.target, b.confidence]),
  )
  // Who reports is no victim unless the text says so louder.
  const linked = bags.filter(
    (bag) =>
      bag.isLink &&
      bag.relation !== 'period' &&
      entityKindOf(bag.target) !== 'technique' &&
      !(bag.relation === 'targets' && bag.confidence < (reporters.get(bag.target) ?? 0)),
  )
  const sayers = new Set(linked.filter((b) => b.relation === 'reported-by').map((b) => b.target))
  const statementsOf = input.describeStatements(rowsIn(bags))
  const cells = cellsOf(linked.filter((bag) => bag.relation === 'targets'))
  const judged = [...bestOrigins(linked), ...techniqueBags(bags, resolved)].flatMap((bag) => {
    const source = bag.actor ?? input.mainActor
    if (source === undefined || bag.relation === 'period') return []
    const link = asserted(bag, source, predicateOf[bag.relation], {
      resolved,
      models,
      sayers,
      cells,
      statementsOf,
    })
    return [{ link, mention: bag.rows[0]?.row.mention }]
  })
  const shared = shareOutcomes(judged)
  const known = new Set(shared.map(({ id }) => id))
  const links = [...shared, ...seatLinks(resolved).filter(({ id }) => !known.has(id))]
  const denied = bags
    .filter((bag) => bag.relation === 'targets' && !bag.isLink)
    .flatMap((bag) => deniedLink(bag, resolved))
  const dated = attachPeriods(
    links,
    bags.filter((bag) => bag.relation === 'period' && bag.isLink),
  )
  return [...dated, ...denied, ...aliasLinks(resolved)]
}

interface BuildContext {
  readonly resolved: ResolvedText
  readonly models: ReadonlyMap<string, CompiledModel>
  readonly sayers: ReadonlySet<EntityId>
  readonly cells: ReadonlyMap<ScoredBag, string>
  readonly statementsOf: ReturnType<DescribeStatements>
}

function* rowsIn(bags: readonly ScoredBag[]): Iterable<PairRow> {
  for (const bag of bags) for (const { row } of bag.rows) yield row
}

function asserted(
  bag: ScoredBag,
  source: EntityId,
  predicate: Predicate,
  context: BuildContext,
): Link {
  const { resolved, models } = context
  const rows = supportingRows(bag).slice(0, mostEvidence)
  const compiled = models.get(bag.relation)
  const statements =
    predicate === 'targets' ? context.statementsOf(bag.rows.map(({ row }) => row)) : noFeatures
  const judged = predicate === 'targets' ? judgeBag(bag, models, statements) : undefined
  const judgement = judged?.whole
  const evidence = oneASentence(rows)
    .map((scored) => evidenceOf(scored, models, context, judged?.rows.get(scored.row)))
    .sort((a, b) => a.start - b.start)
  const [first, ...others] = evidence
  if (!first) throw new Error('A scored bag has at least one row')
  const count = countFor(
    resolved,
    rows.map((r) => r.row),
  )
  const cell = context.cells.get(bag)
  const lead = rows[0]
  return {
    id: linkId(source, predicate, bag.target, 'asserted'),
    source,
    predicate,
    target: bag.target,
    polarity: 'asserted',
    ...(judgement && { outcome: judgement.outcome }),
    hedged: judgement?.hedged ?? false,
    ...(count && { count }),
    ...(cell !== undefined && { cell }),
    confidence: bag.confidence,
    features: compiled && lead ? strongestFeatures(compiled, 8, lead.row.features) : [],
    evidence: [first, ...others],
  }
}

function oneASentence(rows: readonly ScoredRow[]): ScoredRow[] {
  const seen = new Set<number>()
  return rows.filter(({ row }) => !seen.has(row.sentence.index) && seen.add(row.sentence.index))
}

function evidenceOf(
  scored: ScoredRow,
  models: ReadonlyMap<string, CompiledModel>,
  context: BuildContext,
  judgement: RowJudgement | undefined,
): Evidence {
  const { row } = scored
  const model = models.get(row.relation)?.model
  const saidBy = sayerIn(row, context)
  return {
    start: row.sentence.start,
    end: row.sentence.end,
    rule: ruleOf(row),
    ...(row.candidate?.mention && { sourceSpan: spanOf(row.candidate.mention) }),
    targetSpan: spanOf(row.mention),
    cues: cuesOf(row),
    ...(saidBy !== undefined && { saidBy }),
    ...(judgement && { outcome: judgement.outcome }),
    hedged: judgement?.hedged ?? false,
    polarity: 'asserted',
    confidence: model ? confidenceOf(model, scored.z) : 0,
  }
}

/** `frame/verb/breach/obj`: the attack word and the slot; `context/topic` where no attack word governs. */
function ruleOf(row: PairRow): string {
  const { governor } = row
  const reference = row.candidate?.reference ?? 'report'
  if (row.relation !== 'targets') return `${row.relation}/${reference}`
  if (!governor) return `context/${reference}`
  const { word } = governor.hit
  return `frame/${word.part}/${word.id}/${governor.role?.slot ?? 'beside'}`
}

function cuesOf(row: PairRow): Span[] {
  const { bits, sentence } = row.analysis
  return sentence.tokens
    .filter((_, i) => ((bits[i] ?? 0) & cueBits) !== 0)
    .slice(0, 6)
    .map(({ start, end }) => ({ start, end }))
}

/** Who says so: the reporting body that the sentence names. */
function sayerIn(row: PairRow, context: BuildContext): EntityId | undefined {
  return context.resolved.mentionsOf[row.sentence.index]?.find(
    (m) => context.sayers.has(m.entity) && m.entity !== row.target,
  )?.entity
}

function spanOf(mention: LinkableMention): Span {
  return { start: mention.start, end: mention.end }
}

/** An actor comes from one place: the best supported. */
function bestOrigins(bags: readonly ScoredBag[]): ScoredBag[] {
  const best = new Map<EntityId, ScoredBag>()
  for (const bag of bags) {
    if (bag.relation !== 'origin' || bag.actor === undefined) continue
    if ((best.get(bag.actor)?.z ?? -Infinity) < bag.z) best.set(bag.actor, bag)
  }
  return bags.filter(
    (bag) => bag.relation !== 'origin' || (bag.actor !== undefined && best.get(bag.actor) === bag),
  )
}

const victimSlots =
  /^(?:obj|nsubj:pass|obl:(?:in|on|at|into|against|of)|nmod:(?:of|on|at|in|against))$/

/** "found no evidence that X was breached": a negated attack word with the victim in its slot and an actor in sight. */
function deniedLink(bag: ScoredBag, resolved: ResolvedText): Link[] {
  const rows = bag.rows.filter(
    ({ row }) =>
      row.governor?.hit.negated === true &&
      row.governor.hit.outcome !== 'weak' &&
      victimSlots.test(row.governor.role?.slot ?? '') &&
      row.candidate !== undefined &&
      row.candidate.reference !== 'later' &&
      row.candidate.reference !== 'main' &&
      row.candidate.distance <= 1,
  )
  const lead = rows[0]?.row
  if (!lead || bag.actor === undefined || !resolved.entities.has(bag.actor)) return []
  const evidence: Evidence = {
    start: lead.sentence.start,
    end: lead.sentence.end,
    rule: `denied/${lead.governor?.hit.word.id ?? ''}`,
    ...(lead.candidate?.mention && { sourceSpan: spanOf(lead.candidate.mention) }),
    targetSpan: spanOf(lead.mention),
    cues: cuesOf(lead),
    hedged: false,
    polarity: 'denied',
    confidence: 0.6,
  }
  return [
    {
      id: linkId(bag.actor, 'targets', bag.target, 'denied'),
      source: bag.actor,
      predicate: 'targets',
      target: bag.target,
      polarity: 'denied',
      hedged: false,
      confidence: 0.6,
      features: [],
      evidence: [evidence],
    },
  ]
}

/** A stated alias is a link of the entity with itself: its evidence says which two names were equated. */
function aliasLinks(resolved: ResolvedText): Link[] {
  const byEntity = new Map<EntityId, Evidence[]>()
  for (const alias of resolved.aliases) {
    const evidence: Evidence = {
      start: alias.start,
      end: alias.end,
      rule: alias.rule,
      sourceSpan: alias.first,
      targetSpan: alias.second,
      cues: [],
      hedged: false,
      polarity: 'asserted',
      confidence: 0.9,
    }
    const list = byEntity.get(alias.entity)
    if (list) list.push(evidence)
    else byEntity.set(alias.entity, [evidence])
  }
  return [...byEntity].flatMap(([entity, [first, ...rest]]) =>
    first
      ? [
          {
            id: linkId(entity, 'alias-of', entity, 'asserted'),
            source: entity,
            predicate: 'alias-of' as const,
            target: entity,
            polarity: 'asserted' as const,
            hedged: false,
            confidence: 0.9,
            features: [],
            evidence: [first, ...rest] as const,
          },
        ]
      : [],
  )
}
