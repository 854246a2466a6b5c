import type { ReadEntity } from '../model/entity'
import type { ReportId } from '../model/ids'
import type { Report } from '../model/report'
import type { CaseEntity } from './case-view'

/** How one report shows an entity. */
export interface EntityPart {
  readonly report: Report
  readonly entity: ReadEntity
}

/** Folds how all reports show one entity; `parts` in the case's report order (`compareReports`), at least one. */
export function mergeEntity(parts: readonly [EntityPart, ...EntityPart[]]): CaseEntity {
  const [{ entity: first }] = parts
  const name = mostFrequent(parts.map(({ entity }) => entity.name)) ?? first.name
  const stated = parts.flatMap(({ entity }) => [entity.name, ...entity.aliases])
  const aliases = [...new Set(stated)].filter((alias) => alias !== name).toSorted()
  const ref = parts.find(({ entity }) => entity.ref !== undefined)?.entity.ref
  const subtype = parts.find(({ entity }) => entity.subtype !== undefined)?.entity.subtype
  const origin = parts.find(({ entity }) => entity.origin !== undefined)?.entity.origin
  return {
    id: first.id,
    kind: first.kind,
    name,
    aliases,
    names: namesAsWorn(parts),
    reports: parts.map(({ report }) => report.id),
    mentionCount: parts.reduce((sum, { entity }) => sum + entity.mentions.length, 0),
    ...(ref === undefined ? {} : { ref }),
    ...(subtype === undefined ? {} : { subtype }),
    ...(origin === undefined ? {} : { origin }),
    ...(parts.every(({ entity }) => entity.unnamed) ? { unnamed: true as const } : {}),
  }
}

/** Rules whose words point at the entity without naming it: "it", "the group", "the hackers". */
const anaphora = /^reference\//
/** "Chinese hackers" describes an actor; only one without a name wears it as its name. */
const description = /^unnamed\//

function namesAsWorn(parts: readonly EntityPart[]): CaseEntity['names'] {
  const worn = new Map<string, { reports: ReportId[]; mentions: number }>()
  for (const { report, entity } of parts)
    for (const mention of entity.mentions) {
      if (anaphora.test(mention.rule)) continue
      if (!entity.unnamed && description.test(mention.rule)) continue
      const name = mention.surface.replace(/\s+/g, ' ')
      const entry = worn.get(name) ?? { reports: [], mentions: 0 }
      if (entry.reports.at(-1) !== report.id) entry.reports.push(report.id)
      entry.mentions += 1
      worn.set(name, entry)
    }
  return [...worn]
    .toSorted(
      ([nameA, a], [nameB, b]) =>
        b.reports.length - a.reports.length || b.mentions - a.mentions || (nameA < nameB ? -1 : 1),
    )
    .map(([name, { reports }]) => ({ name, reports }))
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]
}
