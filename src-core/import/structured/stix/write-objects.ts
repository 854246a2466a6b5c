import type { EntityKind } from '../../../model/entity'
import type { Period } from '../../../model/link'
import { plainDescription } from '../plain-description'
import { oneLine, type Piece, type StructureBuilder } from '../structure-builder'
import {
  observablesOfInner,
  observablesOfObject,
  observablesOfPattern,
  type Observable,
  type StixObject,
} from './stix-objects'
import { confidenceOf, periodOf, relationForm } from './stix-relations'
import { thingOf } from './stix-things'

interface Placed {
  readonly thing: number
  readonly kind: EntityKind
}

/** Objects, then what is said between them, then indicators: each as a sentence that a person could have written. */
export function writeObjects(
  builder: StructureBuilder,
  objects: readonly StixObject[],
  byId: ReadonlyMap<string, StixObject>,
): void {
  const placed = new Map<string, readonly Placed[]>()
  for (const object of objects) {
    const thing = thingOf(object)
    if (!thing) continue
    const place = builder.thing(thing)
    if (place === undefined) continue
    placed.set(object.id, [{ thing: place, kind: thing.kind }])
    writeThing(builder, object, place, thing.aliases ?? [])
  }
  for (const object of objects) {
    const found = observablesIn(object)
    const places = found.flatMap(({ value, subtype }) => {
      const thing = builder.thing({ kind: 'indicator', name: value, subtype })
      return thing === undefined ? [] : [{ thing, kind: 'indicator' as const }]
    })
    if (places.length === 0) continue
    placed.set(object.id, places)
    writeObservables(builder, object, places)
  }
  for (const object of objects) {
    if (object.type === 'relationship') writeRelationship(builder, object, placed)
    if (object.type === 'sighting') writeSighting(builder, object, placed, byId)
  }
}

const nouns: Readonly<Record<string, string>> = {
  'intrusion-set': 'Intrusion set',
  'threat-actor': 'Threat actor',
  'attack-pattern': 'Technique',
}

function writeThing(
  builder: StructureBuilder,
  { type, description, external_references: references }: StixObject,
  thing: number,
  aliases: readonly string[],
): void {
  const noun = nouns[type] ?? type.charAt(0).toUpperCase() + type.slice(1)
  const id = references.find(({ external_id: external }) =>
    /^(?:[GSCT]\d{4}(?:\.\d{3})?|CVE-\S+)$/.test(external ?? ''),
  )?.external_id
  const others = aliases.map((alias) => oneLine(alias, 200)).filter(Boolean)
  const pieces: Piece[] = [`${noun}: `, { thing }]
  if (id !== undefined && id !== builder.nameOf(thing)) pieces.push(` (${id})`)
  if (others.length > 0) pieces.push(`, also called ${others.join(', ')}`)
  builder.sentence('paragraph', [...pieces, '.'])
  if (description !== undefined && type !== 'attack-pattern')
    builder.prose(plainDescription(description))
}

function observablesIn(object: StixObject): readonly Observable[] {
  if (object.type === 'indicator') return observablesOfPattern(object.pattern ?? '')
  if (object.type !== 'observed-data') return observablesOfObject(object)
  return Object.values(object.objects ?? {}).flatMap(observablesOfInner)
}

function writeObservables(
  builder: StructureBuilder,
  { type, name, description }: StixObject,
  places: readonly Placed[],
): void {
  const noun = type === 'indicator' ? 'Indicator' : 'Observed'
  const said = oneLine([name, description].filter(Boolean).join(': '), 300)
  for (const { thing } of places)
    builder.sentence('table-row', [`${noun}: `, { thing }, ...(said === '' ? [] : [` | ${said}`])])
}

function writeRelationship(
  builder: StructureBuilder,
  object: StixObject,
  placed: ReadonlyMap<string, readonly Placed[]>,
): void {
  const { relationship_type: type = '', source_ref: from = '', target_ref: to = '' } = object
  for (const source of placed.get(from) ?? [])
    for (const target of placed.get(to) ?? []) {
      const form = relationForm(type, source.kind, target.kind)
      if (!form || source.thing === target.thing) continue
      const period = periodOf(object)
      builder.sentence(
        'paragraph',
        [{ thing: source.thing }, ` ${form.words} `, { thing: target.thing }, ending(object)],
        {
          source: source.thing,
          target: target.thing,
          predicate: form.predicate,
          hedged: false,
          confidence: confidenceOf(object),
          ...(form.outcome && { outcome: form.outcome }),
          ...(period && { period }),
        },
      )
    }
}

/** The end of the sentence, and the words that the producer added. */
function ending(object: StixObject): string {
  const period = periodOf(object)
  const when = period === undefined ? '' : ` (${periodWords(period)})`
  const said = oneLine(plainDescription(object.description ?? ''), 600)
  return said === '' ? `${when}.` : `${when}: ${said}`
}

function periodWords({ from, to }: Period): string {
  if (from === undefined) return `until ${to ?? ''}`
  return to === undefined ? `since ${from}` : `${from} to ${to}`
}

/** "Seen at": whom it was seen at is a victim where an actor, a campaign or malware was seen. */
function writeSighting(
  builder: StructureBuilder,
  object: StixObject,
  placed: ReadonlyMap<string, readonly Placed[]>,
  byId: ReadonlyMap<string, StixObject>,
): void {
  const attackers = new Set<EntityKind>(['actor', 'campaign', 'malware', 'tool'])
  for (const seen of placed.get(object.sighting_of_ref ?? '') ?? [])
    for (const place of object.where_sighted_refs.flatMap((ref) => placed.get(ref) ?? [])) {
      const isAttack = attackers.has(seen.kind)
      const period = periodOf(object)
      const reporter = byId.get(object.created_by_ref ?? '')?.name
      const by = reporter === undefined ? '' : `, says ${oneLine(reporter, 200)}`
      builder.sentence(
        'paragraph',
        [{ thing: seen.thing }, ' was seen at ', { thing: place.thing }, `${by}.`],
        {
          source: seen.thing,
          target: place.thing,
          predicate: isAttack ? 'targets' : 'related-to',
          hedged: false,
          confidence: confidenceOf(object),
          ...(isAttack && { outcome: 'targeted' as const }),
          ...(period && { period }),
        },
      )
    }
}
