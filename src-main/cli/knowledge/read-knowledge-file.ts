import { readFile, stat } from 'node:fs/promises'
import { fail, succeed, type Result } from '@core/lib/result'
import type { KnowledgeTables } from '@core/knowledge/knowledge-tables'
import { readStore, tablesWith, type KnowledgeStore } from '@core/knowledge/update/knowledge-store'
import { parseUpdateFile } from '@core/knowledge/update/parse-update-file'
import { maxUpdateBytes } from '@core/knowledge/update/propose-update'
import { UsageError } from '../terminal'
import {
  describeUpdateFailure,
  type KnowledgeFileFailure,
} from '@core/knowledge/update/describe-update-failure'

/** A JSON file that may be about knowledge; its size is looked at before it is opened. */
export async function readKnowledgeJson(
  path: string,
): Promise<Result<unknown, KnowledgeFileFailure>> {
  try {
    const { size } = await stat(path)
    if (size > maxUpdateBytes)
      return fail({ code: 'too-large', byteLength: size, limit: maxUpdateBytes })
    const bytes = await readFile(path)
    return parseUpdateFile(bytes, (given) =>
      new TextDecoder('utf-8', { fatal: true }).decode(given),
    )
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause
    return fail({ code: 'unreadable', detail: cause.message })
  }
}

export async function readStoreAt(
  path: string,
): Promise<Result<KnowledgeStore, KnowledgeFileFailure>> {
  const json = await readKnowledgeJson(path)
  return json.ok ? readStore(json.value) : json
}

/** What `--knowledge FILE` of a reading command puts over the tables that ship; a file that cannot be used is wrong usage. */
export async function knowledgeTables(path: string | undefined): Promise<Partial<KnowledgeTables>> {
  if (path === undefined) return {}
  const store = await readStoreAt(path)
  if (!store.ok)
    throw new UsageError(`--knowledge ${path}: ${describeUpdateFailure(store.failure)}`)
  const { builtinKnowledgeTables } = await import('../../../resources/knowledge/tables')
  return tablesWith(builtinKnowledgeTables, store.value)
}

/** Nothing there yet is an empty store. */
export async function readStoreOrEmpty(
  path: string,
): Promise<Result<KnowledgeStore, KnowledgeFileFailure>> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  )
  return exists ? readStoreAt(path) : succeed({ applied: [] })
}
