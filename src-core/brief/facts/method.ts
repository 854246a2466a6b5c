import type { Inline } from '../brief'
import type { FactParts } from './fact-parts'

/** How it was made, by what, and what a reader must not take it for. */
export function method({ producer, plan }: FactParts): Inline[][] {
  const drafts = plan.sections.some(
    (section) => section.type === 'words' && section.role === 'judgements' && !section.statements,
  )
  return [
    `The sources were read by a machine (${producer}) by rules, without any network; every statement above cites the words it rests on. Outcomes are the strongest that a source states: compromised (got in), targeted (attacked, success not stated), attempted (tried, or success unclear). Statements that an analyst rejected are not in this brief; a tick marks those accepted. The map draws de-facto borders as in Natural Earth and takes no position on them.`,
    ...(drafts
      ? [
          'The key judgements are drafts by rule: plain statements by two independent origins or more are taken as 85 %, by one as 70 %, hedged ones as 60 % and 50 %, a step less where a source denies it; confidence follows from the number of independent origins and their grades.',
        ]
      : []),
  ].map((text) => [{ type: 'text', text }])
}
