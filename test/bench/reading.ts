import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadKnowledge } from '@core/knowledge/load-knowledge'
import { reportId } from '@core/model/ids'
import { loadBuiltinReader } from '../../resources/builtin-reader'
import { builtinKnowledgeTables } from '../../resources/knowledge/tables'
import { sampleReports } from '../../resources/samples/index'
import { aSourceText } from './a-source-text'
import { elapsedMs, medianMs, type BenchRow } from './bench-row'
import { vary } from './vary-text'

const bytesWanted = 4_000_000

/** Text to reading on one core: pages with names and numbers varied by a seeded generator, none read twice. */
export async function benchReading(): Promise<BenchRow[]> {
  const knowledgeMs = await medianMs(5, () => loadKnowledge(builtinKnowledgeTables))
  const readerMs = await elapsedMs(() => loadBuiltinReader())
  const { read } = loadBuiltinReader()
  const pages = pagesToRead()
  const texts: string[] = []
  for (let size = 0, i = 0; size < bytesWanted; i++) {
    const text = vary(pages[i % pages.length] ?? '', i)
    texts.push(text)
    size += Buffer.byteLength(text)
  }
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  for (const text of texts.slice(0, 50)) readText(text)
  const before = process.cpuUsage()
  texts.forEach(readText)
  const { user, system } = process.cpuUsage(before)
  // Processor time of the whole process: a busy machine does not make the reader look slow.
  const ms = (user + system) / 1000
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), '')
  const tenPages = longest.repeat(Math.max(1, Math.round(30_000 / longest.length)))
  return [
    { what: 'knowledge load', measured: `${knowledgeMs.toFixed(0)} ms`, budget: '≤ 150 ms' },
    { what: 'reader load, knowledge and models', measured: `${readerMs.toFixed(0)} ms` },
    {
      what: `text to reading, ${(bytes / 1e6).toFixed(1)} MB of pages, processor time`,
      measured: `${(bytes / 1000 / ms).toFixed(2)} MB/s`,
      budget: '≥ 1 MB/s',
    },
    {
      what: 'a ten-page report (30 KB)',
      measured: `${(await medianMs(5, () => readText(tenPages))).toFixed(0)} ms`,
      budget: '≤ 150 ms',
    },
    {
      what: 'memory of the process after it',
      measured: `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
    },
  ]

  function readText(text: string): void {
    read({
      reportId: reportId('0'.repeat(64)),
      source: aSourceText(text),
      metadata: { title: '', language: 'en', published: '2024-06-25' },
    })
  }
}

function pagesToRead(): string[] {
  const train = resolve('../shared/eval/train')
  if (!existsSync(train)) {
    console.log('(../shared is absent: reading the sample reports instead of the train pages)')
    return sampleReports.map(({ text }) => text.replace(/<[^>]+>/g, ' '))
  }
  return readdirSync(train)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(train, name), 'utf8'))
}
