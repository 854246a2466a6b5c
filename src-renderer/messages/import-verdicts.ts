import { byteOrderMark, csvText } from '@core/exchange/csv'
import { describeFailure } from './describe-failure'
import type { Failure } from './describe-failure'

/** One file of an import with what became of it; the list of the panel has these fields. */
export interface FileVerdict {
  readonly name: string
  readonly size: number
  readonly state:
    'waiting' | 'reading' | 'read' | 'opened' | 'already-here' | 'failed' | 'cancelled'
  readonly failure?: Failure
  readonly reportId?: string
  readonly linkCount?: number
  readonly memberCount?: number
}

/** A verdict per file as a table for spreadsheets. */
export function verdictsCsv(items: readonly FileVerdict[]): string {
  const rows = items.map((item) => [
    item.name,
    item.size,
    verdictWord(item),
    item.failure ? reason(item.failure, baseName(item.name)) : '',
    item.linkCount ?? '',
    item.memberCount ?? '',
    item.reportId ?? '',
  ])
  const head = ['File', 'Bytes', 'Verdict', 'Why', 'Links', 'Files inside', 'SHA-256']
  return byteOrderMark + csvText([head, ...rows])
}

export function verdictWord({ state }: Pick<FileVerdict, 'state'>): string {
  switch (state) {
    case 'waiting':
      return 'waiting'
    case 'reading':
      return 'reading'
    case 'read':
      return 'read'
    case 'opened':
      return 'opened'
    case 'already-here':
      return 'already here'
    case 'failed':
      return 'not read'
    case 'cancelled':
      return 'cancelled'
  }
}

/** Why a file was not read, without what to do about it. */
export function reason(failure: Failure, name: string): string {
  const { happened } = describeFailure(failure, name)
  const prefix = `${name} was not read: `
  const words = happened.startsWith(prefix) ? happened.slice(prefix.length) : happened
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
