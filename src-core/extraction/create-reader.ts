import type { Knowledge } from '../knowledge/knowledge'
import type { EntityId } from '../model/ids'
import type { Link } from '../model/link'
import type { Reading } from '../model/reading'
import { overviewActors } from './link/candidates'
import { buildLinks } from './link/build-links'
import { collectPairs, pairTools, type PairRow } from './link/collect-pairs'
import { compileAttackLexicon } from './link/lexicon/attack-lexicon'
import { compileWordClasses } from './link/lexicon/word-classes'
import { statementDescriber } from './link/statement-context'
import type { Lexicons, ParseSentence } from './link/analyse-sentence'
import { readEntities } from './output/read-entities'
import { readerVersion } from './reader-version'
import { recognise } from './recognise/recognise'
import { resolveMentions } from './resolve/resolve-mentions'
import type { ResolvedText } from './resolve/resolved-text'
import type { FeatureIds } from './score/feature-ids'
import { compileModels, featuresOf, type LinkWeights } from './score/relation-model'
import { scoreBags, type ScoredBag } from './score/score-bags'
import { settleOverlaps } from './settle/settle-overlaps'
import type { ReadInput, Recognition, SegmentedText } from './stages'
import { withoutForeign } from './foreign-language'
import { withStructure } from './structure/read-structure'
import { loadSyntax } from './syntax/syntax'
import { segmentText } from './text/segment'

/** Learned parts, as data: nothing here is code. */
export interface ReaderModels {
  readonly linkWeights: LinkWeights
  /** The parser's model file; without it linking falls back to word order. */
  readonly syntax?: string
}

export type Read = (input: ReadInput) => Reading

/** Each stage is a pure function on the previous one's output; any of them may be replaced. */
export interface ReaderStages {
  readonly segment: (input: ReadInput, knowledge: Knowledge) => SegmentedText
  readonly recognise: (segmented: SegmentedText, knowledge: Knowledge) => Recognition[]
  readonly settle: (recognitions: readonly Recognition[]) => Recognition[]
  readonly resolve: (
    segmented: SegmentedText,
    recognitions: readonly Recognition[],
    knowledge: Knowledge,
  ) => ResolvedText
  readonly collect: (resolved: ResolvedText) => PairRow[]
  readonly score: (rows: readonly PairRow[]) => ScoredBag[]
  readonly link: (resolved: ResolvedText, bags: readonly ScoredBag[]) => Link[]
}

/**
 * The standard stages; linking's models are compiled once. `features`: the names that rows are described by; while fitting all of them,
 * otherwise those that the weights know.
 */
export function readerStages(
  models: ReaderModels,
  features: FeatureIds = featuresOf(Object.values(models.linkWeights.relations)),
): ReaderStages {
  const lexicons: Lexicons = { attacks: compileAttackLexicon(), words: compileWordClasses() }
  const compiled = compileModels(models.linkWeights, features)
  const describeStatements = statementDescriber(features)
  const tools = pairTools(features, lexicons, sentenceParser(models.syntax))
  return {
    segment: (input, knowledge) => segmentText(input.source, input.metadata, knowledge),
    recognise,
    settle: settleOverlaps,
    resolve: resolveMentions,
    collect: (resolved) => collectPairs(resolved, tools),
    score: (rows) => scoreBags(rows, compiled),
    link: (resolved, bags) =>
      buildLinks({
        resolved,
        bags,
        models: compiled,
        mainActor: mainActorOf(resolved),
        describeStatements,
      }),
  }
}

/** A reader for many reports: knowledge and models are prepared once, reading is a pure function of the input. */
export function createReader(
  knowledge: Knowledge,
  models: ReaderModels,
  replaced: Partial<ReaderStages> = {},
): Read {
  const stages: ReaderStages = { ...readerStages(models), ...replaced }
  const readProse: Read = (input) => {
    const segmented = stages.segment(input, knowledge)
    const recognitions = stages.settle(stages.recognise(segmented, knowledge))
    const resolved = stages.resolve(segmented, recognitions, knowledge)
    const links = stages.link(resolved, stages.score(stages.collect(resolved)))
    return {
      reportId: input.reportId,
      reader: readerVersion,
      knowledge: knowledge.version,
      zones: segmented.zones,
      entities: readEntities(resolved, links, knowledge),
      links,
    }
  }
  return withStructure(withoutForeign(readProse, knowledge.version), knowledge)
}

function sentenceParser(model: string | undefined): ParseSentence | undefined {
  if (model === undefined) return undefined
  const syntax = loadSyntax(model)
  return (sentence) => syntax.parse(sentence.tokens.map((token) => token.text))
}

/** Whom a report is about, for facts that are the report's and not one actor's (who reported it). */
function mainActorOf(resolved: ResolvedText): EntityId | undefined {
  return overviewActors(resolved).main
}
