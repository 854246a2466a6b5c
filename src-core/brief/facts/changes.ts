import type { CaseLink, CaseView } from '../../case/case-view'
import type { LinkId } from '../../model/ids'
import type { Outcome, Polarity } from '../../model/link'
import type { Inline } from '../brief'
import { rank } from '../victims'
import { counted, shortListOf } from '../words'
import type { FactParts } from './fact-parts'

/** What an issue told of one link, kept with the issue so that the next can say what changed. */
export interface IssuedFact {
  readonly link: LinkId
  /** "Flax Typhoon → Taiwan", as it was told. */
  readonly words: string
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly polarity: Polarity
  readonly origins: number
}

const named = 10

export function issuedFacts(view: CaseView, links: readonly CaseLink[]): readonly IssuedFact[] {
  return links
    .filter(({ predicate }) => predicate === 'targets')
    .map((link) => ({
      link: link.id,
      words: wordsFor(view, link),
      ...(link.outcome ? { outcome: link.outcome } : {}),
      hedged: link.hedged,
      polarity: link.polarity,
      origins: link.origins.length,
    }))
}

/** New, gone, stronger, weaker, better supported since the last issue. */
export function changes({ view, links, previous, citations }: FactParts): Inline[][] {
  if (!previous) return [[{ type: 'text', text: 'This is the first issue.' }]]
  const before = new Map(previous.facts.map((fact) => [fact.link, fact]))
  const now = links.filter(({ predicate }) => predicate === 'targets')
  const present = new Set(now.map(({ id }) => id))
  const added = now.filter(({ id }) => !before.has(id))
  const moved = (direction: 1 | -1): CaseLink[] =>
    now.filter((link) => {
      const old = before.get(link.id)
      return old !== undefined && Math.sign(rank(old) - rank(link)) === direction
    })
  const supported = now.filter(
    (link) => link.origins.length > (before.get(link.id)?.origins ?? Infinity),
  )
  const gone = previous.facts.filter(({ link }) => !present.has(link))
  const line = (start: string, changed: readonly CaseLink[]): Inline[][] =>
    changed.length === 0
      ? []
      : [
          [
            {
              type: 'text',
              text: `${start}: ${shortListOf(
                changed.map((link) => wordsFor(view, link)),
                named,
              )}.`,
            },
            { type: 'citations', numbers: citations.cite(changed, 6) },
          ],
        ]
  const lines = [
    ...line('New', added),
    ...line('Stronger than before', moved(1)),
    ...line('Weaker than before', moved(-1)),
    ...line('Stated by further origins', supported),
    ...(gone.length > 0
      ? [
          [
            {
              type: 'text',
              text: `No longer told: ${shortListOf(
                gone.map(({ words }) => words),
                named,
              )}.`,
            } as const,
          ],
        ]
      : []),
  ]
  const intro = `Since the issue of ${previous.date}, which told ${counted(previous.facts.length, 'link')}:`
  return lines.length > 0
    ? [[{ type: 'text', text: intro }], ...lines]
    : [[{ type: 'text', text: `Nothing has changed since the issue of ${previous.date}.` }]]
}

function wordsFor(view: CaseView, { source, target }: CaseLink): string {
  return `${view.entities.get(source)?.name ?? source} → ${view.entities.get(target)?.name ?? target}`
}
