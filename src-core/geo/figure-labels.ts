import type { Point } from '../graph/curve'
import { escapeXml, printColours, px, svg } from '../graph/svg'
import { fitText, textWidth } from '../graph/text-width'
import { compareIds } from '../graph/visible-links'
import { dotRadius, needsDot } from './figure-layers'
import type { FramedMap } from './frame-map'
import type { MapArc, MapModel } from './map-model'
import { outcomes } from '../model/link'
import { placeMapLabels } from './place-map-labels'
import { projectPoint } from './projection'
import { regionCircle } from './region-circles'
import type { World } from './world'

interface Label {
  readonly at: Point
  readonly radius: number
  readonly lines: readonly LabelLine[]
}

interface LabelLine {
  readonly text: string
  readonly weight: 400 | 600
  readonly tone: 'ink' | 'soft'
}

const size = 9.5
const lineHeight = 11.5
/** More names than this no map of a page's width can hold. */
const mostLabels = 60

/** Origins with their actors, then victims, the strongest first. */
export function drawLabels(
  model: MapModel,
  framed: FramedMap,
  world: World,
  arcPoints: readonly Point[],
): string {
  const labels = [
    ...originLabels(model, framed, world),
    ...victimLabels(model, framed, world),
    ...regionLabels(model, framed),
  ].slice(0, mostLabels)
  const places = placeMapLabels(
    labels.map(({ at, radius, lines }) => ({
      at,
      radius,
      width: Math.max(...lines.map(({ text, weight }) => textWidth(text, size, weight))) + 4,
      height: lines.length * lineHeight + 1,
    })),
    arcPoints,
    { x0: 3, y0: 3, x1: framed.width - 3, y1: framed.height - 3 },
  )
  const leaders = places.map((place) =>
    place?.leader
      ? svg('path', {
          d: `M${px(place.leader[0].x)},${px(place.leader[0].y)}L${px(place.leader[1].x)},${px(place.leader[1].y)}`,
          stroke: printColours.ink,
          'stroke-width': 0.6,
        })
      : '',
  )
  const texts = places.map((place, index) => {
    const label = labels[index]
    if (!place || !label) return ''
    const { box } = place
    // Lines of different length hug the side that faces their mark.
    const isLeft = box.x1 <= label.at.x
    const written = label.lines.map(({ text, weight, tone }, line) => ({
      x: isLeft ? box.x1 - 2 : box.x0 + 2,
      'text-anchor': isLeft ? 'end' : undefined,
      y: box.y0 + lineHeight * (line + 0.8),
      text: escapeXml(text),
      'font-weight': weight === 600 ? 600 : undefined,
      fill: printColours[tone],
    }))
    const halos = written.map(({ text, fill: _, ...where }) =>
      svg('text', { ...where, ...haloStroke }, text),
    )
    return (
      halos.join('') +
      written
        .map(({ text, ...where }) => svg('text', { ...where, 'font-size': size }, text))
        .join('')
    )
  })
  return leaders.join('') + texts.join('')
}

const haloStroke = {
  'font-size': size,
  stroke: printColours.ground,
  'stroke-width': 2.8,
  'stroke-opacity': 0.9,
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
} as const

/** The largest first: they find room least easily. */
function originLabels(model: MapModel, { projection }: FramedMap, world: World): readonly Label[] {
  const labels = model.originCountries.flatMap((iso2): Label[] => {
    const country = world.countries.get(iso2)
    const at = country && projectPoint(projection, country.at)
    if (!at) return []
    const names = busiestActors(model.arcs.filter(({ from }) => from === iso2))
    const shown = names.slice(0, 2).map((name) => fitText(name, size, 110, 600))
    const more = names.length > shown.length ? ` +${names.length - shown.length}` : ''
    const lines: LabelLine[] = shown.map((text, index) => ({
      text: text + (index === shown.length - 1 ? more : ''),
      weight: 600,
      tone: 'ink',
    }))
    return [
      {
        at,
        radius: 8,
        lines: [...lines, { text: `suspected origin ${country.name}`, weight: 400, tone: 'soft' }],
      },
    ]
  })
  const room = ({ lines }: Label): number =>
    lines.length * Math.max(...lines.map(({ text, weight }) => textWidth(text, size, weight)))
  return labels.sort((a, b) => room(b) - room(a))
}

function busiestActors(arcs: readonly MapArc[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { actorName, origins } of arcs)
    counts.set(actorName, (counts.get(actorName) ?? 0) + origins)
  return [...counts]
    .sort(([a, few], [b, many]) => many - few || compareIds(a, b))
    .map(([name]) => name)
}

function victimLabels(model: MapModel, framed: FramedMap, world: World): readonly Label[] {
  return [...model.victims]
    .sort((a, b) => rank(b) - rank(a) || (a.iso2 < b.iso2 ? -1 : 1))
    .flatMap((victim) => {
      const country = world.countries.get(victim.iso2)
      const at = country && projectPoint(framed.projection, country.at)
      if (!at) return []
      const text = `${victim.hedged && !victim.denied ? '~ ' : ''}${fitText(victim.name, size, 120)}${victim.denied ? ' (denied)' : ''}`
      const radius = needsDot(victim.iso2, framed, world) ? dotRadius + 1.5 : 5
      return [{ at, radius, lines: [{ text, weight: 400, tone: 'ink' }] }]
    })
}

function rank({ outcome, hedged, denied, origins }: MapModel['victims'][number]): number {
  const strength = outcome ? outcomes.length - outcomes.indexOf(outcome) : 0
  return (denied ? 0 : 100) + strength * 10 + (hedged ? 0 : 5) + Math.min(origins, 4)
}

function regionLabels(model: MapModel, { projection }: FramedMap): readonly Label[] {
  return model.regions.flatMap(({ entity, name, hedged }) => {
    const circle = regionCircle(entity)
    const at =
      circle && projectPoint(projection, [circle.at[0], circle.at[1] - circle.radius * 0.86])
    return at
      ? [
          {
            at,
            radius: 0,
            lines: [{ text: `${hedged ? '~ ' : ''}${name}`, weight: 400, tone: 'ink' }],
          },
        ]
      : []
  })
}
