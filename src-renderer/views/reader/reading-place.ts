import type { ReportId } from '@core/model/ids'
import { browserMemory, recall, remember } from '../../state/remember'

const memoryKey = 'gnomon.reading-place'
const mostKept = 200

/** How far down each report was read, in pixels; comes back with the window. */
const places = new Map<string, number>(
  recall(browserMemory(), memoryKey, checkPlaces, []).slice(-mostKept),
)
/** The request for a sentence that was served last: coming back to the view does not jump again. */
let served = 0
let timer: ReturnType<typeof setTimeout> | undefined

export function readingPlace(report: ReportId): number | undefined {
  return places.get(report)
}

export function keepReadingPlace(report: ReportId, scrollTop: number): void {
  places.delete(report)
  places.set(report, scrollTop)
  clearTimeout(timer)
  timer = setTimeout(() => remember(browserMemory(), memoryKey, [...places].slice(-mostKept)), 500)
}

/** True once for each request. */
export function takeRequest(request: number): boolean {
  if (request === served) return false
  served = request
  return true
}

function checkPlaces(stored: unknown): [string, number][] | undefined {
  if (!Array.isArray(stored)) return undefined
  return stored.filter(
    (pair): pair is [string, number] =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number',
  )
}
