import { issuedFacts } from '@core/brief/facts/changes'
import { renderMarkdown } from '@core/brief/markdown/render-markdown'
import type { BriefPlan } from '@core/brief/plan/brief-plan'
import { findLeaks } from '@core/brief/scope/find-leaks'
import { scopeOf } from '@core/brief/scope/brief-scope'
import type { CaseView } from '@core/case/case-view'
import { Loader } from '@mantine/core'
import { useMemo } from 'react'
import { EmptyState } from '../../components/empty-state'
import { useDesk } from '../../components/desk-services'
import type { IssuedBrief } from '../../data/brief-repository'
import { useIssuedBriefs } from '../../data/use-brief-plan'
import { useTexts } from '../../data/use-texts'
import { failureSentence } from '../../messages/describe-failure'
import classes from './brief-view.module.css'
import { fileNameFor } from './file-name'
import { PagePreview } from './page-preview'
import { SaveButtons } from './save-buttons'
import { useBriefHtml } from './use-brief-html'

export interface BriefStageProps {
  readonly view: CaseView
  readonly plan: BriefPlan
  readonly previous: IssuedBrief | undefined
  /** Errors of the linter; they warn, they do not forbid. */
  readonly errors: number
}

/** The document as it will print, and the ways out of the machine. */
export function BriefStage({ view, plan, previous, errors }: BriefStageProps) {
  const { commands } = useDesk()
  const { brief, html, isBusy, failure } = useBriefHtml(view, { plan, previous })
  const { issue } = useIssuedBriefs()
  const leaks = useLeaks(view, plan, html)
  const freeze = async () => {
    if (!brief || html === undefined) return
    const result = await issue({
      version: plan.version,
      date: brief.date,
      title: brief.title,
      tlp: brief.tlp,
      plan,
      facts: issuedFacts(view, scopeOf(view, plan).links),
      html,
    })
    commands.say(
      result.ok
        ? `Frozen: “${brief.title}”, version ${plan.version}. The next brief tells what has changed since.`
        : failureSentence(result.failure, 'The issue'),
    )
  }
  if (failure !== undefined) return <EmptyState title={failure} />
  return (
    <section className={classes.stage} aria-label="Preview" aria-busy={isBusy}>
      <div className={classes.out}>
        {isBusy && (
          <span className={classes.busy} role="status">
            <Loader size={14} color="var(--ink-faint)" /> Writing the brief
          </span>
        )}
        {errors > 0 && (
          <span className={classes.warned}>
            {errors === 1 ? 'One error' : `${errors} errors`} under Checks
          </span>
        )}
        {leaks > 0 && (
          <span className={classes.warned} role="alert">
            The document holds words of a source above its marking: it is not saved. See your own
            sentences.
          </span>
        )}
        <SaveButtons
          html={leaks > 0 ? undefined : html}
          markdown={() => brief && renderMarkdown(brief)}
          name={fileNameFor(brief?.title ?? 'brief')}
          issue={freeze}
        />
      </div>
      {html !== undefined && brief && (
        <PagePreview html={html} paper={brief.paper} tlp={brief.tlp} />
      )}
    </section>
  )
}

/** How much of the finished document only a dropped source holds: quotations cannot, the analyst's own words may. */
function useLeaks(view: CaseView, plan: BriefPlan, html: string | undefined): number {
  const dropped = useMemo(() => scopeOf(view, plan).droppedReports, [view, plan])
  const texts = useTexts(dropped)
  return useMemo(() => {
    if (html === undefined || !texts || dropped.length === 0) return 0
    const text = new DOMParser().parseFromString(html, 'text/html').body.textContent
    return findLeaks(text, view, dropped, (id) => texts.get(id)).length
  }, [html, view, dropped, texts])
}
