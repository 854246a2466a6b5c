import type { CaseView } from '@core/case/case-view'
import { findInText } from '@core/search/find-in-text'
import type { SearchQuery } from '@core/search/parse-query'
import type { EntityId, LinkId, ReportId } from '@core/model/ids'
import type { Span } from '@core/model/span'
import { describeLinkId } from '../../messages/describe-link'

export interface FoundNote {
  readonly key: string
  /** "the actor Flax Typhoon", "the case". */
  readonly about: string
  readonly text: string
  readonly marks: readonly Span[]
}

/** Notes that hold every word of a query. There are few: they are looked through one by one. */
export function notesWith(view: CaseView, query: SearchQuery): readonly FoundNote[] {
  if (query.clauses.every(({ isExcluded }) => isExcluded)) return []
  return [...view.notes].flatMap(([subject, notes]) =>
    notes.flatMap(({ text }, i): FoundNote[] => {
      const isWhole = query.clauses.every((clause) => {
        const found = findInText(text, { clauses: [{ ...clause, isExcluded: false }] }, false)
        return (found !== undefined && found.length > 0) !== clause.isExcluded
      })
      const marks = isWhole ? findInText(text, query, false) : undefined
      return marks ? [{ key: `${subject} ${i}`, about: aboutOf(view, subject), text, marks }] : []
    }),
  )
}

function aboutOf(view: CaseView, subject: string): string {
  const id = subject.slice(subject.indexOf(' ') + 1)
  // Subjects are made by `noteKey`: the word before the space says whose id follows.
  if (subject.startsWith('entity ')) return view.entities.get(id as EntityId)?.name ?? id
  // As above.
  if (subject.startsWith('link ')) return describeLinkId(id as LinkId, view)
  // As above.
  if (subject.startsWith('report ')) return view.reports.get(id as ReportId)?.title ?? 'a report'
  return 'the case'
}
