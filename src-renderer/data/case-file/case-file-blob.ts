import type { CaseFileFailure, CaseFileSummary } from '@core/case-file/format'
import { readCaseFile } from '@core/case-file/read-case-file'
import type { CaseFileVisitor } from '@core/case-file/read-case-file'
import { writeCaseFile } from '@core/case-file/write-case-file'
import type { WriteCaseFileOptions } from '@core/case-file/write-case-file'
import type { Result } from '@core/lib/result'
import type { CaseDatabase } from '../database'
import { rowsOfCase } from './case-rows'

/** Chunks up to this many bytes are held; then the browser takes them, and keeps large ones on disk. */
const heldBytes = 16 * 1024 * 1024

/** The open case as one case file. Memory stays flat: what is done lies with the browser, not with the page. */
export async function caseFileBlob(
  database: CaseDatabase,
  options: Omit<WriteCaseFileOptions, 'crypto'>,
): Promise<{ readonly blob: Blob; readonly summary: CaseFileSummary }> {
  const done: Blob[] = []
  let held: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const hand = () => {
    done.push(new Blob(held))
    held = []
    size = 0
  }
  const summary = await writeCaseFile(
    rowsOfCase(database),
    (chunk) => {
      held.push(new Uint8Array(chunk))
      size += chunk.length
      if (size > heldBytes) hand()
      return Promise.resolve()
    },
    { ...options, crypto },
  )
  hand()
  return { blob: new Blob(done, { type: 'application/zip' }), summary }
}

/** Reads and verifies a case file; `visitor` gets its rows as they come. */
export function readCaseBlob(
  blob: Blob,
  visitor: CaseFileVisitor,
  passphrase: string | undefined,
): Promise<Result<CaseFileSummary, CaseFileFailure>> {
  return readCaseFile(chunksOf(blob), visitor, {
    crypto,
    ...(passphrase === undefined ? {} : { passphrase }),
  })
}

/** As a stream: Node 20 now and then aborts in `Blob.slice` (an assertion of its own), and the tests run there. */
async function* chunksOf(blob: Blob): AsyncIterable<Uint8Array> {
  const reader = blob.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}
