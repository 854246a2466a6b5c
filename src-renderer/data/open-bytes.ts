import type { ImportFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { ReportId } from '@core/model/ids'
import { reportId } from '@core/model/ids'
import type { ImportCandidate } from './import-candidate'
import { MemberError } from './unpack-member'

export interface OpenedBytes {
  readonly blob: Blob
  readonly bytes: ArrayBuffer
  readonly hash: ReportId
}

/** The bytes of a file whose turn has come, with their hash; nothing above the limit is loaded. */
export async function openBytes(
  file: ImportCandidate,
  maximumBytes: number,
  onSize: (size: number) => void,
): Promise<Result<OpenedBytes, ImportFailure>> {
  try {
    const blob = await file.open()
    onSize(blob.size)
    if (blob.size > maximumBytes)
      return fail({ code: 'too-large', byteLength: blob.size, limit: maximumBytes })
    const bytes = await blob.arrayBuffer()
    return succeed({
      blob,
      bytes,
      hash: reportId(hex(await crypto.subtle.digest('SHA-256', bytes))),
    })
  } catch (error) {
    if (error instanceof MemberError) return fail(error.failure)
    return fail({
      code: 'unreadable',
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
