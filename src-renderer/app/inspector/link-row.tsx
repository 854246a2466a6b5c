import type { CaseLink, CaseView } from '@core/case/case-view'
import { markKindOf } from '@core/graph/marks'
import { EntityMark } from '../../components/entity-mark'
import { LinkMark } from '../../components/link-mark'
import { useSelection } from '../../state/selection'
import { describeLink } from '../../messages/describe-link'
import classes from './inspector.module.css'

export interface LinkRowProps {
  readonly link: CaseLink
  readonly view: CaseView
  /** Which end the row names. */
  readonly show: 'source' | 'target' | 'both'
}

/** A link in a card: its mark, the end that matters here, its basis. A click selects the link. */
export function LinkRow({ link, view, show }: LinkRowProps) {
  const select = useSelection((state) => state.select)
  const entity = view.entities.get(show === 'source' ? link.source : link.target)
  if (!entity) return null
  const words = describeLink(link, view)
  const origins = link.origins.length
  return (
    <button
      type="button"
      className={classes.row}
      data-review={link.review}
      title={words}
      onClick={() => select({ links: [link.id] })}
    >
      <LinkMark
        predicate={link.predicate}
        outcome={link.outcome}
        hedged={link.hedged}
        polarity={link.polarity}
        origins={origins}
        byPerson={link.review === 'accepted'}
        width={34}
      />
      <EntityMark kind={markKindOf(entity)} size={12} />
      <bdi className={classes.rowName}>{show === 'both' ? words : entity.name}</bdi>
      <span className={classes.rowNote}>
        {origins} {origins === 1 ? 'origin' : 'origins'}
      </span>
    </button>
  )
}
