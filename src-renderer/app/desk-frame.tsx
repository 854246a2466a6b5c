import { useMediaQuery } from '@mantine/hooks'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { IconButton } from '../components/icon-button'
import type { DeskView } from '../components/desk-view'
import { useCaseView } from '../data/use-case-view'
import { useSelection } from '../state/selection'
import { useWorkspace } from '../state/workspace'
import { useDeskStore } from './desk-store'
import { FilterBar } from './filter/filter-bar'
import { FirstStart } from './first-start'
import classes from './frame.module.css'
import { Inspector } from './inspector/inspector'
import { Pane } from './pane'
import { Rail } from './rail'
import { StatusBar } from './status-bar'
import { TimeBrush } from './time-brush'
import type { ImportActions } from './use-import-actions'

export interface DeskFrameProps {
  readonly views: readonly [DeskView, ...DeskView[]]
  readonly actions: ImportActions
}

/** Rail, filter sentence, one or two panes, inspector, status. */
export function DeskFrame({ views, actions }: DeskFrameProps) {
  const { activeView, show } = useWorkspace()
  const view = useCaseView()
  const active = views.find(({ id }) => id === activeView) ?? views[0]
  const isEmpty = view?.counts.reports === 0 && !besideTheCase.includes(active.id)
  return (
    <div className={classes.desk}>
      <Rail views={views} active={active.id} onShow={show} />
      {isEmpty ? (
        <div className={classes.work} style={{ gridTemplateRows: 'minmax(0, 1fr)' }}>
          <FirstStart actions={actions} />
        </div>
      ) : (
        <div className={classes.work}>
          <FilterBar />
          <Panes active={active} reader={views.find(({ id }) => id === 'reader')} />
          {!besideTheCase.includes(active.id) && <TimeBrush />}
        </div>
      )}
      <StatusBar onShowAirGap={() => show('airgap')} onShowLinks={() => show('links')} />
    </div>
  )
}

interface PanesProps {
  readonly active: DeskView
  readonly reader: DeskView | undefined
}

/** Views that show nothing of the case itself. */
const besideTheCase: readonly string[] = ['airgap', 'knowledge', 'quarantine']
const alone: readonly string[] = ['reader', 'brief', ...besideTheCase]

function Panes({ active, reader }: PanesProps) {
  const { panes, resize, inspectorOpen } = useWorkspace()
  const { readerBeside, setReaderBeside } = useDeskStore()
  const isNarrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false })
  useReaderOnDemand(active.id, isNarrow)
  const { Component } = active
  const Reader = reader?.Component
  const isSplit = readerBeside && !isNarrow && !alone.includes(active.id) && Reader !== undefined
  const hasInspector = inspectorOpen && !besideTheCase.includes(active.id)
  const group = `${isSplit ? 'split' : 'single'}${hasInspector ? '-inspector' : ''}`
  return (
    <main className={classes.panes}>
      <Group
        key={group}
        orientation="horizontal"
        defaultLayout={panes[group] ? { ...panes[group] } : undefined}
        onLayoutChanged={(layout) => resize(group, layout)}
      >
        <Panel id="view" minSize="320px">
          <Pane title={active.title}>
            <Component />
          </Pane>
        </Panel>
        {isSplit && (
          <>
            <Separator className={classes.handle} aria-label="Width of the reader" />
            <Panel id="reader" minSize="300px" defaultSize="38%">
              <Pane
                title="Reader"
                actions={
                  <IconButton
                    icon={X}
                    label="Hide the reader"
                    keys="\"
                    onClick={() => setReaderBeside(false)}
                  />
                }
              >
                <Reader />
              </Pane>
            </Panel>
          </>
        )}
        {hasInspector && (
          <>
            <Separator className={classes.handle} aria-label="Width of the inspector" />
            <Panel id="inspector" minSize="240px" defaultSize="320px" maxSize="520px">
              <Inspector />
            </Panel>
          </>
        )}
      </Group>
    </main>
  )
}

/** Asking for a sentence shows the reader, wherever the analyst is. */
function useReaderOnDemand(active: string, isNarrow: boolean): void {
  const request = useSelection((state) => state.openReport?.request ?? 0)
  const seen = useRef(request)
  useEffect(() => {
    if (request === seen.current) return
    seen.current = request
    if (isNarrow || active === 'brief' || besideTheCase.includes(active))
      useWorkspace.getState().show('reader')
    else if (active !== 'reader') useDeskStore.getState().setReaderBeside(true)
  }, [request, active, isNarrow])
}
