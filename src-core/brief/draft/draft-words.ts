import type { Statement, WordsRole } from '../plan/brief-plan'
import { draftBluf } from './bluf'
import type { DraftParts } from './draft-parts'
import { draftJudgements } from './judgements'

export const wordsHeadings: Readonly<Record<WordsRole, string>> = {
  bluf: 'Bottom line up front',
  judgements: 'Key judgements',
  assessment: 'Assessment',
  alternatives: 'Alternatives and assumptions',
  outlook: 'Outlook',
}

/** What an empty section waits for; shown in the composer, never in the document. */
export const wordsPrompts: Readonly<Record<WordsRole, string>> = {
  bluf: 'One to three sentences that answer the requirement.',
  judgements:
    'Three to six judgements, the most important first, each with its likelihood; confidence in a sentence of its own.',
  assessment: 'What it means, in your words.',
  alternatives:
    'Other explanations that you considered and why they are less likely; assumptions that carry the argument.',
  outlook: 'What you expect, and which signs would change the judgement.',
}

/** Only what follows from links is drafted: alternatives, outlook and assessment are for a person to write. */
export function draftWords(role: WordsRole, parts: DraftParts): readonly Statement[] {
  switch (role) {
    case 'bluf':
      return draftBluf(parts)
    case 'judgements':
      return draftJudgements(parts)
    default:
      return []
  }
}
