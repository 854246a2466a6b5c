import type { LegendItem } from '../graph/figure-legend'
import { lineItem, markItem } from '../graph/figure-legend'
import { tickItem, widthItems } from '../graph/line-legend'
import { outcomes } from '../model/link'
import type { Outcome } from '../model/link'
import { victimArea } from './figure-layers'
import { arcRoutes, arcScale } from './arc-routes'
import type { MapModel, MapVictim } from './map-model'

/** Explains what the map shows, and nothing that it does not: each word with its fill and its line. */
export function mapLegend(model: MapModel, hatchId: string): readonly LegendItem[] {
  const routes = arcRoutes(model.arcs)
  const plain = { hedged: false, polarity: 'asserted' } as const
  const isShown = (outcome: Outcome): boolean =>
    [...model.victims, ...routes.map(({ lead }) => lead)].some(
      (shown) => !shown.denied && (shown.outcome ?? 'targeted') === outcome,
    )
  const items = outcomes
    .filter(isShown)
    .map((outcome) =>
      beside(
        swatch({ outcome, hedged: false, denied: false }, hatchId),
        lineItem({ ...plain, outcome }, outcome),
      ),
    )
  const shown = [...model.victims, ...routes.map(({ lead }) => lead)]
  if (shown.some(({ hedged, denied }) => hedged && !denied))
    items.push(
      beside(
        swatch({ outcome: 'compromised', hedged: true, denied: false }, hatchId),
        lineItem({ outcome: 'compromised', hedged: true, polarity: 'asserted' }, 'hedged'),
      ),
    )
  if (shown.some(({ denied }) => denied))
    items.push(
      beside(
        swatch({ hedged: false, denied: true }, hatchId),
        lineItem({ outcome: 'targeted', hedged: false, polarity: 'denied' }, 'denied'),
      ),
    )
  if (model.originCountries.length > 0)
    items.push({ ...markItem('actor'), label: 'suspected origin' })
  if (model.regions.length > 0) items.push(markItem('region'))
  if (routes.some(({ lead }) => lead.byPerson)) items.push(tickItem)
  return [
    ...items,
    ...widthItems(
      routes.map(({ width }) => width),
      arcScale(routes.length),
    ),
  ]
}

function beside(area: LegendItem, line: LegendItem): LegendItem {
  const gap = 5
  return {
    label: line.label,
    sample: area.sample + gap + line.sample,
    draw: (x, y) => area.draw(x, y) + line.draw(x + area.sample + gap, y),
  }
}

function swatch(
  victim: Pick<MapVictim, 'outcome' | 'hedged' | 'denied'>,
  hatchId: string,
): LegendItem {
  return {
    label: '',
    sample: 16,
    draw: (x, y) => victimArea(victim, `M${x},${y - 5}H${x + 16}V${y + 5}H${x}Z`, hatchId, 0.7),
  }
}
