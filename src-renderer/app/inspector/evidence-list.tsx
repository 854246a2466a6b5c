import { evidenceOf } from '@core/case/evidence-of'
import type { CaseEvidence, CaseLink, CaseView } from '@core/case/case-view'
import type { SourceText } from '@core/model/source-text'
import type { Span } from '@core/model/span'
import { useMemo, useState } from 'react'
import { LinkMark } from '../../components/link-mark'
import { Section } from '../../components/section'
import { useTexts } from '../../data/use-texts'
import { useSelection } from '../../state/selection'
import classes from './inspector.module.css'

export interface EvidenceListProps {
  readonly links: readonly CaseLink[]
  readonly view: CaseView
}

const firstShown = 8

/** Every sentence on which the links rest; one click opens the report there. */
export function EvidenceList({ links, view }: EvidenceListProps) {
  const [isWhole, setWhole] = useState(false)
  const all = useMemo(() => evidenceOf(view, links), [view, links])
  const shown = isWhole ? all : all.slice(0, firstShown)
  const texts = useTexts([...new Set(shown.map(({ evidence }) => evidence.report))])
  return (
    <Section title="Evidence" count={all.length} keys="E">
      <ol className={classes.evidence}>
        {shown.map(({ link, evidence }) => (
          <li key={`${link.id} ${evidence.report} ${evidence.start} ${evidence.rule}`}>
            <Quote
              link={link}
              evidence={evidence}
              view={view}
              source={texts?.get(evidence.report)}
            />
          </li>
        ))}
      </ol>
      {all.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          Show all {all.length} sentences
        </button>
      )}
    </Section>
  )
}

interface QuoteProps {
  readonly link: CaseLink
  readonly evidence: CaseEvidence
  readonly view: CaseView
  readonly source: SourceText | undefined
}

function Quote({ link, evidence, view, source }: QuoteProps) {
  const openEvidence = useSelection((state) => state.openEvidence)
  const isOpen = useSelection(
    ({ openReport }) =>
      openReport?.reportId === evidence.report &&
      openReport.span?.start === evidence.start &&
      openReport.span.end === evidence.end,
  )
  const report = view.reports.get(evidence.report)
  const saidBy = evidence.saidBy === undefined ? undefined : view.entities.get(evidence.saidBy)
  const page = source?.pages.findLast((one) => one.start <= evidence.start)
  const place = [
    report?.publisher ?? report?.title,
    report?.published,
    page && source && source.pages.length > 1 ? `page ${page.number}` : undefined,
    saidBy ? `says ${saidBy.name}` : undefined,
  ]
  return (
    <button
      type="button"
      className={classes.quote}
      aria-pressed={isOpen}
      title="Open the report at this sentence"
      onClick={() => openEvidence(evidence.report, { start: evidence.start, end: evidence.end })}
    >
      <q className={classes.words}>
        {source ? <Words source={source} evidence={evidence} /> : '…'}
      </q>
      <span className={classes.place}>
        <LinkMark
          predicate={link.predicate}
          outcome={evidence.outcome}
          hedged={evidence.hedged}
          polarity={evidence.polarity}
          origins={1}
          width={26}
        />
        {place.filter((part) => part !== undefined).join(', ')}
      </span>
    </button>
  )
}

/** The sentence with the names as worn in bold and the cue words boxed. */
function Words({
  source,
  evidence,
}: {
  readonly source: SourceText
  readonly evidence: CaseEvidence
}) {
  const { sourceSpan, targetSpan, cues } = evidence
  const names = [sourceSpan, targetSpan].filter((span) => span !== undefined)
  const cuts = new Set([evidence.start, evidence.end])
  for (const span of [...names, ...cues])
    for (const at of [span.start, span.end])
      if (at > evidence.start && at < evidence.end) cuts.add(at)
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? evidence.end
    const piece = source.text.slice(start, end).replace(/\s+/g, ' ')
    if (names.some((span) => covers(span, start, end))) return <b key={start}>{piece}</b>
    if (cues.some((span) => covers(span, start, end)))
      return (
        <mark key={start} className={classes.cue}>
          {piece}
        </mark>
      )
    return piece
  })
}

function covers(span: Span, start: number, end: number): boolean {
  return span.start <= start && span.end >= end
}
