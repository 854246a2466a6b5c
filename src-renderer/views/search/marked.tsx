import type { Span } from '@core/model/span'
import classes from './search.module.css'

export interface MarkedProps {
  readonly text: string
  readonly span: Span
  /** In text order; those that overlap the one before are left out. */
  readonly marks: readonly Span[]
}

/** A stretch of text with what was found in it. */
export function Marked({ text, span, marks }: MarkedProps) {
  const words = (start: number, end: number) => text.slice(start, end).replace(/\s+/g, ' ')
  const parts: React.ReactNode[] = []
  let at = span.start
  for (const { start, end } of marks) {
    if (start < at || end > span.end) continue
    parts.push(
      words(at, start),
      <mark key={start} className={classes.mark}>
        {words(start, end)}
      </mark>,
    )
    at = end
  }
  return [...parts, words(at, span.end)]
}
