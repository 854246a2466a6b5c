import type { CaseLink, CaseView } from '@core/case/case-view'
import { markKindOf } from '@core/graph/marks'
import { Menu } from '@mantine/core'
import { Check, X } from 'lucide-react'
import { EntityMark } from '../../components/entity-mark'
import { LinkMark } from '../../components/link-mark'
import { describeLink } from '../../messages/describe-link'
import { useSelection } from '../../state/selection'
import type { EvidenceMark } from './reader-text'
import classes from './reader.module.css'

export interface EvidenceBadgeProps {
  readonly marks: readonly EvidenceMark[]
  readonly view: CaseView
}

/** After a sentence: the links that rest on it. One: a click selects it; several: a click lists them. */
export function EvidenceBadge({ marks, view }: EvidenceBadgeProps) {
  const select = useSelection((state) => state.select)
  const links = uniqueLinks(marks, view)
  const [only] = links
  const mark = marks.find(({ facts }) => facts.predicate === 'targets') ?? marks[0]
  if (!only || !mark) return null
  const kind = marks.some(({ facts }) => facts.predicate === 'targets') ? 'attack' : 'relation'
  const line = (
    <LinkMark
      {...mark.facts}
      origins={1}
      width={mark.facts.predicate === 'targets' ? 28 : 16}
      byPerson={only.review === 'accepted'}
    />
  )
  if (links.length === 1)
    return (
      <button
        type="button"
        className={classes.badge}
        data-review={only.review}
        data-kind={kind}
        title={describeLink(only, view)}
        aria-label={`Link: ${describeLink(only, view)}`}
        onClick={() => select({ links: [only.id] })}
      >
        {line}
      </button>
    )
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={classes.badge}
          data-kind={kind}
          aria-label={`${links.length} links rest on this sentence`}
        >
          {line}
          {links.length}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {links.map((link) => (
          <Menu.Item
            key={link.id}
            onClick={() => select({ links: [link.id] })}
            leftSection={
              <LinkMark
                predicate={link.predicate}
                outcome={link.outcome}
                hedged={link.hedged}
                polarity={link.polarity}
                origins={1}
                width={26}
              />
            }
            rightSection={<ReviewSign review={link.review} />}
          >
            <span className={classes.menuLine}>
              <TargetMark link={link} view={view} />
              {describeLink(link, view)}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function TargetMark({ link, view }: { readonly link: CaseLink; readonly view: CaseView }) {
  const target = view.entities.get(link.target)
  return target ? <EntityMark kind={markKindOf(target)} size={11} /> : null
}

function ReviewSign({ review }: { readonly review: CaseLink['review'] }) {
  if (review === 'unreviewed') return null
  return review === 'accepted' ? (
    <Check size={13} aria-label="accepted" />
  ) : (
    <X size={13} aria-label="rejected" />
  )
}

function uniqueLinks(evidence: readonly EvidenceMark[], view: CaseView): readonly CaseLink[] {
  return [...new Set(evidence.map((mark) => mark.link))].flatMap((id) => view.links.get(id) ?? [])
}
