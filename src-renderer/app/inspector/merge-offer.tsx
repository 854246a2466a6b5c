import type { CaseEntity } from '@core/case/case-view'
import { markKindOf, marks } from '@core/graph/marks'
import { CommandButton } from './command-button'
import classes from './inspector.module.css'

/** Several names of one kind are chosen: they can be declared one. */
export function MergeOffer({ entities }: { readonly entities: readonly CaseEntity[] }) {
  const [first] = entities
  if (!first || entities.some(({ kind }) => kind !== first.kind)) return null
  const kinds = marks[markKindOf(first)].plural.toLowerCase()
  return (
    <div className={classes.head}>
      <div className={classes.buttons}>
        <CommandButton overlay="merge" words={`Merge ${entities.length} ${kinds}`} keys="Shift+M" />
      </div>
    </div>
  )
}
