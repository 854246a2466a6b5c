import type { CaseView } from '@core/case/case-view'
import type { EntityId, LinkId } from '@core/model/ids'
import type { Span } from '@core/model/span'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { OpenReport } from '../../data/use-report'
import { useSelection } from '../../state/selection'
import type { OpenReportPlace } from '../../state/selection'
import { BlockText } from './block-text'
import { keepReadingPlace, readingPlace, takeRequest } from './reading-place'
import { blockIndexAt, readerBlocks } from './reader-text'
import classes from './reader.module.css'

export interface ReaderTextProps {
  readonly report: OpenReport
  readonly view: CaseView
  readonly place: OpenReportPlace
}

/** The text, block by block; only what is near the screen is in the page, so that a megabyte stays quick. */
export function ReaderText({ report, view, place }: ReaderTextProps) {
  const { source, reading } = report
  const scroller = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => readerBlocks(source, reading), [source, reading])
  const entities = useSelection((state) => state.entities)
  const links = useSelection((state) => state.links)
  const chosenEntities = useMemo(() => new Set<EntityId>(entities), [entities])
  const chosenLinks = useMemo(() => linksInText(view, entities, links), [view, entities, links])
  const virtualizer = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const block = blocks[index]
      return block ? 20 + Math.ceil((block.end - block.start) / 62) * 25 : 40
    },
    overscan: 6,
    initialRect: { width: 600, height: 800 },
    initialOffset: () => readingPlace(report.report.id) ?? 0,
  })
  const { span, request } = place
  useEffect(() => {
    if (!span || !takeRequest(request)) return
    virtualizer.scrollToIndex(blockIndexAt(blocks, span.start), { align: 'center' })
    return bringIntoView(scroller.current, span)
    // `request` grows when the same sentence is asked for again.
  }, [virtualizer, blocks, span, request])

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      onScroll={(event) => keepReadingPlace(report.report.id, event.currentTarget.scrollTop)}
      tabIndex={0}
      role="region"
      aria-label="Text of the report"
    >
      <article
        className={classes.sheet}
        lang={report.report.language}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const block = blocks[item.index]
          return (
            block && (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                data-block-start={block.start}
                data-block-end={block.end}
                className={classes.slot}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <BlockText
                  block={block}
                  text={source.text}
                  view={view}
                  chosenEntities={chosenEntities}
                  chosenLinks={chosenLinks}
                  landing={span && touches(block, span) ? span : undefined}
                  request={request}
                />
              </div>
            )
          )
        })}
      </article>
    </div>
  )
}

/** The links whose sentences are lit: the chosen ones, and those of a chosen name. */
function linksInText(
  view: CaseView,
  entities: readonly EntityId[],
  links: readonly LinkId[],
): ReadonlySet<LinkId> {
  if (links.length > 0) return new Set(links)
  return new Set(entities.flatMap((id) => view.linksOf.get(id) ?? []))
}

function touches(block: Span, span: Span): boolean {
  return block.start < span.end && block.end > span.start
}

/** The blocks near the sentence are measured as they appear; look until it stands still, a few frames at most. */
function bringIntoView(scroller: HTMLElement | null, span: Span): () => void {
  let frames = 0
  let handle = 0
  const look = () => {
    scroller
      ?.querySelector(`[data-start="${span.start}"]`)
      ?.scrollIntoView({ block: 'center', behavior: 'instant' })
    frames += 1
    if (frames < 8) handle = requestAnimationFrame(look)
  }
  handle = requestAnimationFrame(look)
  return () => cancelAnimationFrame(handle)
}
