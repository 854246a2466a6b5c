import type { Mention, ReadEntity } from '../model/entity'
import type { EntityId, ReportId } from '../model/ids'
import { entityKindOf } from '../model/ids'
import type { Report } from '../model/report'
import type { LoneEntity } from './case-view'

/** How one report shows an entity. */
export interface EntityPart {
  readonly report: Report
  readonly entity: ReadEntity
}

/**
 * Folds how all reports show one entity, or several that a person has declared one; `parts` in the case's report order
 * (`compareReports`), at least one. The name and facts of `id` come before those of what was merged into it.
 */
export function mergeEntity(
  parts: readonly [EntityPart, ...EntityPart[]],
  id: EntityId = parts[0].entity.id,
): LoneEntity {
  const isOne = parts.every(({ entity }) => entity.id === id)
  const own = isOne ? parts : parts.filter(({ entity }) => entity.id === id)
  const leading = own.length > 0 ? own : parts
  const [{ entity: first }] = parts
  const name = mostFrequent(leading) ?? first.name
  const aliases = new Set<string>()
  let mentionCount = 0
  for (const { entity } of parts) {
    aliases.add(entity.name)
    for (const alias of entity.aliases) aliases.add(alias)
    mentionCount += entity.mentions.length
  }
  aliases.delete(name)
  const fact = <Field extends 'ref' | 'subtype' | 'origin'>(field: Field) =>
    leading.find(({ entity }) => entity[field] !== undefined)?.entity[field] ??
    (leading === parts
      ? undefined
      : parts.find(({ entity }) => entity[field] !== undefined)?.entity[field])
  const ref = fact('ref')
  const subtype = fact('subtype')
  const origin = fact('origin')
  return {
    id,
    kind: entityKindOf(id),
    name,
    aliases: [...aliases].sort(),
    names: namesAsWorn(parts),
    reports: reportsOf(parts),
    mentionCount,
    ...(ref === undefined ? {} : { ref }),
    ...(subtype === undefined ? {} : { subtype }),
    ...(origin === undefined ? {} : { origin }),
    ...(parts.every(({ entity }) => entity.unnamed) ? { unnamed: true as const } : {}),
  }
}

/** Words that point at the entity without naming it: "it", "the group", "the hackers". */
export function isAnaphor({ rule }: Mention): boolean {
  return rule.startsWith('reference/')
}

/** "Chinese hackers" describes an actor; only one without a name wears it as its name. */
function isDescription({ rule }: Mention): boolean {
  return rule.startsWith('unnamed/')
}

export function namesAsWorn(parts: readonly EntityPart[]): LoneEntity['names'] {
  const worn = new Map<string, { reports: ReportId[]; mentions: number }>()
  for (const { report, entity } of parts)
    for (const mention of entity.mentions) {
      if (isAnaphor(mention) || (!entity.unnamed && isDescription(mention))) continue
      const { surface } = mention
      const name = oddSpace.test(surface) ? surface.replace(/\s+/g, ' ') : surface
      const entry = worn.get(name)
      if (!entry) worn.set(name, { reports: [report.id], mentions: 1 })
      else {
        if (entry.reports.at(-1) !== report.id) entry.reports.push(report.id)
        entry.mentions += 1
      }
    }
  const names = [...worn]
  if (names.length > 1)
    names.sort(
      ([nameA, a], [nameB, b]) =>
        b.reports.length - a.reports.length || b.mentions - a.mentions || (nameA < nameB ? -1 : 1),
    )
  return names.map(([name, { reports }]) => ({ name, reports }))
}

/** Two spaces in a row, or white space that is none. */
const oddSpace = /\s\s|[^\S ]/

/** Several entities of one report may have been merged. */
function reportsOf(parts: readonly EntityPart[]): readonly ReportId[] {
  const reports: ReportId[] = []
  for (const { report } of parts) if (reports.at(-1) !== report.id) reports.push(report.id)
  return reports
}

function mostFrequent(parts: readonly EntityPart[]): string | undefined {
  const usual = parts[0]?.entity.name
  if (parts.every(({ entity }) => entity.name === usual)) return usual
  const counts = new Map<string, number>()
  for (const { entity } of parts) counts.set(entity.name, (counts.get(entity.name) ?? 0) + 1)
  let best: string | undefined
  let most = 0
  for (const [name, count] of counts)
    if (count > most || (count === most && best !== undefined && name < best)) {
      best = name
      most = count
    }
  return best
}
