import type { CaseReport } from '@core/case/case-view'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { TlpLabel } from '../../components/tlp-label'
import { VirtualTable } from '../../components/virtual-table'
import type { Column, TableSort } from '../../components/virtual-table'
import { useDesk } from '../../components/desk-services'
import { useCaseView } from '../../data/use-case-view'
import { useSelection } from '../../state/selection'
import { formatLabels, sizeWords } from './report-words'
import { sortReports } from './sort-reports'

const columns: readonly Column<CaseReport>[] = [
  {
    id: 'title',
    title: 'Title',
    min: 200,
    grow: 4,
    sortable: true,
    cell: (report) => <bdi title={report.title}>{report.title}</bdi>,
  },
  {
    id: 'publisher',
    title: 'Publisher',
    min: 90,
    grow: 1,
    drop: 1,
    sortable: true,
    cell: (report) => report.publisher ?? '',
  },
  {
    id: 'published',
    title: 'Date',
    min: 80,
    sortable: true,
    cell: (report) => (
      <span title={report.publishedFrom === undefined ? '' : `From the ${report.publishedFrom}`}>
        {report.published ?? ''}
      </span>
    ),
  },
  {
    id: 'links',
    title: 'Links',
    min: 40,
    align: 'end',
    sortable: true,
    cell: (report) => report.linkCount,
  },
  {
    id: 'origin',
    title: 'Origin',
    min: 84,
    drop: 5,
    cell: (report) => <OriginCell report={report} />,
  },
  {
    id: 'tlp',
    title: 'TLP',
    min: 76,
    grow: 0.3,
    drop: 2,
    sortable: true,
    cell: (report) => report.tlp && <TlpLabel marking={report.tlp} />,
  },
  {
    id: 'format',
    title: 'Format',
    min: 66,
    drop: 3,
    sortable: true,
    cell: (report) => formatLabels[report.format],
  },
  {
    id: 'size',
    title: 'Size',
    min: 50,
    drop: 4,
    align: 'end',
    sortable: true,
    cell: (report) => sizeWords(report.byteLength),
  },
]

/** "1 of 9": so many documents say the same in the same words and are one origin. */
function OriginCell({ report }: { readonly report: CaseReport }) {
  const restating = useCaseView()?.restating
  const lead = restating?.get(report.id)
  if (lead === undefined) return null
  let count = 0
  for (const other of restating?.values() ?? []) if (other === lead) count += 1
  const words = `${count} documents, 1 origin`
  return <span title={words}>{lead === report.id ? `leads ${count}` : `1 of ${count}`}</span>
}

export function ReportsView() {
  const view = useCaseView()
  const openReport = useSelection((state) => state.openReport?.reportId)
  const openEvidence = useSelection((state) => state.openEvidence)
  const { commands } = useDesk()
  const entities = useSelection((state) => state.entities)
  const speakOfIt = useMemo(
    () => new Set(entities.flatMap((id) => view?.entities.get(id)?.reports ?? [])),
    [view, entities],
  )
  const [sort, setSort] = useState<TableSort>({ column: 'published', descending: true })
  const rows = useMemo(() => sortReports([...(view?.reports.values() ?? [])], sort), [view, sort])
  if (view && rows.length === 0)
    return (
      <EmptyState title="The reports of this case will stand here.">
        Drop files or folders anywhere, or press <kbd>Ctrl+O</kbd>.
      </EmptyState>
    )
  return (
    <VirtualTable
      label="Reports"
      columns={columns}
      rows={rows}
      rowKey={(report) => report.id}
      selected={openReport}
      sort={sort}
      onSort={setSort}
      onSelect={(report) => openEvidence(report.id)}
      onOpen={() => commands.showView('reader')}
      rowTone={({ id }) => (speakOfIt.size > 0 && !speakOfIt.has(id) ? 'aside' : undefined)}
    />
  )
}
