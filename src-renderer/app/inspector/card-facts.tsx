import { entityFacts } from '@core/card/entity-facts'
import type { EntityFacts, WornName } from '@core/card/entity-facts'
import { similarActors } from '@core/card/similar-actors'
import { shortListOf } from '@core/brief/words'
import type { CaseEntity, CaseView } from '@core/case/case-view'
import { markKindOf } from '@core/graph/marks'
import { useMemo, useState } from 'react'
import { EntityMark } from '../../components/entity-mark'
import { Section } from '../../components/section'
import { useSelection } from '../../state/selection'
import classes from './inspector.module.css'
import { MoveNameButton } from './move-name-button'

interface CardPartProps {
  readonly entity: CaseEntity
  readonly view: CaseView
}

export function useFacts({ entity, view }: CardPartProps): EntityFacts {
  return useMemo(() => entityFacts(view, entity), [view, entity])
}

/** When it was active, when it was written about, on whose word. */
export function FactsTable({ facts }: { readonly facts: EntityFacts }) {
  const { firstActive, lastActive, firstReported, lastReported, reporters } = facts
  const select = useSelection((state) => state.select)
  return (
    <dl className={classes.table}>
      <dt>Active</dt>
      <dd>{rangeWords(firstActive, lastActive) ?? 'No source says when'}</dd>
      <dt>Reported</dt>
      <dd>{rangeWords(firstReported, lastReported) ?? 'In undated reports only'}</dd>
      {reporters.length > 0 && (
        <>
          <dt>Reported by</dt>
          <dd>
            {reporters.slice(0, 6).map(({ origin, name, links }) => (
              <button
                key={origin}
                type="button"
                className={classes.inline}
                title={`Select the ${links.length} ${links.length === 1 ? 'link' : 'links'} on the word of ${name}`}
                onClick={() => select({ links })}
              >
                {name} ({links.length})
              </button>
            ))}
            {reporters.length > 6 && ` and ${reporters.length - 6} more`}
          </dd>
        </>
      )}
    </dl>
  )
}

/** An alias is a claim: who uses the name is shown with it. */
export function Names({
  entity,
  names,
  view,
}: {
  readonly entity: CaseEntity
  readonly names: readonly WornName[]
  readonly view: CaseView
}) {
  const [isWhole, setWhole] = useState(false)
  const known = entity.aliases.filter((alias) => !names.some(({ name }) => name === alias))
  const rows = [
    ...names.map(({ name, documents, houses }) => ({
      name,
      note:
        houses.length > 0
          ? shortListOf(houses, 2)
          : `${documents} ${documents === 1 ? 'document' : 'documents'}`,
      title: `${name}: ${documents} ${documents === 1 ? 'document' : 'documents'}${houses.length > 0 ? ` by ${houses.join(', ')}` : ''}`,
    })),
    ...known.map((name) => ({ name, note: 'not in these reports', title: name })),
  ]
  if (rows.length < 2) return null
  const shown = isWhole ? rows : rows.slice(0, 10)
  return (
    <Section title="Names as worn" count={rows.length}>
      <ul>
        {shown.map(({ name, note, title }) => (
          <li key={name} className={classes.plainRow} title={title}>
            <bdi className={classes.rowName}>{name}</bdi>
            <span className={classes.rowNote}>{note}</span>
            <MoveNameButton entity={entity} name={name} view={view} />
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          Show all {rows.length}
        </button>
      )}
    </Section>
  )
}

/** Who attacks the same victims with the same means, and what these are. */
export function Similar({ entity, view }: CardPartProps) {
  const select = useSelection((state) => state.select)
  const similar = useMemo(
    () =>
      entity.kind === 'actor' || entity.kind === 'campaign' ? similarActors(view, entity.id) : [],
    [view, entity],
  )
  if (similar.length === 0) return null
  return (
    <Section title="Similar actors" count={similar.length}>
      <ul>
        {similar.map(({ actor, score, shared }) => {
          const other = view.entities.get(actor)
          const names = shared.map((id) => view.entities.get(id)?.name ?? id)
          return (
            other && (
              <li key={actor}>
                <button
                  type="button"
                  className={classes.similar}
                  title={`Both: ${names.join(', ')}`}
                  onClick={(event) =>
                    select(
                      { entities: [actor] },
                      { additive: event.ctrlKey || event.metaKey || event.shiftKey },
                    )
                  }
                >
                  <EntityMark kind={markKindOf(other)} size={12} />
                  <bdi className={classes.rowName}>{other.name}</bdi>
                  <span className={classes.rowNote}>{Math.round(score * 100)} % alike</span>
                  <span className={classes.why}>Both: {shortListOf(names, 3)}</span>
                </button>
              </li>
            )
          )
        })}
      </ul>
    </Section>
  )
}

export function Unknown({ facts }: { readonly facts: EntityFacts }) {
  if (facts.unknown.length === 0) return null
  return (
    <Section title="What is unknown">
      <ul className={classes.unknown}>
        {facts.unknown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  )
}

function rangeWords(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined || last === undefined) return first ?? last
  return first === last ? first : `${first} to ${last}`
}
