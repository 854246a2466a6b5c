import { EmptyState } from '../../components/empty-state'
import { TlpLabel } from '../../components/tlp-label'
import { useCaseView } from '../../data/use-case-view'
import { useReport } from '../../data/use-report'
import { useSelection } from '../../state/selection'
import { ReaderText } from './reader-text-view'
import classes from './reader.module.css'

export function ReaderView() {
  const place = useSelection((state) => state.openReport)
  const report = useReport(place?.reportId)
  const view = useCaseView()
  if (!place || (view && !view.reports.has(place.reportId)))
    return (
      <EmptyState title="The report you choose will stand here, with every name and link marked in its text.">
        Choose a report in the list, or a sentence in the inspector with <kbd>E</kbd>.
      </EmptyState>
    )
  if (!report || !view) return null
  const { title, publisher, author, published, publishedFrom, tlp, pageCount } = report.report
  const facts = [
    publisher,
    author,
    published === undefined
      ? 'undated'
      : `${published}${publishedFrom === undefined ? '' : ` (${publishedFrom})`}`,
    pageCount > 1 ? `${pageCount} pages` : undefined,
    `${report.reading.links.length} ${report.reading.links.length === 1 ? 'link' : 'links'}`,
  ].filter((fact) => fact !== undefined)
  return (
    <div className={classes.reader}>
      <header className={classes.head}>
        <h2 className={classes.title} title={title}>
          <bdi>{title}</bdi>
        </h2>
        <p className={classes.facts}>
          {tlp && <TlpLabel marking={tlp} />} {facts.join(' · ')}
        </p>
      </header>
      <ReaderText key={report.report.id} report={report} view={view} place={place} />
    </div>
  )
}
