import type { CaseView } from '@core/case/case-view'
import { markKindOf } from '@core/graph/marks'
import { EntityMark } from '../../components/entity-mark'
import { Section } from '../../components/section'
import { useSelection } from '../../state/selection'
import classes from './inspector.module.css'

export interface CaseCardProps {
  readonly view: CaseView
}

const firstShown = 12

/** Nothing is selected: the case at a glance, as a place to start. */
export function CaseCard({ view }: CaseCardProps) {
  const select = useSelection((state) => state.select)
  const actors = [...view.entities.values()]
    .filter((entity) => entity.kind === 'actor')
    .map((entity) => ({ entity, victims: victimsOf(view, entity.id) }))
    .sort((a, b) => b.victims - a.victims || (a.entity.id < b.entity.id ? -1 : 1))
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.name}>This case</h2>
        <p className={classes.hint}>
          Nothing is selected. Choose a name anywhere and every view follows.
        </p>
      </div>
      {actors.length > 0 && (
        <Section title="Actors" count={actors.length}>
          <div className={classes.rows}>
            {actors.slice(0, firstShown).map(({ entity, victims }) => (
              <button
                key={entity.id}
                type="button"
                className={classes.row}
                onClick={() => select({ entities: [entity.id] })}
              >
                <EntityMark kind={markKindOf(entity)} size={13} />
                <bdi className={classes.rowName}>{entity.name}</bdi>
                <span className={classes.rowNote}>
                  {victims === 0
                    ? 'no victim named'
                    : `${victims} ${victims === 1 ? 'victim' : 'victims'}`}
                </span>
              </button>
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

function victimsOf(view: CaseView, id: Parameters<CaseView['linksOf']['get']>[0]): number {
  const links = (view.linksOf.get(id) ?? []).flatMap((link) => view.links.get(link) ?? [])
  const attacks = links.filter(
    (link) =>
      link.source === id &&
      link.predicate === 'targets' &&
      link.polarity === 'asserted' &&
      link.review !== 'rejected',
  )
  return new Set(attacks.map((link) => link.cell ?? link.target)).size
}
