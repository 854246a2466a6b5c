import { Button, Modal } from '@mantine/core'
import { historySteps, jumpTo } from '@core/case/history'
import type { HistoryStep } from '@core/case/history'
import type { DecisionAction } from '@core/model/decision'
import type { CaseView } from '@core/case/case-view'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useState } from 'react'
import { useCaseSnapshot } from '../../data/use-case-view'
import { describeDecision } from '../../messages/describe-decision'
import type { DialogProps } from '../deciding/dialog-props'
import { useDeciding } from '../deciding/use-deciding'
import { useDeskStore } from '../desk-store'
import classes from './history.module.css'

/** Every step with who took it and when, the newest first; any of them can be gone back to, and forward from again. */
export function HistoryPanel({ onClose }: DialogProps) {
  const snapshot = useCaseSnapshot()
  const steps = useMemo(() => (snapshot ? historySteps(snapshot.log).toReversed() : []), [snapshot])
  // As state: a dialog's content comes a moment after the dialog.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { take } = useDeciding()
  const virtualizer = useVirtualizer({
    count: steps.length,
    getScrollElement: () => scroller,
    estimateSize: () => 44,
    overscan: 10,
  })
  const goTo = (step: HistoryStep, words: string) => {
    const last = step.decisions.at(-1)
    const action = last && snapshot && jumpTo(snapshot.log, last.id, words)
    if (action) void take([action], `Went back to ${words}. Undo leads forward again.`)
  }
  return (
    <Modal opened onClose={onClose} title="History" size={760}>
      <div className={classes.tools}>
        <Button variant="default" onClick={() => useDeskStore.getState().open('checkpoint')}>
          Set a checkpoint
        </Button>
        <span className={classes.quiet}>
          {steps.length.toLocaleString('en')} {steps.length === 1 ? 'step' : 'steps'}, newest first
        </span>
      </div>
      <div
        ref={setScroller}
        className={classes.scroller}
        tabIndex={0}
        role="region"
        aria-label="Steps"
      >
        <ol style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const step = steps[index]
            if (!step) return null
            const words = stepWords(step, snapshot?.view)
            return (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes.step}
                data-standing={step.standing}
                data-checkpoint={step.decisions[0]?.action.type === 'checkpoint'}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className={classes.words}>{words}</span>
                <span className={classes.quiet}>{byWhom(step)}</span>
                {step.standing === 'taken-back' && (
                  <span className={classes.quiet}>taken back</span>
                )}
                {step.standing === 'contested' && <span className={classes.quiet}>contested</span>}
                {step.standing !== 'contested' && index > 0 && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => goTo(step, checkpointName(step) ?? `“${words}”`)}
                  >
                    Go back to here
                  </Button>
                )}
              </li>
            )
          })}
        </ol>
      </div>
    </Modal>
  )
}

function checkpointName({ decisions }: HistoryStep): string | undefined {
  const action: DecisionAction | undefined = decisions[0]?.action
  return action?.type === 'checkpoint' ? `checkpoint “${action.name}”` : undefined
}

/** One step in words; a drop of many files is one. */
export function stepWords({ decisions }: HistoryStep, view: CaseView | undefined): string {
  const [first] = decisions
  if (!first) return ''
  if (decisions.length === 1) return describeDecision(first.action, view)
  const imports = decisions.filter(({ action }) => action.type === 'import-reports').length
  if (imports === decisions.length) return `Imported ${imports} reports`
  const rest = decisions.length - 1
  return `${describeDecision(first.action, view)}, and ${rest} more`
}

function byWhom({ decisions }: HistoryStep): string {
  const last = decisions.at(-1)
  if (!last) return ''
  const at = last.at.slice(0, 16).replace('T', ' ')
  return last.author === '' ? at : `${last.author}, ${at}`
}
