import type { CaseFilters, CaseView } from '@core/case/case-view'
import { filterOptions } from '@core/case/filter-options'
import { markKindOf } from '@core/graph/marks'
import type { EntityId } from '@core/model/ids'
import { entityKindOf } from '@core/model/ids'
import { useMemo } from 'react'
import { ChoiceList } from './choice-list'
import type { Choice } from './choice-list'
import { FilterPart } from './filter-part'
import { actorsWords, victimsWords } from './filter-words'

export interface EndsPartsProps {
  readonly view: CaseView | undefined
  readonly filters: CaseFilters
  readonly change: (change: Ends) => void
}

interface Ends {
  readonly actors?: readonly EntityId[] | undefined
  readonly actorOrigins?: readonly string[] | undefined
  readonly victims?: readonly EntityId[] | undefined
}

const noOptions = { origins: [], actors: [], victims: [] }
const originId = (iso2: string) => `origin ${iso2}`

/** "actors from China · victims in Telecommunications". */
export function EndsParts({ view, filters, change }: EndsPartsProps) {
  const options = useMemo(() => (view ? filterOptions(view) : noOptions), [view])
  const { actors = [], actorOrigins = [], victims = [] } = filters
  const nameOf = (id: EntityId) => view?.entities.get(id)?.name ?? id.slice(id.indexOf(':') + 1)
  const countryOf = (iso2: string) => countryName(view, iso2)
  const isArea = (id: EntityId) => ['country', 'region', 'place'].includes(entityKindOf(id))
  const actorChoices = useMemo(
    (): readonly Choice[] => [
      ...options.origins.map(({ iso2, count }) => ({
        id: originId(iso2),
        title: `from ${countryName(view, iso2)}`,
        mark: 'country' as const,
        note: `${count} ${count === 1 ? 'actor' : 'actors'}`,
        weight: 1e6 + count,
      })),
      ...options.actors.map(({ id, name, count }) => ({
        id,
        title: name,
        mark: markFor(view, id),
        note: `${count} ${count === 1 ? 'attack' : 'attacks'}`,
        weight: count,
      })),
    ],
    [options, view],
  )
  const victimChoices = useMemo(
    () =>
      options.victims.map(({ id, name, count }): Choice => ({
        id,
        title: name,
        mark: markFor(view, id),
        note: `${count} ${count === 1 ? 'attack' : 'attacks'}`,
        weight: count,
      })),
    [options, view],
  )
  const toggleActor = (choice: string) => {
    const iso2 = options.origins.find((origin) => originId(origin.iso2) === choice)?.iso2
    if (iso2 !== undefined) change({ actorOrigins: toggled(actorOrigins, iso2) })
    const actor = options.actors.find(({ id }) => id === choice)?.id
    if (actor !== undefined) change({ actors: toggled(actors, actor) })
  }
  const toggleVictim = (choice: string) => {
    const victim = options.victims.find(({ id }) => id === choice)?.id
    if (victim !== undefined) change({ victims: toggled(victims, victim) })
  }
  return (
    <>
      <FilterPart
        label="Actors"
        words={actorsWords(actors.map(nameOf), actorOrigins.map(countryOf))}
        isSet={actors.length + actorOrigins.length > 0}
      >
        <ChoiceList
          label="Actor or suspected origin"
          choices={actorChoices}
          chosen={new Set<string>([...actors, ...actorOrigins.map(originId)])}
          onToggle={toggleActor}
        />
      </FilterPart>
      <FilterPart
        label="Victims"
        words={victimsWords(
          victims.filter((id) => !isArea(id)).map(nameOf),
          victims.filter(isArea).map(nameOf),
        )}
        isSet={victims.length > 0}
      >
        <ChoiceList
          label="Country, sector or organisation"
          choices={victimChoices}
          chosen={new Set<string>(victims)}
          onToggle={toggleVictim}
        />
      </FilterPart>
    </>
  )
}

function markFor(view: CaseView | undefined, id: EntityId) {
  const entity = view?.entities.get(id)
  return entity ? markKindOf(entity) : entityKindOf(id)
}

function countryName(view: CaseView | undefined, iso2: string): string {
  for (const entity of view?.entities.values() ?? [])
    if (entity.kind === 'country' && entity.ref === iso2) return entity.name
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(iso2) ?? iso2
}

/** Undefined when nothing is left: then the part no longer filters. */
function toggled<Id>(chosen: readonly Id[], id: Id): readonly Id[] | undefined {
  const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
  return next.length > 0 ? next : undefined
}
