import type { CaseView } from '@core/case/case-view'
import { evidenceOf, linksOfSelection } from '@core/case/evidence-of'
import { markKinds } from '@core/graph/marks'
import { basisSentence } from '@core/graph/picture-basis'
import { buildTimeline } from '@core/timeline/build-timeline'
import { shiftedWindow, wholeWindow, zoomedWindow } from '@core/timeline/time-window'
import type { DayRange } from '@core/timeline/days'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useMemo } from 'react'
import type { KeyboardEvent } from 'react'
import { EmptyState } from '../../components/empty-state'
import { IconButton } from '../../components/icon-button'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useSelection } from '../../state/selection'
import { useTimeWindow } from '../../state/time-window'
import { TimelineLanes } from './timeline-lanes'
import { TimelineLegend } from './timeline-legend'
import { TimelineTable } from './timeline-table'
import classes from './timeline.module.css'

export function TimelineView() {
  const view = useCaseView()
  const filters = useFilters((state) => state.filters)
  const model = useMemo(() => view && buildTimeline(view, { filters }), [view, filters])
  const { window: chosen, setWindow } = useTimeWindow()
  const whole = useMemo(() => wholeWindow(model?.range ?? { from: 18_000, to: 20_000 }), [model])
  if (!view || !model) return null
  if (model.lanes.length === 0)
    return (
      <EmptyState title="Each actor’s activity will stand here on its own line of time. No dated or undated activity of an actor passes the filter now." />
    )
  const window = chosen ?? whole
  const middle = (window.from + window.to) / 2
  const zoom = (factor: number) => setWindow(zoomedWindow(window, factor, middle))
  const undated = model.lanes.reduce((sum, lane) => sum + lane.undated.length, 0)
  return (
    <div
      className={classes.view}
      onKeyDown={(event) => {
        const next = keyedWindow(event, window, middle)
        if (!next) return
        event.preventDefault()
        setWindow(next === 'whole' ? undefined : next)
      }}
    >
      <TimelineLanes
        model={model}
        view={view}
        window={window}
        onWindow={setWindow}
        onOpen={() => openFirstEvidence(view)}
        filters={filters}
      />
      <div className={classes.tools} role="toolbar" aria-label="Picture">
        <IconButton icon={Plus} label="Zoom in" keys="+" onClick={() => zoom(1.6)} />
        <IconButton icon={Minus} label="Zoom out" keys="−" onClick={() => zoom(1 / 1.6)} />
        <IconButton
          icon={Maximize}
          label="Show everything"
          keys="0"
          onClick={() => setWindow(undefined)}
        />
      </div>
      <footer className={classes.foot}>
        <TimelineLegend
          kinds={markKinds.filter((kind) => model.lanes.some(({ mark }) => mark === kind))}
        />
        <p className={classes.caption}>
          {basisSentence(model.basis)}.
          {undated > 0 &&
            ` ${undated} ${undated === 1 ? 'link has' : 'links have'} no stated period: only the reports’ dates stand for them.`}
        </p>
      </footer>
      <div className="visually-hidden">
        <TimelineTable model={model} />
      </div>
    </div>
  )
}

/** The window that a key asks for; undefined: not such a key. */
function keyedWindow(
  event: KeyboardEvent,
  window: DayRange,
  middle: number,
): DayRange | 'whole' | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  switch (event.key) {
    case '+':
    case '=':
      return zoomedWindow(window, 1.6, middle)
    case '-':
    case '−':
      return zoomedWindow(window, 1 / 1.6, middle)
    case '0':
      return 'whole'
    case '[':
      return shiftedWindow(window, -0.2)
    case ']':
      return shiftedWindow(window, 0.2)
    default:
      return undefined
  }
}

/** Double click or Enter: the first sentence behind what was just chosen. */
function openFirstEvidence(view: CaseView): void {
  const { entities, links, openEvidence } = useSelection.getState()
  const [first] = evidenceOf(view, linksOfSelection(view, entities, links))
  if (first) openEvidence(first.evidence.report, first.evidence)
}
