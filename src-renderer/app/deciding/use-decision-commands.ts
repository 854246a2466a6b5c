import { marks, markKindOf } from '@core/graph/marks'
import { useCaseView } from '../../data/use-case-view'
import { useSelection } from '../../state/selection'
import type { Command } from '../command'
import { useDeskStore } from '../desk-store'
import type { Overlay } from '../desk-store'
import { useDeciding } from './use-deciding'

/** Commands that correct the case: names, links, reports, and where to come back to. */
export function useDecisionCommands(): readonly Command[] {
  const view = useCaseView()
  const entityIds = useSelection((state) => state.entities)
  const linkIds = useSelection((state) => state.links)
  const openReport = useSelection((state) => state.openReport?.reportId)
  const { take } = useDeciding()
  const entities = entityIds.flatMap((id) => view?.entities.get(id) ?? [])
  const report = openReport === undefined ? undefined : view?.reports.get(openReport)
  const [first] = entities
  const isOfOneKind = entities.every((entity) => entity.kind === first?.kind)
  const kinds = first ? marks[markKindOf(first)].plural.toLowerCase() : 'names'
  const open = (overlay: Overlay) => () => useDeskStore.getState().open(overlay)
  const hasOne = entityIds.length + linkIds.length === 1
  const removeReport = () => {
    if (report)
      void take(
        [{ type: 'remove-report', report: report.id }],
        `Moved “${report.title}” to the bin. All that rests on it alone went with it.`,
      )
  }
  return [
    of('Links', 'edit-link', 'Correct link…', open('edit-link'), {
      key: 'd',
      isEnabled: linkIds.length === 1,
    }),
    of('Links', 'mark', 'Mark the selected words as a name…', open('mark'), {
      key: 'm',
      isEnabled: report !== undefined,
    }),
    of('Links', 'draw', 'Draw a link on the selected words…', open('draw'), {
      key: 'l',
      isEnabled: report !== undefined,
    }),
    of('Names', 'merge', `Merge ${entities.length} ${kinds}…`, open('merge'), {
      key: 'shift+m',
      isEnabled: entities.length > 1 && isOfOneKind,
    }),
    of('Names', 'rename', 'Rename…', open('rename'), {
      key: 'f2',
      isEnabled: entities.length === 1,
    }),
    of('Names', 'note', 'Write a note…', open('note'), {
      key: 'n',
      isEnabled: hasOne || report !== undefined,
    }),
    of('Names', 'aliases', 'Decide open aliases…', open('aliases'), {
      key: 'shift+a',
      isEnabled: view !== undefined,
    }),
    of('Case', 'history', 'Show the history', open('history'), { key: 'h' }),
    of('Case', 'case-file', 'Case file and backups…', open('case-file'), { key: 'mod+s' }),
    of('Case', 'conflicts', 'Settle contradictions…', open('conflicts'), {
      isEnabled: (view?.conflicts.length ?? 0) > 0,
    }),
    of('Case', 'checkpoint', 'Set a checkpoint…', open('checkpoint'), { key: 'shift+h' }),
    of('Case', 'remove-report', 'Move the open report to the bin', removeReport, {
      isEnabled: report !== undefined,
    }),
    of('Case', 'bin', 'Show the bin', open('bin'), { isEnabled: (view?.bin.length ?? 0) > 0 }),
    of('Case', 'purge', 'Purge the open report… (spillage)', open('purge'), {
      isEnabled: report !== undefined,
    }),
  ]
}

interface CommandFacts {
  readonly key?: string
  readonly isEnabled?: boolean
}

function of(
  group: Command['group'],
  id: string,
  title: string,
  run: () => void,
  { key, isEnabled = true }: CommandFacts,
): Command {
  return {
    id,
    title,
    group,
    isEnabled,
    run,
    ...(key === undefined ? {} : { keys: shownKeys(key), hotkey: key }),
  }
}

function shownKeys(key: string): string {
  return key
    .replace('mod', 'ctrl')
    .split('+')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('+')
}
