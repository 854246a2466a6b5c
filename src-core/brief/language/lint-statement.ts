import type { CaseLink } from '../../case/case-view'
import type { Statement } from '../plan/brief-plan'
import type { BriefFinding, LintRule } from './finding'
import { likelihoodWords, yardsticks, type YardstickId } from './yardsticks'

export interface StatementContext {
  readonly section: string
  readonly yardstick: YardstickId
  /** Links behind the statement that the brief may tell. */
  readonly links: readonly CaseLink[]
  /** How many of those it rests on are above the ceiling. */
  readonly dropped: number
  readonly published: (link: CaseLink) => string | undefined
  readonly date: string
}

const confidenceWords =
  /\b(high|moderate|low)(?:er|est)?[ -](?:degree of )?confidence\b|\bconfiden(?:ce|t(?:ly)?)\b/i
/** Verbs that say that it goes on now. */
const presentTense =
  /\b(?:is|are)\s+(?:\w+ing|active)\b|\b(?:targets|uses|attacks|exploits|compromises|continues?|remains?|operates?|works)\b/i

/** All that the language rules (ICD 203) and the evidence rules say of one statement. */
export function lintStatement(
  statement: Statement,
  context: StatementContext,
): readonly BriefFinding[] {
  const { text, kind, confidence } = statement
  const { links, yardstick } = context
  const words = likelihoodWords(text)
  const found: BriefFinding[] = []
  const say = (
    rule: LintRule,
    level: BriefFinding['level'],
    message: string,
    fix?: BriefFinding['fix'],
  ): void => {
    found.push({
      rule,
      level,
      section: context.section,
      statement: statement.key,
      message,
      ...(fix ? { fix } : {}),
    })
  }
  const mixed = sentencesOf(text).find(
    (sentence) => likelihoodWords(sentence).length > 0 && confidenceWords.test(sentence),
  )
  if (mixed !== undefined)
    say(
      'likelihood-with-confidence',
      'error',
      'Likelihood and confidence stand in one sentence: say the confidence in a sentence of its own.',
      splitConfidence(statement, mixed),
    )
  const foreign = words.find(({ words: said, termOn }) => termOn[yardstick] !== said.toLowerCase())
  if (foreign) {
    const term = foreign.termOn[yardstick]
    say(
      'two-scales',
      'error',
      `“${foreign.words}” is not a term of ${yardsticks[yardstick].name}${term ? `: it says “${term}”` : ''}. One scale, one row of terms in a product.`,
      term === undefined ? undefined : replaced(statement, foreign.start, foreign.end, term),
    )
  }
  if (kind === 'judgement' && links.length === 0)
    say(
      'judgement-without-evidence',
      'error',
      'The judgement rests on no link: name an actor and its victim, choose links, or call it an assumption.',
      { label: 'Call it an assumption', statement: { ...statement, kind: 'assumption' } },
    )
  if (context.dropped > 0)
    say(
      'above-ceiling',
      'error',
      `It rests on ${context.dropped === 1 ? 'a source' : 'sources'} marked above the brief’s TLP: reword it so that it holds without, or raise the marking.`,
    )
  if (kind === 'judgement' && words.length === 0)
    say(
      'judgement-without-likelihood',
      'warning',
      'A judgement says how likely it is: use a term of the scale.',
    )
  if (kind === 'judgement' && !confidence)
    say(
      'judgement-without-confidence',
      'warning',
      'A judgement says how confident you are, and why, in a sentence of its own.',
    )
  const origins = new Set(links.flatMap((link) => link.origins)).size
  if (confidence?.level === 'high' && origins === 1)
    say(
      'high-confidence-single-origin',
      'warning',
      'High confidence rests on a single independent origin.',
      {
        label: 'Make it moderate',
        statement: { ...statement, confidence: { ...confidence, level: 'moderate' } },
      },
    )
  const newest = links
    .flatMap((link) => context.published(link) ?? [])
    .toSorted()
    .at(-1)
  if (newest !== undefined && presentTense.test(text) && isOlderThanAYear(newest, context.date))
    say(
      'old-evidence-in-present-tense',
      'warning',
      `Its newest evidence is of ${newest}, more than a year ago, but the sentence speaks of today.`,
    )
  return found
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/)
}

/** Takes the clause that tells the confidence out of the sentence and into its own. */
function splitConfidence(statement: Statement, sentence: string): BriefFinding['fix'] {
  const clause = /,?\s*(?:and\s+)?(?:\(?with|we have)\s+(high|moderate|low) confidence\)?,?/i.exec(
    sentence,
  )
  const level = clause?.[1]?.toLowerCase()
  if (!clause || (level !== 'high' && level !== 'moderate' && level !== 'low')) return undefined
  const shorter = sentence
    .replace(clause[0], clause.index === 0 ? '' : ' ')
    .replace(/\s+([.,;])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim()
  return {
    label: 'Say the confidence apart',
    statement: {
      ...statement,
      text: statement.text.replace(
        sentence,
        `${shorter[0]?.toUpperCase() ?? ''}${shorter.slice(1)}`,
      ),
      confidence: { level, because: statement.confidence?.because ?? '' },
    },
  }
}

function replaced(
  statement: Statement,
  start: number,
  end: number,
  term: string,
): BriefFinding['fix'] {
  const isCapital = /^\p{Lu}/u.test(statement.text.slice(start, end))
  const word = isCapital ? `${term[0]?.toUpperCase() ?? ''}${term.slice(1)}` : term
  return {
    label: `Say “${term}”`,
    statement: {
      ...statement,
      text: `${statement.text.slice(0, start)}${word}${statement.text.slice(end)}`,
    },
  }
}

function isOlderThanAYear(date: string, today: string): boolean {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  // A bare year or month reaches to its last day.
  return `${date}${'-12-31'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10) < yearAgo
}
