import { periodWords } from '@core/brief/words'
import { originName } from '@core/case/evidence-of'
import type { CaseEvidence, CaseLink, CaseView } from '@core/case/case-view'
import type { ReviewItem } from '@core/review/review-queue'
import { sentenceContext } from '@core/review/sentence-context'
import type { SourceText } from '@core/model/source-text'
import type { Span } from '@core/model/span'
import { Button } from '@mantine/core'
import { Check, SkipForward, X } from 'lucide-react'
import { EntityName } from '../../components/entity-name'
import { EvidenceWords } from '../../components/evidence-words'
import { LinkMark } from '../../components/link-mark'
import { useTexts } from '../../data/use-texts'
import { verbOf } from '../../messages/describe-link'
import { useSelection } from '../../state/selection'
import classes from './review.module.css'

export interface ReviewCardProps {
  readonly item: ReviewItem
  readonly view: CaseView
  readonly onAccept: () => void
  readonly onReject: () => void
  readonly onSkip: () => void
}

/** More sentences than this are in the inspector. */
const mostShown = 3

export function ReviewCard({ item, view, onAccept, onReject, onSkip }: ReviewCardProps) {
  const link = view.links.get(item.link)
  if (!link) return null
  const [source, target] = [view.entities.get(link.source), view.entities.get(link.target)]
  const best = link.evidence.toSorted((a, b) => b.confidence - a.confidence)
  return (
    <article className={classes.card} aria-label="Link to judge">
      <header className={classes.claim}>
        {source && <EntityName entity={source} />}
        <span className={classes.verb}>
          <LinkMark
            predicate={link.predicate}
            outcome={link.outcome}
            hedged={link.hedged}
            polarity={link.polarity}
            origins={link.origins.length}
          />
          {`${link.hedged ? '~ ' : ''}${verbOf(link)}`}
        </span>
        {target && <EntityName entity={target} />}
      </header>
      <Sentences link={link} evidence={best.slice(0, mostShown)} view={view} />
      {best.length > mostShown && (
        <p className={classes.note}>
          {best.length - mostShown} further sentences are in the inspector.
        </p>
      )}
      <p className={classes.note}>
        {link.period ? `${capital(periodWords(link.period.from, link.period.to))}; ` : ''}
        {item.why.join(', ')}
      </p>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<Check size={14} />}
          rightSection={<kbd>A</kbd>}
          onClick={onAccept}
        >
          Accept link
        </Button>
        <Button
          variant="default"
          leftSection={<X size={14} />}
          rightSection={<kbd>R</kbd>}
          onClick={onReject}
        >
          Reject link
        </Button>
        <Button
          variant="default"
          leftSection={<SkipForward size={14} />}
          rightSection={<kbd>S</kbd>}
          onClick={onSkip}
        >
          Skip link
        </Button>
        <span className={classes.keys}>
          <kbd>E</kbd> reads on in the report · <kbd>J</kbd> <kbd>K</kbd> move · <kbd>Ctrl+Z</kbd>{' '}
          takes back
        </span>
      </div>
    </article>
  )
}

interface SentencesProps {
  readonly link: CaseLink
  readonly evidence: readonly CaseEvidence[]
  readonly view: CaseView
}

function Sentences({ link, evidence, view }: SentencesProps) {
  const texts = useTexts([...new Set(evidence.map(({ report }) => report))])
  const openEvidence = useSelection((state) => state.openEvidence)
  return evidence.map((piece) => {
    const report = view.reports.get(piece.report)
    const source = texts?.get(piece.report)
    const said = piece.saidBy === undefined ? undefined : view.entities.get(piece.saidBy)
    const place = [
      report?.title,
      report?.publisher,
      report?.published ?? 'undated',
      said ? `says ${said.name}` : originName(view, link, piece.origin),
      piece.rule,
    ]
    return (
      <figure key={`${piece.report} ${piece.start} ${piece.rule}`} className={classes.sentence}>
        <blockquote dir="auto">
          {source ? <InContext source={source} piece={piece} /> : '…'}
        </blockquote>
        <figcaption className={classes.note}>
          <button
            type="button"
            className={classes.source}
            onClick={() => openEvidence(piece.report, { start: piece.start, end: piece.end })}
          >
            {[...new Set(place)].filter((part) => part !== undefined).join(' · ')}
          </button>
        </figcaption>
      </figure>
    )
  })
}

function InContext({
  source,
  piece,
}: {
  readonly source: SourceText
  readonly piece: CaseEvidence
}) {
  const { before, after } = sentenceContext(source, piece)
  const words = ({ start, end }: Span) => source.text.slice(start, end).replace(/\s+/g, ' ')
  return (
    <>
      <span className={classes.context}>{words(before)}</span>
      <EvidenceWords source={source} evidence={piece} />
      <span className={classes.context}>{words(after)}</span>
    </>
  )
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
