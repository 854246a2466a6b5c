import type { CaseEntity, CaseLink, CaseView } from '@core/case/case-view'
import { markKindOf, marks } from '@core/graph/marks'
import { useMemo, useState } from 'react'
import { EntityMark } from '../../components/entity-mark'
import { Section } from '../../components/section'
import { useSelection } from '../../state/selection'
import { FactsTable, Names, Similar, Unknown, useFacts } from './card-facts'
import { CommandButton } from './command-button'
import { EvidenceList } from './evidence-list'
import classes from './inspector.module.css'
import { linkGroups } from './link-groups'
import { LinkRow } from './link-row'
import { MergedNames } from './merged-names'
import { Notes } from './notes'
import { strongestFirst } from './strongest-first'
import { VictimList } from './victim-list'

export interface EntityCardProps {
  readonly entity: CaseEntity
  readonly view: CaseView
}

/** Everything the case holds on one name. */
export function EntityCard({ entity, view }: EntityCardProps) {
  const links = useMemo(
    () =>
      (view.linksOf.get(entity.id) ?? [])
        .flatMap((id) => view.links.get(id) ?? [])
        .filter((link) => link.review !== 'rejected'),
    [view, entity.id],
  )
  const facts = useFacts({ entity, view })
  const kind = markKindOf(entity)
  const origin = entity.origin === undefined ? undefined : countryName(view, entity.origin)
  const words = [
    marks[kind].label,
    entity.subtype,
    entity.kind === 'country' || entity.kind === 'sector' ? undefined : entity.ref,
    origin === undefined ? undefined : `suspected origin ${origin}`,
  ].filter((fact) => fact !== undefined && fact !== '')
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.name}>
          <EntityMark kind={kind} size={18} label={marks[kind].label} />
          <bdi>{entity.name}</bdi>
        </h2>
        <p className={classes.facts}>{words.join(', ')}</p>
        <p className={classes.facts}>{standing(entity, links)}</p>
      </div>
      <FactsTable facts={facts} />
      <div className={classes.buttons}>
        <CommandButton overlay="rename" words="Rename" keys="F2" />
        <CommandButton overlay="note" words="Write a note" keys="N" />
      </div>
      {entity.merged && <MergedNames entity={entity} merged={entity.merged} view={view} />}
      <Notes about={{ type: 'entity', id: entity.id }} view={view} />
      {linkGroups(entity.id, links).map((group) =>
        group.title === 'Victims' ? (
          <VictimList key={group.title} links={group.links} view={view} />
        ) : (
          <LinkGroup key={group.title} {...group} view={view} />
        ),
      )}
      <Names entity={entity} names={facts.names} view={view} />
      <Similar entity={entity} view={view} />
      <Unknown facts={facts} />
      <Sources entity={entity} view={view} />
      {links.length > 0 && <EvidenceList links={links} view={view} />}
    </>
  )
}

interface LinkGroupProps {
  readonly title: string
  readonly end: 'source' | 'target'
  readonly links: readonly CaseLink[]
  readonly view: CaseView
}

const firstShown = 10

function LinkGroup({ title, end, links, view }: LinkGroupProps) {
  const [isWhole, setWhole] = useState(false)
  const sorted = useMemo(() => links.toSorted(strongestFirst), [links])
  const shown = isWhole ? sorted : sorted.slice(0, firstShown)
  return (
    <Section title={title} count={links.length}>
      <div className={classes.rows}>
        {shown.map((link) => (
          <LinkRow key={link.id} link={link} view={view} show={end} />
        ))}
      </div>
      {shown.length < links.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          Show all {links.length}
        </button>
      )}
    </Section>
  )
}

function Sources({ entity, view }: EntityCardProps) {
  const openReport = useSelection((state) => state.openEvidence)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? entity.reports : entity.reports.slice(0, firstShown)
  return (
    <Section title="Sources" count={entity.reports.length}>
      <div className={classes.rows}>
        {shown.map((id) => {
          const report = view.reports.get(id)
          return (
            report && (
              <button
                key={id}
                type="button"
                className={classes.row}
                title={[report.title, report.publisher].filter(Boolean).join(', ')}
                onClick={() => openReport(id)}
              >
                <span className={classes.rowName}>{report.title}</span>
                <span className={classes.rowNote}>{report.published ?? 'undated'}</span>
              </button>
            )
          )
        })}
      </div>
      {shown.length < entity.reports.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          Show all {entity.reports.length}
        </button>
      )}
    </Section>
  )
}

/** "14 links in 3 documents from 2 origins". */
function standing(entity: CaseEntity, links: readonly CaseLink[]): string {
  const documents = entity.reports.length
  const origins = new Set(links.flatMap((link) => link.origins)).size
  const parts = [
    `${links.length} ${links.length === 1 ? 'link' : 'links'}`,
    `${documents} ${documents === 1 ? 'document' : 'documents'}`,
    `${origins} ${origins === 1 ? 'origin' : 'origins'}`,
  ]
  return parts.join(', ')
}

function countryName(view: CaseView, iso2: string): string {
  for (const entity of view.entities.values())
    if (entity.kind === 'country' && entity.ref === iso2) return entity.name
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(iso2) ?? iso2
}
