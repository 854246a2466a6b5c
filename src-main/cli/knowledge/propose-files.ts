import type { KnowledgeTables, TableName } from '@core/knowledge/knowledge-tables'
import { diffKnowledge } from '@core/knowledge/update/diff-knowledge'
import type { KnowledgeChange } from '@core/knowledge/update/knowledge-change'
import { changeTypes, changeWords } from '@core/knowledge/update/knowledge-change'
import { packFormat, type KnowledgePack } from '@core/knowledge/update/knowledge-pack'
import { proposeUpdate, type UpdateProposal } from '@core/knowledge/update/propose-update'
import type { Terminal } from '../terminal'
import { describeUpdateFailure } from '@core/knowledge/update/describe-update-failure'
import { readKnowledgeJson } from './read-knowledge-file'

export interface Proposed {
  readonly proposals: readonly UpdateProposal[]
  readonly changes: readonly KnowledgeChange[]
  /** Whole tables that differ from those before. */
  readonly tables: Partial<KnowledgeTables>
}

/** Enters files one after the other, in memory; undefined, and a sentence on standard error, where one of them cannot be used. */
export async function proposeFiles(
  paths: readonly string[],
  before: KnowledgeTables,
  terminal: Terminal,
): Promise<Proposed | undefined> {
  let after = before
  const proposals: UpdateProposal[] = []
  for (const path of paths) {
    const json = await readKnowledgeJson(path)
    const proposal = json.ok ? proposeUpdate(after, json.value) : json
    if (!proposal.ok) {
      terminal.complain(`${path}: ${describeUpdateFailure(proposal.failure)}. Nothing was changed.`)
      return undefined
    }
    if (proposal.value.unusable > 0)
      terminal.complain(`${path}: ${proposal.value.unusable} entries could not be used`)
    proposals.push(proposal.value)
    after = { ...after, ...proposal.value.tables }
  }
  const tables: Partial<Record<TableName, string>> = {}
  for (const { tables: changed } of proposals)
    // The keys of a table set are names of tables.
    for (const name of Object.keys(changed) as TableName[])
      if (after[name] !== before[name]) tables[name] = after[name]
  return { proposals, tables, changes: diffKnowledge(before, after) }
}

export function packOf(
  { proposals, tables }: Proposed,
  made: string,
  title: string | undefined,
): Omit<KnowledgePack, 'signature'> {
  const sources = proposals.map(({ source }) =>
    [source.title, source.version].filter((part) => part !== undefined).join(' '),
  )
  return { format: packFormat, version: 1, title: title ?? sources.join(', '), made, tables }
}

/** The diff for people: one line a change, then how many of each. */
export function changeLines(changes: readonly KnowledgeChange[]): string {
  if (changes.length === 0) return 'Nothing new: everything in it is known.\n'
  const lines = changes.map(({ type, what, name, detail }) =>
    [
      changeWords[type].padEnd(14),
      what.padEnd(10),
      detail === '' ? name : `${name}: ${detail}`,
    ].join(' '),
  )
  const counts = changeTypes.flatMap((type) => {
    const count = changes.filter((change) => change.type === type).length
    return count === 0 ? [] : [`${count} ${changeWords[type].toLowerCase()}`]
  })
  return `${lines.join('\n')}\n${counts.join(', ')}\n`
}
