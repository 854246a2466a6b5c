import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  CaseFileFailure,
  CaseFileLayout,
  CaseFileSetting,
  CaseFileSummary,
  CaseFileText,
} from '@core/case-file/format'
import type { CaseFileRow } from '@core/case-file/row-schemas'
import { readCaseFile } from '@core/case-file/read-case-file'
import type { Result } from '@core/lib/result'
import type { Decision } from '@core/model/decision'
import type { ReportId } from '@core/model/ids'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'
import { chunksOfFile } from './chunks-of-file'

/** A case file unpacked: what is small in memory, what is big in a folder that `close` removes. */
export class CaseSpool {
  readonly decisions: Decision[] = []
  readonly reports = new Map<ReportId, Report>()
  readonly layouts: CaseFileLayout[] = []
  readonly settings: CaseFileSetting[] = []
  private readonly folder = mkdtempSync(join(tmpdir(), 'gnomon-case-'))

  constructor() {
    for (const name of ['readings', 'texts', 'originals']) mkdirSync(join(this.folder, name))
  }

  async fill(
    path: string,
    passphrase: string | undefined,
  ): Promise<Result<CaseFileSummary, CaseFileFailure>> {
    return readCaseFile(
      chunksOfFile(path),
      {
        row: (row) => {
          this.take(row)
          return Promise.resolve()
        },
        original: ({ id, bytes }) => {
          writeFileSync(join(this.folder, 'originals', id), bytes)
          return Promise.resolve()
        },
      },
      { crypto: globalThis.crypto, ...(passphrase === undefined ? {} : { passphrase }) },
    )
  }

  private take(row: CaseFileRow): void {
    switch (row.entry) {
      case 'decisions':
        this.decisions.push(row.value)
        break
      case 'reports':
        this.reports.set(row.value.id, row.value)
        break
      case 'layouts':
        this.layouts.push(row.value)
        break
      case 'settings':
        this.settings.push(row.value)
        break
      case 'readings':
        writeFileSync(join(this.folder, 'readings', row.value.reportId), JSON.stringify(row.value))
        break
      case 'texts':
        writeFileSync(join(this.folder, 'texts', row.value.id), JSON.stringify(row.value))
        break
    }
  }

  has(kind: 'readings' | 'texts' | 'originals', id: ReportId): boolean {
    return existsSync(join(this.folder, kind, id))
  }

  raw(kind: 'readings' | 'texts' | 'originals', id: ReportId): Uint8Array {
    return new Uint8Array(readFileSync(join(this.folder, kind, id)))
  }

  reading(id: ReportId): Reading {
    // Written above, from a row that its schema has seen.
    return JSON.parse(readFileSync(join(this.folder, 'readings', id), 'utf8')) as Reading
  }

  text(id: ReportId): CaseFileText {
    // As above.
    return JSON.parse(readFileSync(join(this.folder, 'texts', id), 'utf8')) as CaseFileText
  }

  ids(kind: 'readings' | 'texts' | 'originals'): readonly ReportId[] {
    // Named above, after ids.
    return readdirSync(join(this.folder, kind)).sort() as ReportId[]
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
