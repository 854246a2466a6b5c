import { Maximize, Minus, Plus } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from './icon-button'
import classes from './picture-frame.module.css'

export interface PictureFrameProps {
  /** The element in which the scene draws. */
  readonly host: RefObject<HTMLDivElement | null>
  readonly onZoom: (factor: number) => void
  readonly onFit: () => void
  /** Further buttons beside zoom and fit. */
  readonly actions?: ReactNode
  readonly legend: ReactNode
  /** "18 links, 4 documents, 3 independent origins". */
  readonly caption: string
  /** What is under the pointer, in words, and where. */
  readonly hint?: PictureHint | undefined
  /** Shown over the ground while there is nothing to draw. */
  readonly empty?: ReactNode
  /** The same facts as a table, for screen readers. */
  readonly table: ReactNode
}

export interface PictureHint {
  readonly title: string
  readonly note: string
  readonly x: number
  readonly y: number
}

/** What graph and map share around their canvas. */
export function PictureFrame(props: PictureFrameProps) {
  const { host, onZoom, onFit, actions, legend, caption, hint, empty, table } = props
  return (
    <div className={classes.frame}>
      <div className={classes.stage}>
        <div ref={host} className={classes.host} />
        {empty !== undefined && <div className={classes.empty}>{empty}</div>}
        <div className={classes.tools} role="toolbar" aria-label="Picture">
          <IconButton
            side="left"
            icon={Plus}
            label="Zoom in"
            keys="+"
            onClick={() => onZoom(1.4)}
          />
          <IconButton
            side="left"
            icon={Minus}
            label="Zoom out"
            keys="−"
            onClick={() => onZoom(1 / 1.4)}
          />
          <IconButton
            side="left"
            icon={Maximize}
            label="Show everything"
            keys="0"
            onClick={onFit}
          />
          {actions}
        </div>
        {hint && (
          <div
            className={classes.hint}
            style={{
              left: `min(${hint.x}px, calc(100% - 296px))`,
              top: `min(${hint.y}px, calc(100% - 64px))`,
            }}
            aria-hidden
          >
            <p className={classes.hintTitle}>{hint.title}</p>
            <p className={classes.hintNote}>{hint.note}</p>
          </div>
        )}
        <div className="visually-hidden">{table}</div>
      </div>
      <footer className={classes.foot}>
        {legend}
        <p className={classes.caption}>{caption}</p>
      </footer>
    </div>
  )
}
