import type { CaseLink } from '../../case/case-view'
import type { Inline } from '../brief'
import { victimsOf } from '../victims'
import { counted, shortListOf } from '../words'
import type { FactParts } from './fact-parts'

const named = 8

/** What is not known, computed: undated actors, victims on one origin, contradictions, unclear outcomes, ungraded and undated sources. */
export function gaps(parts: FactParts): Inline[][] {
  const { view, links, actors, citations } = parts
  const attacks = links.filter(({ predicate }) => predicate === 'targets')
  const asserted = attacks.filter(({ polarity }) => polarity === 'asserted')
  const undated = actors.filter(
    ({ id }) => !asserted.some((link) => link.source === id && link.period),
  )
  const originless = actors.filter(
    ({ id, origin }) =>
      origin === undefined &&
      !links.some((link) => link.source === id && link.predicate === 'originates-from'),
  )
  const single = victimsOf(view, asserted).filter(
    (victim) => new Set(victim.links.flatMap(({ origins }) => origins)).size === 1,
  )
  const sources = citations.sources.flatMap((id) => view.reports.get(id) ?? [])
  const ungraded = sources.filter(({ reliability }) => reliability === 'F').length
  const withoutDate = sources.filter(({ published }) => !published).length
  const unmarked = sources.filter(({ tlp }) => tlp === undefined).length
  return [
    ...sentence(undated.length > 0, `No dated evidence of activity: ${names(undated)}.`),
    ...sentence(
      originless.length > 0,
      `No source states where it works from: ${names(originless)}.`,
    ),
    ...sentence(
      single.length > 0,
      `Resting on one independent origin only: ${names(single)} (${counted(single.length, 'victim')}).`,
    ),
    ...contradictions(parts, asserted),
    ...sentence(
      ungraded + withoutDate + unmarked > 0,
      `Of ${counted(sources.length, 'source')}, ${ungraded} ${ungraded === 1 ? 'is' : 'are'} not graded, ${withoutDate} not dated, ${unmarked} without a TLP marking.`,
    ),
  ]
}

/** The same actor and victim asserted by one source and denied by another. */
function contradictions(
  { view, links, citations }: FactParts,
  asserted: readonly CaseLink[],
): Inline[][] {
  const denied = links.filter(
    ({ polarity, predicate }) => predicate === 'targets' && polarity === 'denied',
  )
  return denied.flatMap((denial) => {
    const against = asserted.find(
      ({ source, target }) => source === denial.source && target === denial.target,
    )
    const [actor, victim] = [view.entities.get(denial.source), view.entities.get(denial.target)]
    if (!against || !actor || !victim) return []
    return [
      [
        {
          type: 'text',
          text: `Sources contradict each other on ${actor.name} and ${victim.name}.`,
        } as const,
        { type: 'citations', numbers: citations.cite([against, denial], 4) } as const,
      ],
    ]
  })
}

function names(items: readonly { readonly name: string }[]): string {
  return shortListOf([...new Set(items.map(({ name }) => name))], named)
}

function sentence(holds: boolean, text: string): Inline[][] {
  return holds ? [[{ type: 'text', text }]] : []
}
