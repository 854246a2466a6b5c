import type { CaseEntity } from '@core/case/case-view'
import { markKindOf, marks } from '@core/graph/marks'
import { EntityMark } from './entity-mark'
import classes from './entity-name.module.css'

export interface EntityNameProps {
  readonly entity: CaseEntity
  /** Absent: plain text, not a button. */
  readonly onSelect?: (entity: CaseEntity) => void
  readonly isSelected?: boolean
}

/** Mark and name; the whole name in the tooltip, for names of any length and direction. */
export function EntityName({ entity, onSelect, isSelected = false }: EntityNameProps) {
  const kind = markKindOf(entity)
  const content = (
    <>
      <EntityMark kind={kind} label={marks[kind].label} size={13} />
      <bdi className={classes.name}>{entity.name}</bdi>
    </>
  )
  if (!onSelect)
    return (
      <span className={classes.plain} title={entity.name}>
        {content}
      </span>
    )
  return (
    <button
      type="button"
      className={classes.button}
      aria-pressed={isSelected}
      title={entity.name}
      onClick={(event) => {
        event.stopPropagation()
        onSelect(entity)
      }}
    >
      {content}
    </button>
  )
}
