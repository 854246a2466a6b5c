import type { CaseLink } from '../case/case-view'
import type { LinkId } from '../model/ids'
import type { StatementsBlock } from './brief'
import { linksNamedIn } from './draft/cite-by-itself'
import type { DraftParts } from './draft/draft-parts'
import { draftWords, wordsHeadings } from './draft/draft-words'
import type { FactParts } from './facts/fact-parts'
import type { Statement, WordsSection } from './plan/brief-plan'

const citationsOfOneSentence = 8

/** The analyst's statements, or the drafts while there are none, each with the citations that it rests on. */
export function wordsBlock(section: WordsSection, parts: FactParts): StatementsBlock {
  const statements = section.statements ?? draftWords(section.role, draftParts(parts))
  return {
    type: 'statements',
    heading: section.heading ?? wordsHeadings[section.role],
    statements: statements
      .filter(({ text }) => text.trim() !== '')
      .map((statement) => {
        const numbers = parts.citations.cite(linksBehind(statement, parts), citationsOfOneSentence)
        return {
          kind: statement.kind,
          words: [
            { type: 'text', text: statement.text.trim() },
            ...(numbers.length > 0 ? [{ type: 'citations', numbers } as const] : []),
          ],
          ...(statement.confidence ? { confidence: confidenceSentence(statement.confidence) } : {}),
        }
      }),
  }
}

export function draftParts({ view, links, actors, plan, countryName }: FactParts): DraftParts {
  return { view, links, actors, yardstick: plan.yardstick, countryName }
}

/** Named links that are still told, and those that the sentence itself names. */
export function linksBehind(
  { restsOn, text }: Pick<Statement, 'restsOn' | 'text'>,
  { view, links }: Pick<FactParts, 'view' | 'links'>,
): readonly CaseLink[] {
  const told = new Map<LinkId, CaseLink>(links.map((link) => [link.id, link]))
  const ids = restsOn.length > 0 ? restsOn : linksNamedIn(text, view, links)
  return ids.flatMap((id) => told.get(id) ?? [])
}

function confidenceSentence({ level, because }: NonNullable<Statement['confidence']>): string {
  const reason = because.trim().replace(/[.\s]+$/, '')
  const article = `${level[0]?.toUpperCase() ?? ''}${level.slice(1)}`
  return reason === '' ? `${article} confidence.` : `${article} confidence: ${reason}.`
}
