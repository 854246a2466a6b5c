import type { CaseLink } from '../../case/case-view'
import { draftWords } from '../draft/draft-words'
import type { FactParts } from '../facts/fact-parts'
import type { WordsSection } from '../plan/brief-plan'
import { draftParts, linksBehind } from '../words-block'
import type { BriefFinding } from './finding'
import { lintStatement } from './lint-statement'

/** The rules of tradecraft over a plan as it stands; errors first. `date` is the day of making (ISO). */
export function lintBrief(parts: FactParts, date: string): readonly BriefFinding[] {
  const { plan } = parts
  const findings = plan.sections.flatMap((section) =>
    section.type === 'words' ? lintWords(section, parts, date) : [],
  )
  return [...findings, ...lintFacts(parts)].toSorted(
    (a, b) => Number(b.level === 'error') - Number(a.level === 'error'),
  )
}

function lintWords(section: WordsSection, parts: FactParts, date: string): readonly BriefFinding[] {
  const statements = section.statements ?? draftWords(section.role, draftParts(parts))
  return statements
    .filter(({ text }) => text.trim() !== '')
    .flatMap((statement) =>
      lintStatement(statement, {
        section: section.key,
        yardstick: parts.plan.yardstick,
        links: linksBehind(statement, parts),
        dropped: statement.restsOn.filter((id) => parts.scope.droppedLinks.includes(id)).length,
        published: (link) => publishedOf(link, parts),
        date,
      }),
    )
}

function lintFacts({ view, links, plan }: FactParts): readonly BriefFinding[] {
  const section = plan.sections.find((candidate) => candidate.type === 'facts')?.key ?? ''
  const vague = links.filter(
    ({ predicate, outcome, polarity }) =>
      predicate === 'targets' && polarity === 'asserted' && outcome === undefined,
  )
  const unmarked = new Set(
    links.flatMap(({ documents }) =>
      documents.filter((id) => view.reports.get(id)?.tlp === undefined),
    ),
  )
  return [
    ...vague.slice(0, 5).map((link) => ({
      rule: 'victim-without-outcome' as const,
      level: 'warning' as const,
      section: 'victims',
      message: `${view.entities.get(link.target)?.name ?? link.target} is named as a victim without an outcome: state how far it went, or leave it out.`,
    })),
    ...(unmarked.size > 0 && plan.ceiling
      ? [
          {
            rule: 'unmarked-source' as const,
            level: 'warning' as const,
            section,
            message: `${unmarked.size} of the sources ${unmarked.size === 1 ? 'bears' : 'bear'} no TLP marking: no ceiling can hold ${unmarked.size === 1 ? 'it' : 'them'} back. Mark ${unmarked.size === 1 ? 'it' : 'them'} before issue.`,
          },
        ]
      : []),
  ]
}

/** When the newest source behind a link appeared, or the activity ended. */
function publishedOf(link: CaseLink, { view }: FactParts): string | undefined {
  const dates = link.documents.flatMap((id) => view.reports.get(id)?.published ?? [])
  const ends = link.period?.to ?? link.period?.from
  return [...dates, ...(ends ? [ends] : [])].toSorted().at(-1)
}
