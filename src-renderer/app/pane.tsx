import type { ReactNode } from 'react'
import classes from './frame.module.css'
import { ViewBoundary } from './view-boundary'

export interface PaneProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Pane({ title, actions, children }: PaneProps) {
  return (
    <section className={classes.pane} aria-label={title}>
      <header className={classes.paneHead}>
        <h2 className={classes.paneTitle}>{title}</h2>
        {actions}
      </header>
      <div className={classes.paneBody}>
        <ViewBoundary key={title} what={`The view “${title}”`}>
          {children}
        </ViewBoundary>
      </div>
    </section>
  )
}
