import type { CaseView } from '@core/case/case-view'
import { fail, succeed, type Result } from '@core/lib/result'
import type { EntityId } from '@core/model/ids'

const mostNames = 20

/** A country (also by its two letters), sector or organisation that a link calls a victim; else the names of those there are. */
export function findVictim(view: CaseView, name: string): Result<EntityId, readonly string[]> {
  const wanted = fold(name)
  const counts = new Map<EntityId, number>()
  for (const { predicate, target } of view.links.values())
    if (predicate === 'targets') counts.set(target, (counts.get(target) ?? 0) + 1)
  const victims = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .flatMap(([id]) => view.entities.get(id) ?? [])
  const found = victims.find(({ name: own, aliases, ref }) =>
    [own, ...aliases, ...(ref === undefined ? [] : [ref])].some((word) => fold(word) === wanted),
  )
  return found ? succeed(found.id) : fail(victims.slice(0, mostNames).map((victim) => victim.name))
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}
