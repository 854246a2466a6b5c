import type { EntityKind } from '../../../model/entity'
import type { Outcome, Predicate } from '../../../model/link'
import { tlpMarkings, type ReportMetadata, type TlpMarking } from '../../../model/report'
import type { ReadText } from '../../import-format'
import { parseDate } from '../../metadata/parse-date'
import { plainDescription } from '../plain-description'
import { oneLine, StructureBuilder } from '../structure-builder'
import { tlpOf } from '../tlp-words'
import { present, type MispAttribute, type MispCluster, type MispEvent } from './misp-objects'
import { suspectedStates, thingOfCluster, thingsOfAttribute } from './misp-things'

/** MISP events as a report: galaxies and attributes as sentences, event reports as prose. */
export function readEvents(
  events: readonly [MispEvent, ...MispEvent[]],
  fileName: string,
): ReadText {
  const builder = new StructureBuilder()
  const [first] = events
  builder.plain('title', first.info === '' ? fileName : first.info)
  for (const event of events) {
    if (event !== first) builder.plain('heading', event.info)
    new EventWriter(builder, event).write()
  }
  return { source: builder.build('misp'), metadata: metadataOf(first), pageCount: 0 }
}

function metadataOf(event: MispEvent): ReportMetadata {
  const published = parseDate(event.date ?? '')
  const tags = present(event.Tag).flatMap(({ name }) => name ?? [])
  const tlp = strictest(tags)
  return {
    title: oneLine(event.info, 300),
    language: 'en',
    ...(event.Orgc?.name !== undefined && { publisher: event.Orgc.name }),
    ...(published !== undefined && { published, publishedFrom: 'event' }),
    ...(tlp && { tlp }),
  }
}

function strictest(tags: readonly string[]): TlpMarking | undefined {
  const found = tags.filter((tag) => /^tlp:/i.test(tag)).flatMap((tag) => tlpOf(tag) ?? [])
  return tlpMarkings.findLast((marking) => found.includes(marking))
}

interface Named {
  readonly thing: number
  readonly kind: EntityKind
}

class EventWriter {
  readonly #builder: StructureBuilder
  readonly #event: MispEvent
  readonly #named: Named[] = []
  readonly #seen = new Set<number>()

  constructor(builder: StructureBuilder, event: MispEvent) {
    this.#builder = builder
    this.#event = event
  }

  write(): void {
    const attributes = present(this.#event.Attribute)
    const objects = present(this.#event.Object)
    const all = [...attributes, ...objects.flatMap((object) => present(object.Attribute))]
    for (const galaxy of present(this.#event.Galaxy))
      for (const cluster of present(galaxy.GalaxyCluster))
        this.#cluster(galaxy.type ?? cluster.type ?? '', cluster)
    for (const { name } of present(this.#event.Tag)) this.#tag(name ?? '')
    for (const { name, content } of present(this.#event.EventReport)) {
      if (name !== undefined) this.#builder.plain('heading', name)
      this.#builder.prose(plainDescription(content ?? ''))
    }
    for (const attribute of all) this.#attribute(attribute)
    this.#sideBySide()
  }

  #cluster(type: string, cluster: MispCluster): void {
    const thing = thingOfCluster(type, cluster)
    const place = thing && this.#builder.thing(thing)
    if (!thing || place === undefined) return
    this.#remember({ thing: place, kind: thing.kind })
    const others = (thing.aliases ?? []).slice(0, 40).map((alias) => oneLine(alias, 200))
    this.#builder.sentence('paragraph', [
      `Galaxy ${oneLine(type, 80) || 'cluster'}: `,
      { thing: place },
      others.length > 0 ? `, also called ${others.join(', ')}.` : '.',
    ])
    if (thing.kind === 'actor') this.#origin(place, cluster)
  }

  #origin(actor: number, { meta }: MispCluster): void {
    for (const state of suspectedStates(meta)) {
      const country = this.#builder.thing(state)
      if (country === undefined) continue
      this.#builder.sentence(
        'paragraph',
        [{ thing: actor }, ' is suspected to come from ', { thing: country }, '.'],
        {
          source: actor,
          target: country,
          predicate: 'originates-from',
          hedged: true,
          confidence: 0.7,
        },
      )
    }
  }

  /** `misp-galaxy:threat-actor="APT 28"`, where the galaxy itself was not exported. */
  #tag(tag: string): void {
    const match = /^misp-galaxy:([\w-]{1,80})="([^"]{1,200})"$/.exec(tag)
    const [, galaxy = '', value = ''] = match ?? []
    const thing = thingOfCluster(galaxy, {
      value,
      type: undefined,
      description: undefined,
      meta: {},
    })
    const place = thing && this.#builder.thing(thing)
    if (!thing || place === undefined || this.#seen.has(place)) return
    this.#remember({ thing: place, kind: thing.kind })
    this.#builder.sentence('paragraph', [`Tag ${galaxy}: `, { thing: place }, '.'])
  }

  #attribute({ type = '', value, comment = '', deleted, Galaxy }: MispAttribute): void {
    if (deleted === true || value === undefined) return
    for (const galaxy of present(Galaxy))
      for (const cluster of present(galaxy.GalaxyCluster)) this.#cluster(galaxy.type ?? '', cluster)
    const said = oneLine(comment, 300)
    for (const thing of thingsOfAttribute(type, String(value))) {
      const place = this.#builder.thing(thing)
      if (place === undefined) continue
      if (thing.kind !== 'indicator') this.#remember({ thing: place, kind: thing.kind })
      this.#builder.sentence('table-row', [
        `${type}: `,
        { thing: place },
        ...(said === '' ? [] : [` | ${said}`]),
      ])
    }
    if ((type === 'comment' || type === 'text') && String(value).length > 80)
      this.#builder.prose(String(value))
  }

  #remember(named: Named): void {
    if (this.#seen.has(named.thing)) return
    this.#seen.add(named.thing)
    this.#named.push(named)
  }

  /** An event puts things side by side; whether one did the other's deed it does not say, and with two actors it cannot be known. */
  #sideBySide(): void {
    const actors = this.#named.filter(({ kind }) => kind === 'actor')
    const [actor] = actors
    if (!actor || actors.length > 1) return
    for (const { thing, kind } of this.#named) {
      const link = meaning[kind]
      if (!link) continue
      this.#builder.sentence(
        'paragraph',
        ['The event names ', { thing: actor.thing }, ` and, as ${link.words}, `, { thing }, '.'],
        {
          source: actor.thing,
          target: thing,
          predicate: link.predicate,
          hedged: true,
          confidence: 0.5,
          ...(link.outcome && { outcome: link.outcome }),
        },
      )
    }
  }
}

interface Meaning {
  readonly predicate: Predicate
  readonly outcome?: Outcome
  readonly words: string
}

const victim: Meaning = { predicate: 'targets', outcome: 'targeted', words: 'target' }

const meaning: Readonly<Partial<Record<EntityKind, Meaning>>> = {
  malware: { predicate: 'uses', words: 'malware' },
  tool: { predicate: 'uses', words: 'tool' },
  technique: { predicate: 'uses', words: 'technique' },
  vulnerability: { predicate: 'exploits', words: 'vulnerability' },
  country: victim,
  region: victim,
  place: victim,
  sector: victim,
  organization: victim,
}
