import { lineStyle, type Arrowhead } from '../../graph/marks'
import type { LinkMarks } from '../link-marks'

/** A short line in the one language of marks, beside the word that says the same. */
export function outcomeMark({ outcome, hedged, denied }: LinkMarks): string {
  const style = lineStyle({
    predicate: 'targets',
    outcome,
    hedged,
    polarity: denied ? 'denied' : 'asserted',
  })
  const dash =
    style.dash.length > 0
      ? ` stroke-dasharray="${style.dash.map((length) => length * 1.2).join(' ')}"`
      : ''
  const cap = style.kind === 'attempted' ? ' stroke-linecap="round"' : ''
  const rows = style.hollow ? [4.2, 5.8] : [5]
  const lines = rows
    .map((y) => `<path d="M1 ${y}H22" stroke-width="${style.hollow ? 0.8 : 1.2}"${dash}${cap}/>`)
    .join('')
  const bar = style.barred ? '<path d="M12 1.5V8.5" stroke-width="1.4"/>' : ''
  return `<svg viewBox="0 0 30 10" fill="none" stroke="#1b2733" aria-hidden="true">${lines}${arrowheads[style.arrowhead]}${bar}</svg>`
}

const arrowheads: Readonly<Record<Arrowhead, string>> = {
  filled: '<path d="M22 1.5L29 5L22 8.5Z" fill="#1b2733"/>',
  open: '<path d="M22 1.5L29 5L22 8.5"/>',
  half: '<path d="M22 1.5L29 5"/>',
  none: '',
}
