import type { EntityId } from '../../model/ids'
import type { FeatureIds } from '../score/feature-ids'
import type { FeatureList } from '../score/feature-list'
import { featureWriter, type FeatureWriter } from '../score/feature-writer'
import { classBit, isAboutOrigin, type SentenceAnalysis } from './analyse-sentence'
import type { PairRow } from './collect-pairs'
import { hedgesOfSentence } from './lexicon/hedge-classes'

/**
 * How far an actor got, and how surely, is often said in another sentence than the one that names the victim: what the report says of the
 * actor elsewhere, and around the places that carry the link, as features of the link as a whole.
 */
export type DescribeStatements = (
  rowsOfReport: Iterable<PairRow>,
) => (rowsOfLink: readonly PairRow[]) => FeatureList

/** What a sentence says of outcomes, whoever acts. */
interface Said {
  readonly paragraph: number
  readonly compromised: boolean
  readonly targeted: boolean
  readonly attempted: boolean
  readonly hedged: boolean
  readonly negated: boolean
}

interface Tally {
  readonly sentences: Set<number>
  claims: number
}

const doubt = classBit('negation') | classBit('noEvidence')
const claim = classBit('claimSite')

export function statementDescriber(ids: FeatureIds): DescribeStatements {
  const writer = featureWriter(ids)
  return (rowsOfReport) => {
    const said = new Map<number, Said>()
    const analyses = new Map<number, SentenceAnalysis>()
    const tallies = new Map<EntityId, Tally>()
    for (const { sentence, analysis, actor, candidate } of rowsOfReport) {
      if (!said.has(sentence.index)) {
        said.set(sentence.index, whatIsSaid(analysis))
        analyses.set(sentence.index, analysis)
      }
      if (actor === undefined || !candidate || !isAboutIt(candidate)) continue
      const tally = tallies.get(actor) ?? { sentences: new Set<number>(), claims: 0 }
      tallies.set(actor, tally)
      if (tally.sentences.has(sentence.index)) continue
      tally.sentences.add(sentence.index)
      if (analysis.bits.some((bits) => (bits & claim) !== 0)) tally.claims++
    }
    return (rows) => {
      addOfActor(writer, rows, said, tallies)
      addOfLink(writer, rows, said)
      addHedges(writer, rows, analyses)
      return writer.take()
    }
  }
}

function isAboutIt({ reference, distance }: NonNullable<PairRow['candidate']>): boolean {
  return (
    reference === 'named' ||
    reference === 'definite' ||
    reference === 'pronoun' ||
    (reference === 'topic' && distance <= 2)
  )
}

function whatIsSaid({ hits, hedges, bits, sentence }: SentenceAnalysis): Said {
  const has = (outcome: string): boolean =>
    hits.some((hit) => !hit.negated && hit.outcome === outcome && hit.word.part !== 'place')
  return {
    paragraph: sentence.paragraph,
    compromised: has('compromised'),
    targeted: has('targeted'),
    attempted: has('attempted'),
    hedged: hedges.length > 0,
    negated: bits.some((here) => (here & doubt) !== 0),
  }
}

const kinds = ['compromised', 'targeted', 'attempted', 'hedged', 'negated'] as const

/** What the sentences about the actor say, as shares: "mostly", "partly", "nowhere". */
function addOfActor(
  { say }: FeatureWriter,
  rows: readonly PairRow[],
  said: ReadonlyMap<number, Said>,
  tallies: ReadonlyMap<EntityId, Tally>,
): void {
  const actor = rows[0]?.actor
  const tally = actor === undefined ? undefined : tallies.get(actor)
  if (!tally || tally.sentences.size === 0) {
    say`report says little of the actor`
    return
  }
  const size = tally.sentences.size
  for (const kind of kinds) {
    let count = 0
    for (const index of tally.sentences) if (said.get(index)?.[kind] === true) count++
    const share = count / size
    say`of the actor ${kind} ${count === 0 ? 'nowhere' : share >= 0.6 ? 'mostly' : share >= 0.3 ? 'often' : 'seldom'}`
    if (kind === 'compromised') say`of the actor ${kind} ${count >= 4 ? '4 times' : String(count)}`
  }
  say`of the actor claims ${tally.claims === 0 ? 'nowhere' : tally.claims / size >= 0.5 ? 'mostly' : 'seldom'}`
}

/** What the places that carry the link say together, and what stands next to them in their paragraphs. */
function addOfLink(
  { say }: FeatureWriter,
  rows: readonly PairRow[],
  said: ReadonlyMap<number, Said>,
): void {
  const places = new Set<number>()
  const governed = new Set<string>()
  for (const { sentence, governor, candidate } of rows) {
    if (candidate && !isAboutIt(candidate)) continue
    places.add(sentence.index)
    if (governor && !governor.hit.negated && governor.role) governed.add(governor.hit.outcome)
  }
  say`link stands in ${places.size === 0 ? 'no' : places.size === 1 ? 'one' : places.size <= 3 ? 'few' : 'many'} sentences`
  for (const outcome of governed) say`link governed somewhere by ${outcome}`
  for (const kind of kinds) {
    let here = 0
    let next = false
    let previous = false
    for (const index of places) {
      const paragraph = said.get(index)?.paragraph
      if (said.get(index)?.[kind] === true) here++
      const after = said.get(index + 1)
      const before = said.get(index - 1)
      if (after?.paragraph === paragraph && after?.[kind] === true) next = true
      if (before?.paragraph === paragraph && before?.[kind] === true) previous = true
    }
    if (here > 0) say`link sentences ${kind} ${here === places.size ? 'all' : 'some'}`
    if (next) say`next sentence ${kind}`
    if (previous) say`previous sentence ${kind}`
  }
}

const speaking =
  /^(?:says?|said|claims?|claimed|boasts?|boasted|brags?|bragged|writes?|wrote|announce[sd]?|declare[sd]?|lists?|listed|posted|asserts?|asserted|took|takes|threatens|threatened|published|showed|shows)$/

/** What makes the link doubtful: kinds of hedges at the attack word, in its sentence, in the next one; the actor's own word for it. */
function addHedges(
  { say }: FeatureWriter,
  rows: readonly PairRow[],
  analyses: ReadonlyMap<number, SentenceAnalysis>,
): void {
  let spoken = 0
  let count = 0
  const seen = new Set<number>()
  for (const { sentence, analysis, governor, candidate } of rows) {
    if (candidate && !isAboutIt(candidate)) continue
    count++
    const { words, clause } = analysis
    const mention = candidate?.mention
    if (mention) {
      for (let i = mention.lastToken + 1; i <= mention.lastToken + 4; i++)
        if (speaking.test(words[i] ?? '')) {
          spoken++
          break
        }
      if (speaking.test(words[mention.firstToken - 1] ?? '')) spoken++
    }
    const head = governor?.hit.head
    for (const { at, hedge } of hedgesOfSentence(words)) {
      if (isAboutOrigin(words, at)) continue
      say`hedge of kind ${hedge}`
      if (head === undefined) continue
      if (Math.abs((clause[at] ?? 0) - (clause[head] ?? 0)) <= 1)
        say`hedge of kind ${hedge} ${at < head ? 'before' : 'behind'} the attack`
    }
    if (seen.has(sentence.index)) continue
    seen.add(sentence.index)
    const next = analyses.get(sentence.index + 1)
    if (next?.sentence.paragraph === sentence.paragraph)
      for (const { hedge } of hedgesOfSentence(next.words))
        say`hedge of kind ${hedge} in the next sentence`
  }
  if (spoken > 0) say`hedge actor speaks ${spoken >= count ? 'always' : 'somewhere'}`
}
