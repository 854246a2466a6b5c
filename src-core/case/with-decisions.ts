import type { LinkChange } from '../model/decision'
import type { LinkId } from '../model/ids'
import type { CaseLink } from './case-view'
import type { LinkReview } from './decisions'
import type { Edited, Standing } from './standing'

/** A link with what people said of it, or of the links as read that stand behind it (`read`): the last word of all counts. */
export function withDecisions(
  link: CaseLink,
  read: readonly LinkId[],
  { reviews, edits, grades }: Pick<Standing, 'reviews' | 'edits' | 'grades'>,
): CaseLink {
  const isAsRead = read.length === 1 && read[0] === link.id
  let review: LinkReview | undefined
  let edit: Edited<LinkChange> | undefined
  let grade: Edited<LinkGrade> | undefined
  for (const id of isAsRead ? read : [...read, link.id]) {
    const said = reviews.get(id)
    if (said && (!review || said.place > review.place)) review = said
    edit = edits.get(id) ?? edit
    grade = grades.get(id) ?? grade
  }
  if (isAsRead && !review && !edit && !grade) return link
  const { period, ...timeless } = link
  const isTimeless = edit?.value.period === null || period === undefined
  return {
    ...timeless,
    ...(isTimeless ? {} : { period }),
    ...(isAsRead ? {} : { readAs: read }),
    ...(review
      ? {
          review: review.review,
          decidedBy: { author: review.author, decision: review.decision },
        }
      : {}),
    ...(grade ? { credibility: grade.value } : {}),
    ...(edit ? corrected(link, edit) : {}),
  }
}

type LinkGrade = NonNullable<CaseLink['credibility']>

function corrected(
  link: CaseLink,
  { value, author, decision }: Edited<LinkChange>,
): Partial<CaseLink> {
  const { outcome, hedged, period } = value
  return {
    edited: { author, decision, fields: Object.keys(value) },
    ...(outcome && link.predicate === 'targets' ? { outcome } : {}),
    ...(hedged === undefined ? {} : { hedged }),
    ...(period ? { period } : {}),
  }
}
