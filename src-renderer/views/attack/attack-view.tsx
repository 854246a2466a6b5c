import { attackGrid } from '@core/attack/attack-grid'
import type { AttackCell, AttackGrid } from '@core/attack/attack-grid'
import type { CaseView } from '@core/case/case-view'
import { evidenceOf, linksOfSelection } from '@core/case/evidence-of'
import type { EntityId } from '@core/model/ids'
import { entityKindOf } from '@core/model/ids'
import { Checkbox, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useSelection } from '../../state/selection'
import classes from './attack.module.css'
import { theAttackTables } from './the-tables'

/** What actors do, tactic by tactic; the first is the selected one, or everybody. */
export function AttackView() {
  const view = useCaseView()
  const filters = useFilters((state) => state.filters)
  const selected = useSelection((state) => state.entities.find((id) => isActor(id)))
  const [chosen, setChosen] = useState<EntityId | 'everybody'>()
  const [second, setSecond] = useState<EntityId>()
  const [showUnused, setShowUnused] = useState(false)
  const first = chosen === 'everybody' ? undefined : (chosen ?? selected)
  const choices = useMemo(() => (view ? actorsOf(view) : []), [view])
  const grid = useMemo(
    () =>
      view &&
      attackGrid(view, theAttackTables(), {
        filters,
        sides: second === undefined ? [first] : [first, second],
        showUnused,
      }),
    [view, filters, first, second, showUnused],
  )
  if (!view || !grid) return null
  const idOf = (value: string | null) => choices.find((choice) => choice.value === value)?.value
  const nameOf = (id: EntityId | undefined) =>
    id === undefined ? 'everybody' : (view.entities.get(id)?.name ?? id)
  return (
    <div className={classes.view}>
      <div className={classes.controls}>
        <Select
          aria-label="Actor A"
          size="xs"
          searchable
          placeholder="A: everybody"
          data={[...choices]}
          value={first ?? null}
          clearable
          onChange={(value) => setChosen(idOf(value) ?? 'everybody')}
        />
        <span className={classes.against}>against</span>
        <Select
          aria-label="Actor B"
          size="xs"
          searchable
          placeholder="B: nobody"
          data={[...choices]}
          value={second ?? null}
          clearable
          onChange={(value) => setSecond(idOf(value))}
        />
        <Checkbox
          size="xs"
          label="Unused techniques too"
          checked={showUnused}
          onChange={(event) => setShowUnused(event.currentTarget.checked)}
        />
        <span className={classes.count} aria-live="polite">
          {countWords(grid, nameOf(first), second === undefined ? undefined : nameOf(second))}
        </span>
      </div>
      {grid.tactics.length + grid.unplaced.length === 0 ? (
        <EmptyState
          title={`The techniques that reports name for ${nameOf(first)} will stand here under their tactics. None passes the filter now.`}
        />
      ) : (
        <div className={classes.grid} tabIndex={0} role="group" aria-label="Techniques by tactic">
          {grid.tactics.map((tactic) => (
            <Column key={tactic.id} title={tactic.name} cells={tactic.techniques} view={view} />
          ))}
          {grid.unplaced.length > 0 && (
            <Column title="Not in ATT&CK" cells={grid.unplaced} view={view} />
          )}
        </div>
      )}
    </div>
  )
}

interface ColumnProps {
  readonly title: string
  readonly cells: readonly AttackCell[]
  readonly view: CaseView
}

function Column({ title, cells, view }: ColumnProps) {
  const used = cells.filter(({ sides }) => sides.some(({ links }) => links.length > 0)).length
  return (
    <section className={classes.column} aria-label={title}>
      <h3 className={classes.tactic}>
        {title}
        <span>{used}</span>
      </h3>
      <ul>
        {cells.map((cell) => (
          <li key={cell.id}>
            <Technique cell={cell} view={view} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Technique({ cell, view }: { readonly cell: AttackCell; readonly view: CaseView }) {
  const links = useSelection((state) => state.links)
  const { select } = useSelection.getState()
  const own = cell.sides.flatMap((side) => side.links)
  const sides = cell.sides.map(({ links: theirs }) => theirs.length > 0)
  const words = cell.sides
    .map((side, i) => {
      if (side.links.length === 0) return ''
      const who = side.actors.map((id) => view.entities.get(id)?.name ?? id)
      return `${cell.sides.length > 1 ? `${'AB'.charAt(i)}: ` : ''}${side.hedged ? '~ ' : ''}${who.slice(0, 5).join(', ')}${who.length > 5 ? ` and ${who.length - 5} more` : ''}; ${side.documents} ${side.documents === 1 ? 'document' : 'documents'}, ${side.origins} ${side.origins === 1 ? 'origin' : 'origins'}`
    })
    .filter((part) => part !== '')
  return (
    <button
      type="button"
      className={classes.technique}
      data-used={own.length > 0}
      data-chosen={own.some((id) => links.includes(id))}
      data-sub={cell.isSub}
      aria-pressed={own.length > 0 && own.every((id) => links.includes(id))}
      disabled={own.length === 0}
      title={`${cell.id} ${cell.name}${words.length > 0 ? `\n${words.join('\n')}` : ''}`}
      onClick={() => select({ links: own })}
      onDoubleClick={() => openFirst(view)}
    >
      <span className={classes.sides}>
        {cell.sides.length > 1 ? (
          sides.map((isUsed, i) => (
            <b key={i} data-on={isUsed} data-hedged={cell.sides[i]?.hedged}>
              {isUsed ? 'AB'.charAt(i) : ''}
            </b>
          ))
        ) : (
          <b data-on={own.length > 0} data-hedged={cell.sides[0]?.hedged}>
            {own.length > 0 ? cell.sides[0]?.actors.length : ''}
          </b>
        )}
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{cell.name}</span>
        <span className={classes.id}>{cell.id}</span>
      </span>
    </button>
  )
}

function isActor(id: EntityId): boolean {
  return ['actor', 'campaign'].includes(entityKindOf(id))
}

/** Actors that use a technique come first. */
function actorsOf(view: CaseView): readonly { readonly value: EntityId; readonly label: string }[] {
  const users = new Set(
    [...view.links.values()]
      .filter(
        ({ predicate, target }) => predicate === 'uses' && entityKindOf(target) === 'technique',
      )
      .map(({ source }) => source),
  )
  return [...view.entities.values()]
    .filter(({ id }) => isActor(id))
    .sort(
      (a, b) =>
        Number(users.has(b.id)) - Number(users.has(a.id)) || a.name.localeCompare(b.name, 'en'),
    )
    .map(({ id, name }) => ({ value: id, label: name }))
}

function countWords(
  { counts: { first, both, second } }: AttackGrid,
  a: string,
  b: string | undefined,
): string {
  if (b === undefined) return `${first} ${first === 1 ? 'technique' : 'techniques'} by ${a}`
  return `${first} by ${a} alone, ${both} by both, ${second} by ${b} alone`
}

/** Double click: the first sentence behind what was just chosen. */
function openFirst(view: CaseView): void {
  const { entities, links, openEvidence } = useSelection.getState()
  const [first] = evidenceOf(view, linksOfSelection(view, entities, links))
  if (first) openEvidence(first.evidence.report, first.evidence)
}
