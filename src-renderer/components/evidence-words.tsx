import type { Evidence } from '@core/model/link'
import type { SourceText } from '@core/model/source-text'
import type { Span } from '@core/model/span'
import classes from './evidence-words.module.css'

export interface EvidenceWordsProps {
  readonly source: SourceText
  readonly evidence: Pick<Evidence, 'start' | 'end' | 'sourceSpan' | 'targetSpan' | 'cues'>
}

/** The sentence with the names as worn in bold and the cue words boxed. */
export function EvidenceWords({ source, evidence }: EvidenceWordsProps) {
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
    if (names.some((span) => covers(span, start, end)))
      return (
        <b key={start} className={classes.name}>
          {piece}
        </b>
      )
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
