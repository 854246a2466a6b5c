import { digestOf } from '@core/case/digest'
import type { CaseFileOriginal } from '@core/case-file/format'
import type { CaseFileVisitor } from '@core/case-file/read-case-file'
import type { CaseFileRow } from '@core/case-file/row-schemas'
import type { Decision } from '@core/model/decision'
import type { ReportId } from '@core/model/ids'
import type { CaseDatabase } from '../database'

const batchRows = 100
const batchBytes = 8 * 1024 * 1024

/**
 * Puts rows of a case file into a case, many in one transaction. A report is in the case only once the log imports it, so that
 * rows without their decisions are nothing yet: `decisions` holds those back for the caller.
 */
export class RowWriter implements CaseFileVisitor {
  readonly decisions: Decision[] = []
  private waiting: (() => Promise<unknown>)[] = []
  private bytes = 0

  constructor(
    private readonly database: CaseDatabase,
    private readonly wants: (id: ReportId) => boolean,
    private readonly takesSettings: boolean,
  ) {}

  async row(row: CaseFileRow): Promise<void> {
    const { reports, readings, digests, texts, layouts, settings } = this.database
    switch (row.entry) {
      case 'decisions':
        this.decisions.push(row.value)
        return
      case 'reports':
        if (this.wants(row.value.id)) await this.add(() => reports.put(row.value), 1000)
        return
      case 'readings': {
        const { reportId } = row.value
        if (!this.wants(reportId)) return
        const digest = digestOf(row.value)
        await this.add(async () => {
          await readings.put(row.value)
          await digests.put({ id: reportId, digest })
        }, digest.length * 3)
        return
      }
      case 'texts':
        if (this.wants(row.value.id))
          await this.add(() => texts.put(row.value), row.value.source.text.length * 2)
        return
      case 'layouts': {
        const { id, positions, pinned } = row.value
        const layout = { id, positions: new Map(positions), pinned: new Set(pinned) }
        if (this.takesSettings) await this.add(() => layouts.put(layout), 1000)
        return
      }
      case 'settings':
        if (this.takesSettings) await this.add(() => settings.put(row.value), 100)
    }
  }

  async original({ id, bytes }: CaseFileOriginal): Promise<void> {
    if (!this.wants(id)) return
    const own = new Uint8Array(bytes).buffer
    await this.add(() => this.database.originals.put({ id, bytes: own }), bytes.length)
  }

  async flush(): Promise<void> {
    const { database, waiting } = this
    this.waiting = []
    this.bytes = 0
    if (waiting.length === 0) return
    await database.transaction('rw', database.tables, async () => {
      for (const put of waiting) await put()
    })
  }

  private async add(put: () => Promise<unknown>, bytes: number): Promise<void> {
    this.waiting.push(put)
    this.bytes += bytes
    if (this.waiting.length >= batchRows || this.bytes >= batchBytes) await this.flush()
  }
}
