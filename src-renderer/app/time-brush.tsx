import type { CaseView } from '@core/case/case-view'
import { dayRange } from '@core/timeline/days'
import { edgeDate, timeHistogram, withoutTime } from '@core/timeline/time-histogram'
import type { TimeHistogram } from '@core/timeline/time-histogram'
import { useElementSize } from '@mantine/hooks'
import { X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { IconButton } from '../components/icon-button'
import { useCaseView } from '../data/use-case-view'
import { useFilters } from '../state/filters'
import { sinceWords } from './filter/filter-words'
import classes from './time-brush.module.css'

/** The time range of all views, brushed on how their links spread over time. */
export function TimeBrush() {
  const view = useCaseView()
  const others = useFilters(useShallow(({ filters }) => withoutTime(filters)))
  const histogram = useMemo(() => view && timeHistogram(view, others), [view, others])
  if (!view || !histogram || view.links.size === 0) return null
  return <Brush histogram={histogram} view={view} />
}

interface BrushProps {
  readonly histogram: TimeHistogram
  readonly view: CaseView
}

/** Places of the first and last bin inside the range. */
interface Chosen {
  readonly first: number
  readonly last: number
}

const height = 34

function Brush({ histogram }: BrushProps) {
  const { bins, unit, highest, dated, undated } = histogram
  const since = useFilters((state) => state.filters.since)
  const until = useFilters((state) => state.filters.until)
  const change = useFilters((state) => state.change)
  const { ref: sized, width } = useElementSize<HTMLDivElement>()
  const anchor = useRef<number>(undefined)
  const chosen = chosenBins(histogram, since, until)
  const isSet = since !== undefined || until !== undefined
  const [start, end] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1]
  const x = (day: number) => ((day - start) / (end - start)) * width

  const set = ({ first, last }: Chosen) => {
    const [from, to] = [bins[first], bins[last]]
    if (!from || !to) return
    const next = {
      since: first === 0 ? undefined : edgeDate(from, 'since', unit),
      until: last === bins.length - 1 ? undefined : edgeDate(to, 'until', unit),
    }
    if (next.since !== since || next.until !== until) change(next)
  }
  const binUnder = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect()
    const day = start + ((event.clientX - box.left) / Math.max(box.width, 1)) * (end - start)
    const at = bins.findIndex((bin) => day < bin.to)
    return at < 0 ? bins.length - 1 : at
  }
  const drag = (event: PointerEvent) => {
    if (anchor.current === undefined) return
    const at = binUnder(event)
    set({ first: Math.min(at, anchor.current), last: Math.max(at, anchor.current) })
  }
  const left = x(bins[chosen.first]?.from ?? start)
  const right = x(bins[chosen.last]?.to ?? end)
  const words = sinceWords({
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  })
  return (
    <section className={classes.brush} aria-label="Time range of all views">
      <div
        ref={sized}
        className={classes.plot}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          anchor.current = binUnder(event)
          drag(event)
        }}
        onPointerMove={drag}
        onPointerUp={() => (anchor.current = undefined)}
        onDoubleClick={() => change({ since: undefined, until: undefined })}
      >
        <svg width={width} height={height} className={classes.bars} aria-hidden>
          {bins.map((bin, i) => {
            const [from, to] = [x(bin.from), x(bin.to)]
            const full = tall(bin.links, highest)
            const strong = bin.links === 0 ? 0 : (full * bin.compromised) / bin.links
            return (
              <g key={bin.from} data-in={i >= chosen.first && i <= chosen.last}>
                <title>{`${bin.date}: ${rounded(bin.links)} links, ${rounded(bin.compromised)} compromised`}</title>
                <rect x={from} y={0} width={to - from} height={height} fill="transparent" />
                <rect
                  className={classes.bar}
                  x={from + 0.5}
                  y={height - full}
                  width={Math.max(to - from - 1, 0.6)}
                  height={full}
                />
                <rect
                  className={classes.strong}
                  x={from + 0.5}
                  y={height - strong}
                  width={Math.max(to - from - 1, 0.6)}
                  height={strong}
                />
              </g>
            )
          })}
        </svg>
        {isSet && (
          <div
            className={classes.range}
            style={{ left, width: Math.max(right - left, 2) }}
            aria-hidden
          />
        )}
        {bins.length > 0 && (
          <>
            <Handle
              label="Since"
              at={left}
              value={chosen.first}
              max={bins.length - 1}
              words={bins[chosen.first]?.date ?? ''}
              onStep={(step) =>
                set({
                  first: Math.min(Math.max(chosen.first + step, 0), chosen.last),
                  last: chosen.last,
                })
              }
            />
            <Handle
              label="Until"
              at={right}
              value={chosen.last}
              max={bins.length - 1}
              words={edgeWords(histogram, chosen.last)}
              onStep={(step) =>
                set({
                  first: chosen.first,
                  last: Math.max(Math.min(chosen.last + step, bins.length - 1), chosen.first),
                })
              }
            />
          </>
        )}
        <YearLabels start={start} end={end} width={width} />
      </div>
      <p className={classes.words}>
        <span className={classes.time} data-set={isSet}>
          {words}
        </span>
        <span>
          {dated.toLocaleString('en')} dated
          {undated > 0 && `, ${undated.toLocaleString('en')} without a date`}
        </span>
        {isSet && (
          <IconButton
            icon={X}
            label="Show all times"
            onClick={() => change({ since: undefined, until: undefined })}
          />
        )}
      </p>
    </section>
  )
}

