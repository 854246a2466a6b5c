import { createCaseFold } from '@core/case/fold-case'
import { digestOf, readingOfDigest } from '@core/case/digest'
import { aLargeCase, importsOf } from './a-large-case'
import type { BenchRow } from './bench-row'

const reports = 5000

/** The fold of a large case, in processor time of this process: first, and after one more report. */
export function benchCase(): Promise<BenchRow[]> {
  const { parts: digests, log } = aLargeDigests(reports + 20)
  const decodeBegun = process.cpuUsage()
  const parts = digests.map(({ report, digest }) => ({
    report,
    reading: readingOfDigest(digest),
  }))
  const decodeMs = cpuSince(decodeBegun)
  const first = parts.slice(0, reports)
  const warm = createCaseFold()
  warm.update({ parts: parts.slice(0, 200), log: log.slice(0, 200) })
  const fold = createCaseFold()
  const firstMs = cpuMs(() => fold.update({ parts: first, log: log.slice(0, reports) }))
  const more = parts.slice(reports).map((part, place) => {
    const grown = [...log.slice(0, reports + place), ...importsOf([part], reports + place + 1)]
    return cpuMs(() => fold.update({ parts: [part], log: grown }))
  })
  const { links, entities } = fold.view
  const megabytes = digests.reduce((sum, { digest }) => sum + digest.length, 0) / 1e6
  return Promise.resolve([
    {
      what: `digests of ${digests.length} reports (${megabytes.toFixed(0)} MB) decoded`,
      measured: `${(decodeMs / 1000).toFixed(2)} s`,
    },
    {
      what: `caseView of ${reports} reports, ${links.size} links, ${entities.size} names, first`,
      measured: `${(firstMs / 1000).toFixed(2)} s`,
      budget: '≤ 2 s',
    },
    {
      what: 'caseView after one more report, median / worst of 20',
      measured: `${median(more).toFixed(0)} / ${Math.max(...more).toFixed(0)} ms`,
      budget: '≤ 50 ms',
    },
  ])
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return cpuSince(before)
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** As the store hands them to the fold; what was read is not kept, as it is not in the window. */
function aLargeDigests(count: number) {
  const { parts, log } = aLargeCase(count)
  return {
    parts: parts.map(({ report, reading }) => ({ report, digest: digestOf(reading) })),
    log,
  }
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN
}
