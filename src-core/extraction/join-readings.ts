import type { Mention, ReadEntity } from '../model/entity'
import { outcomes, type Link, type Period } from '../model/link'
import type { Reading, Zone } from '../model/reading'

/** One reading of several, in text order; their spans must have been moved to where they stand. */
export function joinReadings(readings: readonly Reading[]): Reading {
  const joined = new JoinedReading()
  for (const reading of readings) joined.add(reading)
  return joined.reading()
}

/** What has been read so far. Readings are added one by one and let go: no more than one of them is held twice. */
export class JoinedReading {
  private first: Reading | undefined
  private readonly zones: Zone[] = []
  private readonly entities = new Map<string, OpenEntity>()
  private readonly links = new Map<string, Link>()
  private stories = 0

  add(reading: Reading): void {
    this.first ??= { ...reading, zones: [], entities: [], links: [] }
    let most = 0
    for (const zone of reading.zones) {
      most = Math.max(most, zone.story)
      this.zones.push(this.stories === 0 ? zone : { ...zone, story: zone.story + this.stories })
    }
    this.stories += 1 + most
    for (const entity of reading.entities) this.addEntity(entity)
    for (const link of reading.links)
      this.links.set(link.id, joinLinks(this.links.get(link.id), link))
  }

  reading(): Reading {
    if (!this.first) throw new Error('No part was read')
    const entities = [...this.entities.values()].map(({ entity, names, mentions }) => ({
      ...entity,
      aliases: [...names],
      mentions,
    }))
    return { ...this.first, zones: this.zones, entities, links: [...this.links.values()] }
  }

  private addEntity(entity: ReadEntity): void {
    const known = this.entities.get(entity.id)
    if (!known) {
      const names = new Set(entity.aliases)
      this.entities.set(entity.id, { entity, names, mentions: [...entity.mentions] })
      return
    }
    for (const name of [entity.name, ...entity.aliases]) known.names.add(name)
    known.names.delete(known.entity.name)
    for (const mention of entity.mentions) known.mentions.push(mention)
    known.entity = { ...entity, ...known.entity }
  }
}

/** An entity that later readings may add to. */
interface OpenEntity {
  entity: ReadEntity
  readonly names: Set<string>
  readonly mentions: Mention[]
}

/** The stronger statement gives outcome and hedge; all words stay as evidence. */
function joinLinks(known: Link | undefined, link: Link): Link {
  if (!known) return link
  const stronger = rankOf(link) < rankOf(known) ? link : known
  const surer = link.confidence > known.confidence ? link : known
  const isSameRank = rankOf(link) === rankOf(known)
  const [first, ...rest] = known.evidence
  const periods = [...periodsOf(known), ...periodsOf(link)]
  const period = known.period ?? link.period
  return {
    ...link,
    ...known,
    ...(stronger.outcome !== undefined && { outcome: stronger.outcome }),
    hedged: isSameRank ? known.hedged && link.hedged : stronger.hedged,
    ...(period && { period }),
    ...(periods.length > 0 && { periods }),
    confidence: surer.confidence,
    features: surer.features,
    evidence: [first, ...rest, ...link.evidence],
  }
}

function rankOf({ outcome }: Link): number {
  return outcome === undefined ? outcomes.length : outcomes.indexOf(outcome)
}

function periodsOf({ periods, period }: Link): readonly Period[] {
  return periods ?? (period ? [period] : [])
}
