import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../../components/icon-button'
import classes from './brief-view.module.css'
import { layOutPages, showPage, type PagedFrame } from './paged-frame'

export interface PagePreviewProps {
  readonly html: string
  readonly paper: 'A4' | 'Letter'
  readonly tlp: string
}

/** The brief page by page, close to how it will print. The frame runs no script; it is measured from outside. */
export function PagePreview({ html, paper, tlp }: PagePreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [paged, setPaged] = useState<PagedFrame>()
  const [page, setPage] = useState(1)
  const [stage, scale] = useScaleToFit(paper)
  const count = paged?.pageCount ?? 0
  const shown = Math.max(1, Math.min(page, count))
  useEffect(() => {
    const document = frame.current?.contentDocument
    if (paged && document) showPage(document, paged, shown)
  }, [paged, shown])
  const lay = () => {
    const document = frame.current?.contentDocument
    if (!document) return
    void document.fonts.ready.then(() => {
      setPaged(layOutPages(document, paper))
    })
  }
  const turn = (by: number) => {
    setPage(Math.max(1, Math.min(count, shown + by)))
  }
  return (
    <div
      className={classes.pages}
      role="group"
      aria-label="Pages of the brief"
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'PageDown' || event.key === 'ArrowRight') turn(1)
        else if (event.key === 'PageUp' || event.key === 'ArrowLeft') turn(-1)
        else if (event.key === 'Home') setPage(1)
        else if (event.key === 'End') setPage(count)
        else return
        event.preventDefault()
      }}
    >
      <div className={classes.turner}>
        <IconButton
          icon={ChevronLeft}
          label="Page before"
          disabled={shown <= 1}
          onClick={() => turn(-1)}
        />
        <span aria-live="polite">
          Page {shown} of {count}
        </span>
        <IconButton
          icon={ChevronRight}
          label="Page after"
          disabled={shown >= count}
          onClick={() => turn(1)}
        />
      </div>
      <div className={classes.sheetStage} ref={stage}>
        <div className={classes.sheet} data-paper={paper} style={{ zoom: scale }}>
          <span className={classes.sheetLabel}>{tlp}</span>
          <iframe
            ref={frame}
            className={classes.page}
            title="Preview of the brief"
            sandbox="allow-same-origin"
            srcDoc={html}
            onLoad={lay}
          />
          <span className={classes.sheetFoot}>
            Page {shown} of {count}
            <span className={classes.sheetLabel}>{tlp}</span>
          </span>
        </div>
      </div>
    </div>
  )
}

const sheetWidth = { A4: 210, Letter: 215.9 } as const
const pixelsPerMillimetre = 96 / 25.4

/** A sheet never stands wider than its stage; it is not blown up either. */
function useScaleToFit(paper: 'A4' | 'Letter') {
  const stage = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const fit = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      const free = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
      setScale(Math.min(1, free / (sheetWidth[paper] * pixelsPerMillimetre)))
    }
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [paper])
  return [stage, scale] as const
}
