import type { CaseLink, CaseView } from '@core/case/case-view'
import { victimCells } from '@core/graph/victim-cells'
import type { VictimCell } from '@core/graph/victim-cells'
import { useMemo, useState } from 'react'
import { EntityMark } from '../../components/entity-mark'
import { LinkMark } from '../../components/link-mark'
import { Section } from '../../components/section'
import { useSelection } from '../../state/selection'
import classes from './inspector.module.css'
import { LinkRow } from './link-row'
import { strongestFirst } from './strongest-first'

export interface VictimListProps {
  /** One actor's attacks. */
  readonly links: readonly CaseLink[]
  readonly view: CaseView
}

const firstShown = 10

/** An actor's victims; sector × country is one victim, as in every picture. */
export function VictimList({ links, view }: VictimListProps) {
  const [isWhole, setWhole] = useState(false)
  const rows = useMemo(() => {
    const { cells, covered } = victimCells(links)
    const alone = links.filter((link) => !covered.has(link.id))
    return [
      ...cells.map((cell) => ({ lead: cell.edge.lead, cell })),
      ...alone.map((link) => ({ lead: link, cell: undefined })),
    ].sort((a, b) => strongestFirst(a.lead, b.lead))
  }, [links])
  const shown = isWhole ? rows : rows.slice(0, firstShown)
  return (
    <Section title="Victims" count={rows.length}>
      <div className={classes.rows}>
        {shown.map(({ lead, cell }) =>
          cell ? (
            <CellRow key={`${cell.sector} ${cell.country}`} cell={cell} view={view} />
          ) : (
            <LinkRow key={lead.id} link={lead} view={view} show="target" />
          ),
        )}
      </div>
      {shown.length < rows.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          Show all {rows.length}
        </button>
      )}
    </Section>
  )
}

interface CellRowProps {
  readonly cell: VictimCell
  readonly view: CaseView
}

function CellRow({ cell, view }: CellRowProps) {
  const select = useSelection((state) => state.select)
  const { lead, links } = cell.edge
  const name = [cell.sector, cell.country].map((id) => view.entities.get(id)?.name ?? id).join(', ')
  const origins = lead.origins.length
  return (
    <button
      type="button"
      className={classes.row}
      title={name}
      onClick={() => select({ links: links.map((link) => link.id) })}
    >
      <LinkMark
        predicate="targets"
        outcome={lead.outcome}
        hedged={lead.hedged}
        polarity={lead.polarity}
        origins={origins}
        byPerson={links.every((link) => link.review === 'accepted')}
        width={34}
      />
      <EntityMark kind="victim-cell" size={13} />
      <bdi className={classes.rowName}>{name}</bdi>
      <span className={classes.rowNote}>
        {origins} {origins === 1 ? 'origin' : 'origins'}
      </span>
    </button>
  )
}
