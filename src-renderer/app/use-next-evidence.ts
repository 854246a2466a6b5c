import { evidenceOf, linksOfSelection } from '@core/case/evidence-of'
import { useRef } from 'react'
import { useCaseView } from '../data/use-case-view'
import { useSelection } from '../state/selection'

/** Opens the selection's evidence sentences one after the other, around and around. */
export function useNextEvidence(): () => void {
  const view = useCaseView()
  const place = useRef({ key: '', next: 0 })
  return () => {
    if (!view) return
    const { entities, links, openEvidence } = useSelection.getState()
    const key = [...entities, ...links].join('\n')
    const all = evidenceOf(view, linksOfSelection(view, entities, links))
    const next = place.current.key === key ? place.current.next % Math.max(all.length, 1) : 0
    const found = all[next]
    if (!found) return
    place.current = { key, next: next + 1 }
    openEvidence(found.evidence.report, { start: found.evidence.start, end: found.evidence.end })
  }
}
