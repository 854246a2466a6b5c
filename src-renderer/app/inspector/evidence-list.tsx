import { evidenceOf } from '@core/case/evidence-of'
import type { CaseEvidence, CaseLink, CaseView } from '@core/case/case-view'
import type { SourceText } from '@core/model/source-text'
import { useMemo, useState } from 'react'
import { EvidenceWords } from '../../components/evidence-words'
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
        {source ? <EvidenceWords source={source} evidence={evidence} /> : '…'}
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
