import type { CaseLink, CaseView } from '@core/case/case-view'
import { filterCase, isFiltering } from '@core/case/filter-case'
import { lineStyle } from '@core/graph/marks'
import { SegmentedControl } from '@mantine/core'
import { Check, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { EntityName } from '../../components/entity-name'
import { LinkMark } from '../../components/link-mark'
import { VirtualTable } from '../../components/virtual-table'
import type { Column, TableSort } from '../../components/virtual-table'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useSelection } from '../../state/selection'
import classes from './links-view.module.css'
import { periodCell, sortLinks } from './sort-links'

type Scope = 'attacks' | 'review' | 'all'

export function LinksView() {
  const view = useCaseView()
  const filters = useFilters((state) => state.filters)
  const selected = useSelection((state) => state.links)
  const entities = useSelection((state) => state.entities)
  const { select, openEvidence } = useSelection.getState()
  const [scope, setScope] = useState<Scope>('attacks')
  const [sort, setSort] = useState<TableSort>({ column: 'outcome', descending: false })
  const shown = useMemo(() => view && filterCase(view, filters), [view, filters])
  const columns = useMemo(() => (shown ? columnsFor(shown) : []), [shown])
  const rows = useMemo(
    () => (shown ? sortLinks([...shown.links.values()].filter(inScope(scope)), shown, sort) : []),
    [shown, scope, sort],
  )
  // A chosen actor or victim keeps only its own links in sight, like every other view.
  const touching = useMemo(
    () =>
      entities.length === 0
        ? rows
        : rows.filter((link) => entities.includes(link.source) || entities.includes(link.target)),
    [rows, entities],
  )
  if (!view) return null
  const openFirst = ({ evidence: [first] }: CaseLink) =>
    first && openEvidence(first.report, { start: first.start, end: first.end })
  return (
    <div className={classes.view}>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label="Which links"
          size="xs"
          value={scope}
          onChange={setScope}
          data={[
            { value: 'attacks', label: 'Attacks' },
            { value: 'review', label: 'To review' },
            { value: 'all', label: 'All links' },
          ]}
        />
        <span className={classes.count} aria-live="polite">
          {touching.length === rows.length
            ? `${rows.length} ${rows.length === 1 ? 'link' : 'links'}`
            : `${touching.length} of ${rows.length} links touch the selection`}
        </span>
      </div>
      {touching.length === 0 ? (
        <EmptyState title={emptyWords(view, scope, isFiltering(filters) || entities.length > 0)} />
      ) : (
        <VirtualTable
          label="Links"
          columns={columns}
          rows={touching}
          rowKey={(link) => link.id}
          selected={selected.length === 1 ? selected[0] : undefined}
          sort={sort}
          onSort={setSort}
          onSelect={(link) => {
            select({ links: [link.id], entities })
            openFirst(link)
          }}
          onOpen={openFirst}
          rowTone={(link) => (link.review === 'rejected' ? 'faded' : undefined)}
        />
      )}
    </div>
  )
}

function inScope(scope: Scope): (link: CaseLink) => boolean {
  return (link) => {
    if (scope === 'attacks') return link.predicate === 'targets'
    if (scope === 'review') return link.review === 'unreviewed'
    return true
  }
}

function emptyWords(view: CaseView, scope: Scope, isHeldBack: boolean): string {
  if (isHeldBack)
    return 'No link passes the filter and touches the selection. Press Esc to clear the selection.'
  if (view.counts.links > 0 && scope === 'review') return 'Every link has been reviewed.'
  if (view.counts.links > 0) return 'These reports speak of no attack. “All links” shows the rest.'
  return 'Who went after whom will stand here, one link a row, as soon as a report is read.'
}

function columnsFor(view: CaseView): readonly Column<CaseLink>[] {
  return [
    {
      id: 'source',
      title: 'Source',
      min: 88,
      grow: 1,
      sortable: true,
      cell: (link) => <End id={link.source} view={view} />,
    },
    {
      id: 'outcome',
      title: 'Outcome',
      min: 126,
      sortable: true,
      cell: (link) => (
        <span className={classes.outcome}>
          <LinkMark
            predicate={link.predicate}
            outcome={link.outcome}
            hedged={link.hedged}
            polarity={link.polarity}
            origins={link.origins.length}
            byPerson={link.review === 'accepted'}
            width={30}
          />
          {lineStyle(link).label}
        </span>
      ),
    },
    {
      id: 'target',
      title: 'Target',
      min: 88,
      grow: 1,
      sortable: true,
      cell: (link) => <End id={link.target} view={view} />,
    },
    { id: 'when', title: 'When', min: 82, drop: 1, sortable: true, cell: periodCell },
    {
      id: 'origins',
      title: 'Origins',
      min: 46,
      drop: 2,
      align: 'end',
      sortable: true,
      cell: (link) => link.origins.length,
    },
    {
      id: 'documents',
      title: 'Docs',
      min: 34,
      drop: 4,
      align: 'end',
      sortable: true,
      cell: (link) => link.documents.length,
    },
    {
      id: 'confidence',
      title: 'Conf.',
      min: 40,
      drop: 3,
      align: 'end',
      sortable: true,
      cell: (link) => link.confidence.toFixed(2),
    },
    {
      id: 'review',
      title: 'Review',
      min: 46,
      sortable: true,
      cell: (link) => <ReviewCell link={link} />,
    },
  ]
}

function End({ id, view }: { readonly id: CaseLink['source']; readonly view: CaseView }) {
  const entity = view.entities.get(id)
  return entity ? <EntityName entity={entity} /> : null
}

function ReviewCell({ link: { review, decidedBy } }: { readonly link: CaseLink }) {
  if (review === 'unreviewed')
    return <i className={classes.open} role="img" aria-label="to review" title="To review" />
  const Icon = review === 'accepted' ? Check : X
  return (
    <span className={classes.outcome}>
      <Icon size={13} aria-hidden />
      <span className="visually-hidden">{review}</span>
      {decidedBy?.author}
    </span>
  )
}