interface HandleProps {
  readonly label: string
  readonly at: number
  readonly value: number
  readonly max: number
  readonly words: string
  readonly onStep: (bins: number) => void
}

function Handle({ label, at, value, max, words, onStep }: HandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      PageUp: 12,
      PageDown: -12,
      Home: -max,
      End: max,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    onStep(step)
  }
  return (
    <div
      className={classes.handle}
      style={{ left: at }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={words}
      onKeyDown={onKeyDown}
    />
  )
}

/** Years under the bars, as many as have room. */
function YearLabels({
  start,
  end,
  width,
}: {
  readonly start: number
  readonly end: number
  readonly width: number
}) {
  const first = new Date(start * 86_400_000).getUTCFullYear()
  const last = new Date(end * 86_400_000).getUTCFullYear()
  const perYear = width / Math.max((end - start) / 365.25, 0.01)
  const every = [1, 2, 5, 10, 20, 50].find((step) => step * perYear > 46) ?? 50
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return (
    <div className={classes.years} aria-hidden>
      {years.map((year) => {
        const day = dayRange(String(year))?.from ?? 0
        const at = ((day - start) / (end - start)) * width
        return year % every === 0 && at >= 0 && at < width - 24 ? (
          <span key={year} style={{ left: at }}>
            {year}
          </span>
        ) : null
      })}
    </div>
  )
}

/** Roots: a month with one link is still seen beside one with a hundred. */
function tall(links: number, highest: number): number {
  return links === 0 ? 0 : Math.max(2, Math.sqrt(links / highest) * (height - 2))
}

function rounded(links: number): string {
  return links >= 10 || Number.isInteger(links) ? String(Math.round(links)) : links.toFixed(1)
}

function edgeWords({ bins, unit }: TimeHistogram, place: number): string {
  const bin = bins[place]
  return bin ? edgeDate(bin, 'until', unit) : ''
}

function chosenBins(
  { bins }: TimeHistogram,
  since: string | undefined,
  until: string | undefined,
): Chosen {
  const from = since === undefined ? undefined : dayRange(since)?.from
  const to = until === undefined ? undefined : dayRange(until)?.to
  const first = from === undefined ? 0 : bins.findIndex((bin) => bin.to > from)
  const last = to === undefined ? bins.length - 1 : bins.findLastIndex((bin) => bin.from < to)
  const start = first < 0 ? bins.length - 1 : first
  return { first: start, last: Math.max(last, start) }
}
