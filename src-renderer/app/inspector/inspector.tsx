import { linksOfSelection } from '@core/case/evidence-of'
import { useCaseView } from '../../data/use-case-view'
import { useSelection } from '../../state/selection'
import { ViewBoundary } from '../view-boundary'
import { CaseCard } from './case-card'
import { EntityCard } from './entity-card'
import classes from './inspector.module.css'
import { LinkCard } from './link-card'
import { LinkList } from './link-list'
import { MergeOffer } from './merge-offer'
import { ReportCard } from './report-card'

/** What is selected, what it rests on, and what was decided about it. */
export function Inspector() {
  const key = useSelection((state) => [...state.entities, ...state.links].join('\n'))
  return (
    <aside className={classes.inspector} aria-label="Inspector">
      <ViewBoundary key={key} what="The inspector">
        <Selected />
      </ViewBoundary>
    </aside>
  )
}

function Selected() {
  const view = useCaseView()
  const entityIds = useSelection((state) => state.entities)
  const linkIds = useSelection((state) => state.links)
  const openReport = useSelection((state) => state.openReport?.reportId)
  if (!view) return null
  const links = linksOfSelection(view, [], linkIds)
  const entities = entityIds.flatMap((id) => view.entities.get(id) ?? [])
  const [link] = links
  const [entity] = entities
  if (link && links.length === 1) return <LinkCard link={link} view={view} />
  if (links.length > 1) return <LinkList links={links} view={view} />
  if (entity && entities.length > 1)
    return (
      <>
        <MergeOffer entities={entities} />
        {entities.map((one) => (
          <EntityCard key={one.id} entity={one} view={view} />
        ))}
      </>
    )
  if (entity) return entities.map((one) => <EntityCard key={one.id} entity={one} view={view} />)
  const report = openReport && view.reports.get(openReport)
  if (report) return <ReportCard key={report.id} report={report} view={view} />
  return <CaseCard view={view} />
}
