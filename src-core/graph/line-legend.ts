import type { Outcome } from '../model/link'
import type { LegendItem } from './figure-legend'
import { lineItem } from './figure-legend'
import { personTick } from './line-marks'
import { widthSteps } from './marks'
import { printColours, svg } from './svg'

/** What lines occur in a picture; the legend explains these and no others. */
export interface DrawnLine {
  readonly predicate: 'targets' | 'relation'
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly denied: boolean
  readonly byPerson: boolean
  readonly width: number
}

export function lineLegend(lines: readonly DrawnLine[]): readonly LegendItem[] {
  const plain = { hedged: false, polarity: 'asserted' } as const
  const attacks = lines.filter((line) => line.predicate === 'targets')
  const outcomes = new Set(attacks.map((line) => line.outcome ?? 'targeted'))
  const items: LegendItem[] = []
  for (const outcome of ['compromised', 'targeted', 'attempted'] as const)
    if (outcomes.has(outcome)) items.push(lineItem({ ...plain, outcome }, outcome))
  if (lines.some((line) => line.hedged))
    items.push(
      lineItem(
        { outcome: 'compromised', hedged: true, polarity: 'asserted' },
        'hedged (double line)',
      ),
    )
  if (lines.some((line) => line.denied))
    items.push(lineItem({ outcome: 'targeted', hedged: false, polarity: 'denied' }, 'denied'))
  if (lines.some((line) => line.predicate === 'relation'))
    items.push(lineItem({ ...plain, predicate: 'uses' }, 'other relation'))
  if (lines.some((line) => line.byPerson)) items.push(tickItem)
  return [...items, ...widthItems(lines.map(({ width }) => width))]
}

/** `scale`: as the picture draws all its widths. */
export function widthItems(widths: readonly number[], scale = 1): readonly LegendItem[] {
  return widthSteps
    .filter((step) => widths.includes(step.width))
    .map((step) =>
      lineItem(
        { outcome: 'compromised', hedged: false, polarity: 'asserted' },
        `${step.label} independent origin${step.from === 1 ? '' : 's'}`,
        step.width * scale,
      ),
    )
}

export const tickItem: LegendItem = {
  label: 'accepted by an analyst',
  sample: 9,
  draw: (x, y) =>
    svg('path', {
      d: personTick.path,
      transform: `translate(${x + 4},${y})`,
      stroke: printColours.ink,
      'stroke-width': personTick.stroke,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
}
