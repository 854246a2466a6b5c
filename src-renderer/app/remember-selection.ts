import type { EntityId, LinkId, ReportId } from '@core/model/ids'
import { browserMemory, recall, remember } from '../state/remember'
import { useSelection } from '../state/selection'

const memoryKey = 'gnomon.selection'

/** Brings back what was selected and open when the window was closed, then keeps remembering. Returns its own end. */
export function rememberSelection(): () => void {
  const stored = recall(browserMemory(), memoryKey, checkStored, undefined)
  if (stored) useSelection.setState(stored)
  return useSelection.subscribe(({ entities, links, openReport }, before) => {
    if (
      entities === before.entities &&
      links === before.links &&
      openReport?.reportId === before.openReport?.reportId
    )
      return
    remember(browserMemory(), memoryKey, { entities, links, report: openReport?.reportId })
  })
}

function checkStored(stored: unknown) {
  if (typeof stored !== 'object' || stored === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(stored))
  const report = fields.get('report')
  return {
    // An id that the case does not know selects nothing.
    entities: stringsOf(fields.get('entities')) as EntityId[],
    // As above.
    links: stringsOf(fields.get('links')) as LinkId[],
    ...(typeof report === 'string'
      ? // As above: an unknown report opens nothing.
        { openReport: { reportId: report as ReportId, request: 0 } }
      : {}),
  }
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
