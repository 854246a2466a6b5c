import { createReader, type Read } from '../src-core/extraction/create-reader'
import { parseLinkWeights } from '../src-core/extraction/score/parse-link-weights'
import type { Knowledge } from '../src-core/knowledge/knowledge'
import type { KnowledgeTables } from '../src-core/knowledge/knowledge-tables'
import { loadKnowledge } from '../src-core/knowledge/load-knowledge'
import { builtinKnowledgeTables } from './knowledge/tables'
import { englishSyntaxModel } from './models/syntax'
import linkWeights from './models/link-weights.tsv?raw'

/** The reader that ships with Gnomon, on the models that ship with it; tables of an update stand in for those that ship. */
export function loadBuiltinReader(update: Partial<KnowledgeTables> = {}): {
  readonly read: Read
  readonly knowledge: Knowledge
} {
  const knowledge = loadKnowledge({ ...builtinKnowledgeTables, ...update })
  const models = { linkWeights: parseLinkWeights(linkWeights), syntax: englishSyntaxModel }
  return { read: createReader(knowledge, models), knowledge }
}
