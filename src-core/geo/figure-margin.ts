import { figureMark } from '../graph/figure-mark'
import { escapeXml, printColours, svg } from '../graph/svg'
import { fitText } from '../graph/text-width'
import type { MapModel } from './map-model'
import { regionCircle } from './region-circles'
import type { World } from './world'

const size = 9.5
const rowHeight = 16
const mostRows = 12

/** What has no place on the map, in rows under it: actors of unknown origin, regions without one place. */
export function drawMargin(
  model: MapModel,
  world: World,
  x: number,
  y: number,
  width: number,
): { readonly markup: string; readonly height: number } {
  const rows = [
    ...model.unknownOrigin.map(({ name, unnamed, victims }) => ({
      mark: unnamed ? ('unnamed-actor' as const) : ('actor' as const),
      text: `${name}: origin unknown. Victims in ${victims.map((iso2) => world.countries.get(iso2)?.name ?? iso2).join(', ')}.`,
    })),
    ...model.regions
      .filter(({ entity }) => !regionCircle(entity))
      .map(({ name, hedged, outcome }) => ({
        mark: 'region' as const,
        text: `${name}: ${hedged ? '~ ' : ''}${outcome ?? 'targeted'}, as a whole.`,
      })),
  ]
  if (rows.length === 0) return { markup: '', height: 0 }
  const shown = rows.slice(0, rows.length > mostRows ? mostRows - 1 : mostRows)
  const lines = shown.map(({ mark, text }, index) => {
    const middle = y + rowHeight * (index + 0.5)
    return (
      figureMark(mark, x + 6, middle, 5.2) +
      svg(
        'text',
        { x: x + 18, y: middle + 3.4, 'font-size': size, fill: printColours.ink },
        escapeXml(fitText(text, size, width - 18)),
      )
    )
  })
  if (shown.length < rows.length)
    lines.push(
      svg(
        'text',
        {
          x: x + 18,
          y: y + rowHeight * (shown.length + 0.5) + 3.4,
          'font-size': size,
          fill: printColours.soft,
        },
        `and ${rows.length - shown.length} more without a known place; the tables hold all.`,
      ),
    )
  return { markup: lines.join(''), height: lines.length * rowHeight + 8 }
}
