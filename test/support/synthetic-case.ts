import type { ReadEntity } from '@core/model/entity'
import { entityId } from '@core/model/ids'
import type { EntityKind } from '@core/model/entity'
import type { Link } from '@core/model/link'
import { outcomes } from '@core/model/link'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'
import { seededRandom } from '@core/graph/seeded-random'
import { aLink, aReading, aReport, anEntity, anEvidence } from './case-builders'

export interface SyntheticReport {
  readonly report: Report
  readonly reading: Reading
  readonly text: string
}

export interface SyntheticOptions {
  readonly reports: number
  readonly actors: number
  /** Links that each report reads. */
  readonly linksPerReport: number
}

const birds =
  'Heron Lotus Adder Egret Nightjar Marten Osprey Lynx Pike Stoat Viper Wren Crane Ibex Tern'
const tints = 'Jade Salt Frost Iron Quiet Amber Cobalt Hollow Silent Velvet Copper Distant'
const places = {
  TW: 'Taiwan',
  KE: 'Kenya',
  UA: 'Ukraine',
  PL: 'Poland',
  US: 'United States',
  JP: 'Japan',
  IN: 'India',
  DE: 'Germany',
  FR: 'France',
  BR: 'Brazil',
  VN: 'Vietnam',
  PH: 'Philippines',
  MN: 'Mongolia',
  KZ: 'Kazakhstan',
  TR: 'Turkey',
  IL: 'Israel',
  SA: 'Saudi Arabia',
  ZA: 'South Africa',
  AU: 'Australia',
  FJ: 'Fiji',
} as const
const sectors = [
  'Government',
  'Telecommunications',
  'Energy',
  'Finance',
  'Defence',
  'Education',
  'Health care',
  'Transport',
]
const tools = [
  'REEDWARBLER',
  'COLDSNAP',
  'Tarpit',
  'LANTERN',
  'Cobalt Strike',
  'PlugX',
  'ShadowPad',
  'Mimikatz',
]
const houses = [
  'Northwind Labs',
  'Acme Research',
  'Daily Post',
  'Kestrel Security',
  'Blue Anchor',
  '安全研究所',
]
const origins = ['CN', 'RU', 'KP', 'IR']

/** An invented case of any size; the same options give the same case. */
export function syntheticCase(options: SyntheticOptions): readonly SyntheticReport[] {
  const random = seededRandom(7)
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  const actors = Array.from({ length: options.actors }, (_, i) => actorNumber(i))
  const habits = actors.map(() => ({
    countries: Object.entries(places)
      .filter(() => random() < 0.25)
      .concat([pick(Object.entries(places))]),
    sectors: sectors.filter(() => random() < 0.3).concat([pick(sectors)]),
    from: 2012 + Math.floor(random() * 11),
    tools: tools.filter(() => random() < 0.3).concat([pick(tools)]),
  }))
  return Array.from({ length: options.reports }, (_, i) => {
    const sentences: string[] = []
    const entities = new Map<string, ReadEntity>()
    const links = new Map<string, Link>()
    let length = 0
    const year = 2014 + Math.floor(random() * 11)
    const add = (entity: ReadEntity, at: number, surface: string) => {
      const known = entities.get(entity.id) ?? { ...entity, mentions: [] }
      entities.set(entity.id, {
        ...known,
        mentions: [
          ...known.mentions,
          { start: at, end: at + surface.length, surface, rule: 'known-name' },
        ],
      })
    }
    for (let n = 0; n < options.linksPerReport; n += 1) {
      const which = Math.floor(random() ** 1.6 * actors.length)
      const [actor, habit] = [actors[which], habits[which]]
      if (!actor || !habit) continue
      const isUse = random() < 0.22
      const [iso, country] = pick(habit.countries)
      const sector = pick(habit.sectors)
      const target = isUse
        ? anEntity('malware', pick(habit.tools))
        : random() < 0.55
          ? anEntity('country', country, { id: entityId('country', iso), ref: iso })
          : random() < 0.7
            ? anEntity('sector', sector)
            : anEntity('organization', `${country} ${sector} Authority`)
      const outcome = pick([...outcomes, 'targeted', 'targeted'] as const)
      const hedged = random() < 0.2
      const verb = isUse
        ? 'used'
        : { compromised: 'compromised', targeted: 'targeted', attempted: 'tried to breach' }[
            outcome
          ]
      const sentence = `${actor.name} ${hedged ? 'may have ' : ''}${verb} ${target.name} in ${year}.`
      const start = length
      sentences.push(sentence)
      length += sentence.length + 2
      add(actor, start, actor.name)
      const at = start + sentence.indexOf(target.name)
      add(target, at, target.name)
      const denied = !isUse && random() < 0.04
      const evidence = anEvidence({
        start,
        end: start + sentence.length,
        sourceSpan: { start, end: start + actor.name.length },
        targetSpan: { start: at, end: at + target.name.length },
        hedged,
        polarity: denied ? 'denied' : 'asserted',
        confidence: Math.round((0.35 + random() * 0.6) * 100) / 100,
        rule: pick(['frame/attack-verb', 'frame/passive', 'nominal/campaign', 'list/victims']),
        ...(isUse ? {} : { outcome }),
      })
      const link = aLink(actor.id, target.id, {
        predicate: isUse ? 'uses' : 'targets',
        polarity: evidence.polarity,
        hedged,
        confidence: evidence.confidence,
        evidence: [evidence],
        ...(isUse ? {} : { outcome }),
        ...periodOf(random, habit.from),
      })
      if (!links.has(link.id)) links.set(link.id, link)
    }
    const report = aReport(i + 1, {
      title: `${pick(['Inside', 'Tracking', 'The return of', 'New activity by', 'What we know of'])} ${pick(actors).name} (${i + 1})`,
      publisher: pick(houses),
      fileName: `report-${i + 1}.txt`,
      ...(random() < 0.95
        ? { published: `${year}-${two(1 + random() * 12)}-${two(1 + random() * 28)}` }
        : {}),
    })
    return {
      report,
      reading: aReading(report, [...entities.values()], [...links.values()]),
      text: sentences.join('\n\n'),
    }
  })
}

/** Named by what can be counted: "Jade Heron", and beyond the birds "Group 181". */
function actorNumber(i: number): ReadEntity {
  const [tint, bird] = [tints.split(' '), birds.split(' ')]
  const name =
    i < tint.length * bird.length
      ? `${tint[i % tint.length] ?? ''} ${bird[(i * 7 + Math.floor(i / tint.length)) % bird.length] ?? ''}`
      : `Group ${i}`
  const kind: EntityKind = 'actor'
  return anEntity(kind, name, {
    ...(i % 3 === 2 ? {} : { origin: origins[i % origins.length] ?? 'CN' }),
  })
}

function periodOf(random: () => number, from: number): Pick<Link, 'period'> {
  const year = from + Math.floor(random() * Math.max(1, 2025 - from))
  const month = `${year}-${two(1 + random() * 12)}`
  const kind = random()
  if (kind < 0.25) return {}
  if (kind < 0.5) return { period: { from: String(year), to: String(year) } }
  if (kind < 0.65) return { period: { from: month, to: month } }
  if (kind < 0.75)
    return { period: { from: `${month}-${two(1 + random() * 28)}`, to: `${month}-28` } }
  if (kind < 0.85) return { period: { from: month } }
  return { period: { from: month, to: `${year + 1}-${two(1 + random() * 12)}` } }
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}
