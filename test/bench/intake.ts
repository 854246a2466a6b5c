import { openMember } from '@core/import/open-member'
import { takeIn } from '@core/import/take-in'
import { loadBuiltinReader } from '../../resources/builtin-reader'
import { importPorts } from '../../src-main/cli/adapters/import-ports'
import { plainContext } from '../support/import-here'
import type { BenchRow } from './bench-row'
import { mixedFiles } from './mixed-files'

/** Files to readings, as the command line does it on one core; the window has two workers where the machine has the cores. */
export async function benchIntake(): Promise<BenchRow[]> {
  const { read } = loadBuiltinReader()
  let reports = 0
  const readAll = async (name: string, bytes: Uint8Array, isRead: boolean): Promise<void> => {
    const taken = await takeIn({ name, bytes, importedAt: '' }, importPorts, plainContext)
    if (!taken.ok) return
    const { imported, members } = taken.value
    if (imported) {
      reports += 1
      const { report, source } = imported
      if (isRead) read({ reportId: report.id, source, metadata: report })
    }
    for (const member of members) {
      const opened = openMember(bytes, member)
      if (opened.ok) await readAll(`${name}/${member.name}`, opened.value, isRead)
    }
  }
  const ten = [...mixedFiles(100, 10)]
  const readMs = await processorMs(async () => {
    for (const { name, bytes } of ten) await readAll(name, bytes, true)
  })
  reports = 0
  let wanted = 0
  let peak = 0
  const takenMs = await processorMs(async () => {
    for (const { name, bytes, reports: held } of mixedFiles(2000)) {
      wanted += held
      await readAll(name, bytes, false)
      peak = Math.max(peak, process.memoryUsage().rss)
    }
  })
  return [
    {
      what: '100 mixed reports of 10 pages, processor time',
      measured: `${(readMs / 1000).toFixed(1)} s`,
      budget: '≤ 60 s',
    },
    {
      what: '2,000 mixed files taken apart, processor time',
      measured: `${(takenMs / 1000).toFixed(1)} s`,
    },
    { what: 'reports found in them, of those that are there', measured: `${reports} of ${wanted}` },
    { what: 'most memory meanwhile', measured: `${Math.round(peak / 1e6)} MB` },
  ]
}

async function processorMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
