import type { LegendItem } from '../graph/figure-legend'
import { markItem } from '../graph/figure-legend'
import { lineLegend } from '../graph/line-legend'
import { outcomes } from '../model/link'
import { victimArea } from './figure-layers'
import { arcRoutes } from './arc-routes'
import type { MapModel, MapVictim } from './map-model'

/** Explains what the map shows, and nothing that it does not. */
export function mapLegend(model: MapModel, hatchId: string): readonly LegendItem[] {
  const asserted = model.victims.filter(({ denied }) => !denied)
  const items: LegendItem[] = outcomes
    .filter((outcome) => asserted.some((victim) => (victim.outcome ?? 'targeted') === outcome))
    .map((outcome) => swatch(outcome, { outcome, hedged: false, denied: false }, hatchId))
  if (asserted.some(({ hedged }) => hedged))
    items.push(swatch('hedged', { outcome: 'compromised', hedged: true, denied: false }, hatchId))
  if (model.victims.some(({ denied }) => denied))
    items.push(swatch('denied', { hedged: false, denied: true }, hatchId))
  if (model.originCountries.length > 0) {
    const origin = markItem('actor')
    items.push({ ...origin, label: 'suspected origin' })
  }
  if (model.regions.length > 0) items.push(markItem('region'))
  return [
    ...items,
    ...lineLegend(
      arcRoutes(model.arcs).map(({ lead, width }) => ({
        predicate: 'targets',
        ...(lead.outcome === undefined ? {} : { outcome: lead.outcome }),
        hedged: lead.hedged,
        denied: lead.denied,
        byPerson: lead.byPerson,
        width,
      })),
    ),
  ]
}

function swatch(
  label: string,
  victim: Pick<MapVictim, 'outcome' | 'hedged' | 'denied'>,
  hatchId: string,
): LegendItem {
  return {
    label,
    sample: 16,
    draw: (x, y) => victimArea(victim, `M${x},${y - 5}H${x + 16}V${y + 5}H${x}Z`, hatchId, 0.7),
  }
}
