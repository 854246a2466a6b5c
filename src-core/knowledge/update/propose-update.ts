import { fail, succeed, type Result } from '../../lib/result'
import type { KnowledgeTables, TableName } from '../knowledge-tables'
import { tableNames } from '../knowledge-tables'
import { loadKnowledge } from '../load-knowledge'
import { KnowledgeError } from '../parse-table'
import { applyFacts } from './apply-facts'
import { diffKnowledge } from './diff-knowledge'
import type { KnowledgeChange } from './knowledge-change'
import { readPack, type PackFailure, type PackSignature } from './knowledge-pack'
import { readAttackBundle } from './read-attack-bundle'
import { readMicrosoftMap } from './read-microsoft-map'
import { readMispCluster } from './read-misp-cluster'
import type { SourceFacts, UpdateSource } from './source-facts'

/** An update as it stands before anybody has agreed to it. */
export interface UpdateProposal {
  readonly source: UpdateSource
  /** Tables that would stand in for the present ones; none: everything in the file is known. */
  readonly tables: Partial<KnowledgeTables>
  readonly changes: readonly KnowledgeChange[]
  /** Of the knowledge with it. */
  readonly version: string
  /** Entries of the file that could not be used. */
  readonly unusable: number
  /** Packs only; it fits what the pack holds. */
  readonly signature?: PackSignature
}

export type UpdateFailure =
  | Exclude<PackFailure, { readonly code: 'not-a-pack' }>
  | { readonly code: 'too-large'; readonly byteLength: number; readonly limit: number }
  | { readonly code: 'not-utf8' }
  | { readonly code: 'not-json'; readonly detail: string }
  /** JSON, but neither of the files that update the knowledge. */
  | { readonly code: 'not-knowledge' }
  /** The tables with it would not load. */
  | { readonly code: 'would-not-load'; readonly detail: string }

/** Five times the largest ATT&CK bundle. */
export const maxUpdateBytes = 256 * 1024 * 1024

/** Recognises a file, checks it and says what it would change; changes nothing itself. Never throws on any JSON. */
export function proposeUpdate(
  tables: KnowledgeTables,
  value: unknown,
): Result<UpdateProposal, UpdateFailure> {
  const pack = readPack(value)
  if (pack.ok) {
    const { title, made, signature } = pack.value
    const source = { kind: 'pack', title, date: made } as const
    const proposed = propose(tables, { ...tables, ...pack.value.tables }, source, 0)
    return proposed.ok && signature ? succeed({ ...proposed.value, signature }) : proposed
  }
  if (pack.failure.code !== 'not-a-pack') return fail(pack.failure)
  const facts = readSource(value)
  if (!facts) return fail({ code: 'not-knowledge' })
  return propose(tables, applyFacts(tables, facts), facts.source, facts.unusable)
}

/** Says whether parsed JSON is one of the files that update the knowledge: what intake asks before it reads a file as a report. */
export function isKnowledgeFile(value: unknown): boolean {
  const pack = readPack(value)
  return pack.ok || pack.failure.code !== 'not-a-pack' || readSource(value) !== undefined
}

function readSource(value: unknown): SourceFacts | undefined {
  return readAttackBundle(value) ?? readMispCluster(value) ?? readMicrosoftMap(value)
}

function propose(
  before: KnowledgeTables,
  after: KnowledgeTables,
  source: UpdateSource,
  unusable: number,
): Result<UpdateProposal, UpdateFailure> {
  try {
    const { version } = loadKnowledge(after)
    return succeed({
      source,
      tables: difference(before, after),
      changes: diffKnowledge(before, after),
      version,
      unusable,
    })
  } catch (cause) {
    if (!(cause instanceof KnowledgeError)) throw cause
    return fail({ code: 'would-not-load', detail: cause.message })
  }
}

function difference(before: KnowledgeTables, after: KnowledgeTables): Partial<KnowledgeTables> {
  const changed: Partial<Record<TableName, string>> = {}
  for (const name of tableNames) if (after[name] !== before[name]) changed[name] = after[name]
  return changed
}
