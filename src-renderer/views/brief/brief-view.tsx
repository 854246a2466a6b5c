import { partsOf } from '@core/brief/build-brief'
import { lintBrief } from '@core/brief/language/lint-brief'
import { draftWords } from '@core/brief/draft/draft-words'
import type { Statement } from '@core/brief/plan/brief-plan'
import { isAuthored, setStatements } from '@core/brief/plan/change-plan'
import { draftParts } from '@core/brief/words-block'
import { newPlan } from '@core/brief/plan/templates'
import type { CaseView } from '@core/case/case-view'
import { filterCase } from '@core/case/filter-case'
import { Tabs } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { useIssuedBriefs, useBriefPlan, type BriefPlanState } from '../../data/use-brief-plan'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useSelection } from '../../state/selection'
import { AboutForm } from './about-form'
import classes from './brief-view.module.css'
import { BriefStage } from './brief-stage'
import { ComposerHead } from './composer-head'
import { FindingsPanel } from './findings-panel'
import { IssuesPanel } from './issues-panel'
import { SectionsPanel } from './sections-panel'
import { theWorld, today } from './use-brief-html'

export function BriefView() {
  const whole = useCaseView()
  const filters = useFilters((state) => state.filters)
  const view = useMemo(
    () => whole && filterCase(whole, { ...filters, showRejected: false }),
    [whole, filters],
  )
  const state = useBriefPlan(() => newPlan('actor'))
  if (!view || !state) return null
  return <Composer view={view} state={state} />
}

function Composer({ view, state }: { readonly view: CaseView; readonly state: BriefPlanState }) {
  const { plan, change } = state
  const [tab, setTab] = useState<string | null>('about')
  const [openSection, setOpenSection] = useState<string | undefined>('bluf')
  const { issues } = useIssuedBriefs()
  const last = issues?.at(-1)
  useFollowSelection(view, state)
  const parts = useMemo(
    () =>
      partsOf(view, {
        plan,
        countries: theWorld().countries,
        textOf: () => undefined,
        producer: '',
        previous: last,
      }),
    [view, plan, last],
  )
  const findings = useMemo(() => lintBrief(parts, today()), [parts])
  const errors = findings.filter(({ level }) => level === 'error').length
  const hasAttacks = parts.links.some(({ predicate }) => predicate === 'targets')
  return (
    <div className={classes.view}>
      <section className={classes.composer} aria-label="Composer">
        <ComposerHead state={state} />
        <Tabs value={tab} onChange={setTab} className={classes.tabs} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="about">Brief</Tabs.Tab>
            <Tabs.Tab value="sections">Blocks</Tabs.Tab>
            <Tabs.Tab value="checks">
              Checks
              {findings.length > 0 && (
                <span className={classes.troubles} data-level={errors > 0 ? 'error' : 'warning'}>
                  {findings.length}
                </span>
              )}
            </Tabs.Tab>
            <Tabs.Tab value="issues">Issued</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="about" className={classes.panel}>
            <AboutForm
              view={view}
              plan={plan}
              scope={parts.scope}
              change={change}
              madeTitle="From what it is about"
            />
          </Tabs.Panel>
          <Tabs.Panel value="sections" className={classes.panel}>
            <SectionsPanel
              plan={plan}
              parts={parts}
              findings={findings}
              change={change}
              open={openSection}
              setOpen={setOpenSection}
            />
          </Tabs.Panel>
          <Tabs.Panel value="checks" className={classes.panel}>
            <FindingsPanel
              findings={findings}
              fix={(finding, statement) => {
                change(withFix(plan, parts, finding.section, statement))
              }}
            />
          </Tabs.Panel>
          <Tabs.Panel value="issues" className={classes.panel}>
            <IssuesPanel issues={issues ?? []} />
          </Tabs.Panel>
        </Tabs>
      </section>
      {hasAttacks || isAuthored(plan) ? (
        <BriefStage view={view} plan={plan} previous={last} errors={errors} />
      ) : (
        <EmptyState title="A brief will stand here. No attack passes the filter and what the brief is about." />
      )}
    </div>
  )
}

/** While nobody has written in it, the brief is on the actor that the desk has selected. */
function useFollowSelection(view: CaseView, { plan, change }: BriefPlanState): void {
  const selected = useSelection((state) => state.entities)
  useEffect(() => {
    const actor = selected.find((id) => view.entities.get(id)?.kind === 'actor')
    if (actor === undefined || isAuthored(plan) || plan.subject.actors?.includes(actor)) return
    change({ ...plan, subject: { ...plan.subject, actors: [actor] } })
    // Only a new selection is followed; what the composer itself changes is the analyst's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])
}

/** A fix on a draft makes the drafts of its section the analyst's own. */
function withFix(
  plan: BriefPlanState['plan'],
  parts: ReturnType<typeof partsOf>,
  key: string,
  statement: Statement,
): BriefPlanState['plan'] {
  const section = plan.sections.find((candidate) => candidate.key === key)
  if (section?.type !== 'words') return plan
  const statements = section.statements ?? draftWords(section.role, draftParts(parts))
  return setStatements(
    plan,
    key,
    statements.map((other) => (other.key === statement.key ? statement : other)),
  )
}
