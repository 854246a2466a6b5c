import type { ImportFailure } from '@core/import/import-format'
import { assertNever } from '@core/lib/assert'

export type FileFailure = ImportFailure | { readonly code: 'unreadable'; readonly detail: string }

/** Why a file was not read, for standard error. */
export function describeFailure(failure: FileFailure): string {
  switch (failure.code) {
    case 'empty-file':
      return 'the file is empty'
    case 'too-large':
      return `too large: ${megabytes(failure.byteLength)}, the limit is ${megabytes(failure.limit)}`
    case 'unknown-format':
      return `of no format that is read: it looks like ${failure.looksLike}`
    case 'encrypted':
      return 'encrypted: save a copy without a password'
    case 'no-text-layer':
      return `no text layer, ${failure.pageCount} ${failure.pageCount === 1 ? 'page' : 'pages'}: its pages are pictures`
    case 'damaged':
      return `the ${failure.format} is damaged: ${failure.detail}`
    case 'no-text':
      return 'there is no text in it'
    case 'unsafe-name':
      return 'its name leads out of the archive: refused'
    case 'bomb':
      return `refused: ${failure.packedLength} bytes claim to hold ${megabytes(failure.byteLength)}`
    case 'too-many':
      return `the archive holds more files than ${failure.limit}`
    case 'too-deep':
      return `more than ${failure.limit} archives deep`
    case 'knowledge-file':
      return `no report but data for the knowledge update: ${failure.detail}`
    case 'timed-out':
      return `not finished after ${failure.seconds} seconds`
    case 'cancelled':
      return 'cancelled'
    case 'unreadable':
      return `cannot be opened: ${failure.detail}`
    default:
      return assertNever(failure)
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
