import { createHash } from 'node:crypto'
import type { CaseFileOriginal, CaseFileText, CaseRows } from '@core/case-file/format'
import type { WriteCaseFileOptions } from '@core/case-file/write-case-file'
import { writeCaseFile } from '@core/case-file/write-case-file'
import type { Decision } from '@core/model/decision'
import { reportId } from '@core/model/ids'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'
import { aLink, anEntity, aReading, aReport } from './case-builders'

export interface CaseContent {
  readonly decisions: readonly Decision[]
  readonly reports: readonly Report[]
  readonly readings: readonly Reading[]
  readonly texts: readonly CaseFileText[]
  readonly originals: readonly CaseFileOriginal[]
}

/** Reports with their bytes under their true SHA-256, and one link each. */
export function aCaseContent(
  words: readonly string[],
  decisions: readonly Decision[],
): CaseContent {
  const heron = anEntity('actor', 'Quiet Heron')
  const laos = anEntity('country', 'Laos')
  const rows = words
    .map((word) => {
      const bytes = new TextEncoder().encode(word)
      const id = reportId(createHash('sha256').update(bytes).digest('hex'))
      const report = aReport(1, {
        id,
        title: word.slice(0, 40),
        fileName: `${word.slice(0, 40)}.txt`,
      })
      const source = { text: word, pages: [], blocks: [] }
      const reading = aReading(report, [heron, laos], [aLink(heron.id, laos.id)])
      return { report, reading, text: { id, source }, original: { id, bytes } }
    })
    .sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
  return {
    decisions,
    reports: rows.map(({ report }) => report),
    readings: rows.map(({ reading }) => reading),
    texts: rows.map(({ text }) => text),
    originals: rows.map(({ original }) => original),
  }
}

export function rowsOf(content: CaseContent): CaseRows {
  return {
    decisions: () => each(content.decisions),
    reports: () => each(content.reports),
    readings: () => each(content.readings),
    texts: () => each(content.texts),
    layouts: () =>
      each([{ id: 'graph', positions: [['a', { x: 1, y: 2 }] as const], pinned: ['a'] }]),
    settings: () => each([{ key: 'case-name', value: 'River' }]),
    originals: () => each(content.originals),
  }
}

export async function caseFileBytes(
  content: CaseContent,
  options: Partial<WriteCaseFileOptions> = {},
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await writeCaseFile(
    rowsOf(content),
    (chunk) => {
      chunks.push(chunk)
      return Promise.resolve()
    },
    {
      name: 'River',
      writtenBy: '0.1.0',
      writtenAt: '2024-07-02T10:00:00.000Z',
      crypto: globalThis.crypto,
      ...options,
    },
  )
  return new Uint8Array(Buffer.concat(chunks))
}

export async function* inChunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.slice(at, at + size))
}

async function* each<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  for (const row of rows) yield await Promise.resolve(row)
}
