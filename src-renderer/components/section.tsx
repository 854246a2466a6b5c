import type { ReactNode } from 'react'
import classes from './section.module.css'

export interface SectionProps {
  readonly title: string
  readonly count?: number
  /** The key of what the section offers. */
  readonly keys?: string
  readonly children: ReactNode
}

/** A titled stretch of a card, set off by a hairline. */
export function Section({ title, count, keys, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>
        {title}
        {count !== undefined && <span className={classes.count}>{count}</span>}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </h3>
      {children}
    </section>
  )
}
