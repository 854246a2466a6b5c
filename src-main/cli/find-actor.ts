import type { CaseEntity, CaseView } from '@core/case/case-view'
import { fail, succeed, type Result } from '@core/lib/result'
import type { EntityId } from '@core/model/ids'

/** The actor that bears a name, by whatever vendor; failing that, the names of the actors that there are, the best documented first. */
export function findActor(view: CaseView, name: string): Result<EntityId, readonly string[]> {
  const wanted = normalise(name)
  const actors = [...view.entities.values()].filter(({ kind }) => kind === 'actor')
  const bearer =
    actors.find((actor) => normalise(actor.name) === wanted) ??
    actors.find((actor) => namesOf(actor).some((own) => normalise(own) === wanted))
  if (bearer) return succeed(bearer.id)
  const known = actors.toSorted((a, b) => b.mentionCount - a.mentionCount)
  return fail(known.map((actor) => actor.name))
}

function namesOf({ names, aliases }: CaseEntity): string[] {
  return [...names.map(({ name }) => name), ...aliases]
}

/** "APT 28", "apt-28" and "APT28" are one name. */
function normalise(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_]+/g, '')
}
