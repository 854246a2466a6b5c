import { reliabilityGrades } from '../../model/report'
import type { Inline } from '../brief'
import { support } from '../summary'
import { basis, counted, listOf } from '../words'
import type { FactParts } from './fact-parts'

/** How many sources, how many of them independent, and what that is worth (ICD 206). */
export function sourceSummary({ view, links, citations }: FactParts): Inline[][] {
  if (links.length === 0)
    return [[{ type: 'text', text: 'No source supports a statement of this brief.' }]]
  const [documents, origins] = support(links)
  const sources = citations.sources.flatMap((id) => view.reports.get(id) ?? [])
  const grades = reliabilityGrades.flatMap((grade) => {
    const count = sources.filter(({ reliability }) => reliability === grade).length
    return count > 0 ? [`${count} graded ${grade}`] : []
  })
  const multiple = links.filter((link) => link.origins.length > 1).length
  const checked = links.filter(({ review }) => review === 'accepted').length
  const hedged = links.filter((link) => link.hedged).length
  const of = counted(links.length, 'link')
  return [
    `The statements rest on ${basis(documents, origins)}; ${listOf(grades)}.`,
    `Strengths: ${multiple} of ${of} ${multiple === 1 ? 'is' : 'are'} stated by more than one independent origin; ${checked} ${checked === 1 ? 'was' : 'were'} checked by an analyst.`,
    `Weaknesses: ${links.length - multiple} ${links.length - multiple === 1 ? 'rests' : 'rest'} on a single origin; ${hedged} ${hedged === 1 ? 'is' : 'are'} hedged by the sources themselves.`,
  ].map((text) => [{ type: 'text', text }])
}
