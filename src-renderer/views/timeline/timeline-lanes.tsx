import type { CaseFilters, CaseView } from '@core/case/case-view'
import type { EntityId, LinkId } from '@core/model/ids'
import { dayRange } from '@core/timeline/days'
import type { DayRange } from '@core/timeline/days'
import { shiftedWindow, zoomedWindow } from '@core/timeline/time-window'
import type { Timeline, TimelineLane } from '@core/timeline/timeline-model'
import { xOf } from '@core/timeline/place-bars'
import type { TimeScale } from '@core/timeline/place-bars'
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useSelection } from '../../state/selection'
import { TimeAxis } from './time-axis'
import { LaneRow, laneHeight } from './lane-row'
import { useTimeGestures } from './use-time-gestures'
import classes from './timeline.module.css'

export interface TimelineLanesProps {
  readonly model: Timeline
  readonly view: CaseView
  readonly window: DayRange
  readonly onWindow: (window: DayRange) => void
  readonly onOpen: () => void
  readonly filters: CaseFilters
}

/** Pixels for the names at the left. */
const nameWidth = 176

/** The lanes under their axis; only those near the screen are in the page. */
export function TimelineLanes(props: TimelineLanesProps) {
  const { model, view, window, onWindow, onOpen, filters } = props
  const { lanes } = model
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: sized, width } = useElementSize<HTMLDivElement>()
  const [unfolded, setUnfolded] = useState<ReadonlySet<EntityId>>(new Set())
  const entities = useSelection((state) => state.entities)
  const links = useSelection((state) => state.links)
  const { select, openEvidence } = useSelection.getState()
  const chosenLinks = useMemo(() => new Set<LinkId>(links), [links])
  const scale: TimeScale = { ...window, width: Math.max(width - nameWidth, 80) }
  const virtualizer = useVirtualizer({
    count: lanes.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lanes[index], unfolded),
    getItemKey: (index) => lanes[index]?.id ?? index,
    overscan: 4,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, unfolded, lanes])
  const active = lanes.findIndex(({ id }) => entities.includes(id))
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' })
  }, [active, virtualizer])
  useTimeGestures(scroller, nameWidth, {
    zoom: (factor, share) =>
      onWindow(zoomedWindow(window, factor, window.from + share * (window.to - window.from))),
    pan: (share) => onWindow(shiftedWindow(window, share)),
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const lane = lanes[active]
    const next = steppedLane(event.key, active, lanes.length)
    if (next !== undefined) {
      const target = lanes[next]
      if (target) select({ entities: [target.id] })
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const from =
        lane ??
        lanes.find(({ bars }) => bars.some((bar) => bar.links.some((id) => chosenLinks.has(id))))
      if (from) stepBar(from, event.key === 'ArrowRight' ? 1 : -1)
    } else if (event.key === 'Enter' && event.target === event.currentTarget) onOpen()
    else return
    event.preventDefault()
  }
  const stepBar = (lane: TimelineLane, step: 1 | -1) => {
    const at = lane.bars.findIndex((bar) => bar.links.some((id) => chosenLinks.has(id)))
    const bar = at < 0 ? lane.bars.at(step > 0 ? 0 : -1) : lane.bars[at + step]
    if (bar) select({ links: bar.links, entities: [lane.id] })
  }
  const toggle = (id: EntityId) =>
    setUnfolded((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      tabIndex={0}
      role="group"
      aria-label="Timeline: J and K change the actor, left and right the period, Enter opens the evidence"
      onKeyDown={onKeyDown}
    >
      <div ref={sized} className={classes.head}>
        <TimeAxis scale={scale} left={nameWidth} range={rangeOfFilter(filters)} />
      </div>
      <div className={classes.lanes} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const lane = lanes[item.index]
          return (
            lane && (
              <div
                key={item.key}
                className={classes.lane}
                data-chosen={entities.includes(lane.id)}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <LaneRow
                  lane={lane}
                  view={view}
                  scale={scale}
                  nameWidth={nameWidth}
                  isUnfolded={unfolded.has(lane.id)}
                  isChosen={entities.includes(lane.id)}
                  chosenLinks={chosenLinks}
                  onToggle={() => toggle(lane.id)}
                  onSelect={(chosen, additive) => select(chosen, { additive })}
                  onOpen={onOpen}
                  onReport={(report) => openEvidence(report)}
                />
              </div>
            )
          )
        })}
        <FilterVeil filters={filters} scale={scale} />
      </div>
    </div>
  )
}

function heightOf(lane: TimelineLane | undefined, unfolded: ReadonlySet<EntityId>): number {
  return lane ? laneHeight(lane, unfolded.has(lane.id)) : 40
}

function steppedLane(key: string, active: number, count: number): number | undefined {
  if (key === 'j' || key === 'ArrowDown') return Math.min(active + 1, count - 1)
  if (key === 'k' || key === 'ArrowUp') return Math.max(active - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** What the filter's time range lets through; undefined on the side where it is open. */
function rangeOfFilter({ since, until }: CaseFilters): { from?: number; to?: number } {
  const from = since === undefined ? undefined : dayRange(since)?.from
  const to = until === undefined ? undefined : dayRange(until)?.to
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** Days outside the time range lie under a veil. */
function FilterVeil({
  filters,
  scale,
}: {
  readonly filters: CaseFilters
  readonly scale: TimeScale
}) {
  const { from, to } = rangeOfFilter(filters)
  const start = from === undefined ? undefined : Math.max(0, xOf(from, scale))
  const end = to === undefined ? undefined : Math.min(scale.width, xOf(to, scale))
  return (
    <>
      {start !== undefined && start > 0 && (
        <div
          className={classes.veil}
          style={{ left: nameWidth, width: Math.min(start, scale.width) }}
        />
      )}
      {end !== undefined && end < scale.width && (
        <div className={classes.veil} style={{ left: nameWidth + Math.max(end, 0), right: 0 }} />
      )}
    </>
  )
}
