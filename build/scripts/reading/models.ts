import { existsSync, readFileSync } from 'node:fs'
import { loadKnowledge } from '@core/knowledge/load-knowledge'
import type { Knowledge } from '@core/knowledge/knowledge'
import { builtinKnowledgeTables } from '../../../resources/knowledge/tables'

const syntaxFile = 'resources/models/english-syntax.txt'

/** The parser's model file, as far as it is there. */
export function syntaxModel(): { readonly syntax?: string } {
  return existsSync(syntaxFile) && process.env['NO_SYNTAX'] === undefined
    ? { syntax: readFileSync(syntaxFile, 'utf8') }
    : {}
}

export function knowledge(): Knowledge {
  return loadKnowledge(builtinKnowledgeTables)
}
