import { Button } from '@mantine/core'
import { Component } from 'react'
import type { ErrorInfo, ReactNode } from 'react'
import classes from './view-boundary.module.css'

export interface ViewBoundaryProps {
  /** "The graph". */
  readonly what: string
  readonly children: ReactNode
}

interface ViewBoundaryState {
  readonly failure: string | undefined
}

/** A view that fails shows its error in its own pane and leaves the rest working. A class: React offers no other way. */
export class ViewBoundary extends Component<ViewBoundaryProps, ViewBoundaryState> {
  override state: ViewBoundaryState = { failure: undefined }

  static getDerivedStateFromError(error: unknown): ViewBoundaryState {
    return { failure: error instanceof Error ? error.message : String(error) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render() {
    const { failure } = this.state
    if (failure === undefined) return this.props.children
    return (
      <div role="alert" className={classes.failure}>
        <p>
          {this.props.what} failed: {failure}
        </p>
        <p className={classes.kept}>Nothing in the case was changed. The other views go on.</p>
        <Button variant="default" onClick={() => this.setState({ failure: undefined })}>
          Reload this view
        </Button>
      </div>
    )
  }
}
