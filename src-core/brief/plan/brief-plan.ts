import type { EntityId, LinkId } from '../../model/ids'
import type { TlpMarking } from '../../model/report'
import type { YardstickId } from '../language/yardsticks'

/**
 * What an analyst composed: sections in their order. Facts are named and filled from the case each time; words are the
 * analyst's own, or absent, and then drafted by rule.
 */
export interface BriefPlan {
  readonly template: TemplateId
  readonly subject: BriefSubject
  /** Absent: made from the subject. */
  readonly title?: string
  /** The office's own report number. */
  readonly number?: string
  /** 1 for the first issue. */
  readonly version: number
  /** The question that the brief answers. */
  readonly requirement?: string
  readonly author?: string
  /** Sources marked higher are left out. Absent: nothing is, and the brief is marked as its highest source. */
  readonly ceiling?: TlpMarking
  readonly paper: 'A4' | 'Letter'
  readonly ink: 'colour' | 'greyscale'
  readonly yardstick: YardstickId
  readonly sections: readonly PlanSection[]
}

export const templateIds = ['actor', 'victim', 'campaign', 'digest', 'blank'] as const
export type TemplateId = (typeof templateIds)[number]

/** What a brief is about: every field narrows; none means the whole case. */
export interface BriefSubject {
  readonly actors?: readonly EntityId[]
  readonly victims?: readonly EntityId[]
  /** ISO dates (also `YYYY` or `YYYY-MM`), both inclusive, on the activity or else on its publication. */
  readonly since?: string
  readonly until?: string
}

export type PlanSection = WordsSection | FactsSection

/** The analyst's words; `statements` absent: drafted by rule from the links as they stand. */
export interface WordsSection {
  readonly key: string
  readonly type: 'words'
  readonly role: WordsRole
  /** Absent: the role's own heading. */
  readonly heading?: string
  readonly statements?: readonly Statement[]
}

export const wordsRoles = ['bluf', 'judgements', 'assessment', 'alternatives', 'outlook'] as const
export type WordsRole = (typeof wordsRoles)[number]

export interface FactsSection {
  readonly key: string
  readonly type: 'facts'
  readonly facts: FactsId
}

export const factsIds = [
  'scope',
  'summary',
  'map',
  'graph',
  'timeline',
  'victims',
  'software',
  'techniques',
  'diamond',
  'gaps',
  'changes',
  'source-summary',
  'sources',
  'quotations',
  'names',
  'indicators',
  'method',
  'scales',
] as const
export type FactsId = (typeof factsIds)[number]

/** Reported fact, assumption and judgement stay visibly apart (ICD 203, 2015). */
export const statementKinds = ['fact', 'assumption', 'judgement'] as const
export type StatementKind = (typeof statementKinds)[number]

export const confidenceLevels = ['high', 'moderate', 'low'] as const
export type ConfidenceLevel = (typeof confidenceLevels)[number]

export interface Statement {
  readonly key: string
  readonly kind: StatementKind
  readonly text: string
  /** Links that it rests on; their evidence is cited behind it. */
  readonly restsOn: readonly LinkId[]
  /** Said in a sentence of its own, never in one with the likelihood. */
  readonly confidence?: { readonly level: ConfidenceLevel; readonly because: string }
}
