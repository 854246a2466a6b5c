import type { CaseView } from '../../case/case-view'
import type { Inline } from '../brief'
import type { BriefPlan } from '../plan/brief-plan'
import { counted, listOf } from '../words'
import type { FactParts } from './fact-parts'

/** What, from which sources, over what time, and what was left out. */
export function scopeNote({ whole, view, plan, scope, citations }: FactParts): Inline[][] {
  const sources = citations.sources.flatMap((id) => view.reports.get(id) ?? [])
  const dates = sources.flatMap(({ published }) => published ?? []).toSorted()
  const publishers = [...new Set(sources.flatMap(({ publisher }) => publisher ?? []))].toSorted(
    (a, b) => a.localeCompare(b, 'en'),
  )
  const [from, to] = [dates[0], dates.at(-1)]
  const undated = sources.filter(({ published }) => !published).length
  return [
    `This brief covers ${about(plan, whole)}. It uses ${counted(sources.length, 'document')}${
      publishers.length > 0 && publishers.length <= 8 ? ` by ${listOf(publishers)}` : ''
    }${from && to ? `, published ${from === to ? `on ${from}` : `from ${from} to ${to}`}` : ''}${
      undated > 0
        ? `; ${counted(undated, 'document')} ${undated === 1 ? 'is' : 'are'} not dated`
        : ''
    }.`,
    ...(scope.droppedReports.length > 0 && plan.ceiling
      ? [
          `Sources marked above ${plan.ceiling} were left out, with everything that only they state.`,
        ]
      : []),
  ].map((text) => [{ type: 'text', text }])
}

function about({ subject }: BriefPlan, view: CaseView): string {
  const names = (ids: readonly string[] = []): string =>
    listOf(
      ids.flatMap(
        (id) => [...view.entities.values()].find((entity) => entity.id === id)?.name ?? [],
      ),
    )
  const actors = names(subject.actors)
  const victims = names(subject.victims)
  const time =
    subject.since && subject.until
      ? ` from ${subject.since} to ${subject.until}`
      : subject.since
        ? ` since ${subject.since}`
        : subject.until
          ? ` until ${subject.until}`
          : ''
  const activity = actors ? `reported activity of ${actors}` : 'reported threat activity'
  return `${activity}${victims ? ` against ${victims}` : ''}${time}`
}
