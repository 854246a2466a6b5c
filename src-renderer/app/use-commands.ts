import type { LinkId } from '@core/model/ids'
import type { DeskView } from '../components/desk-view'
import { useCaseView } from '../data/use-case-view'
import { useDecisions } from '../data/use-decisions'
import { useSavedViews } from '../data/use-saved-views'
import { useFilters } from '../state/filters'
import { useSelection } from '../state/selection'
import { useWorkspace } from '../state/workspace'
import type { Command } from './command'
import { useDecisionCommands } from './deciding/use-decision-commands'
import { useDeskStore } from './desk-store'
import { openSavedView } from './filter/saved-views'
import type { ImportActions } from './use-import-actions'
import { useNextEvidence } from './use-next-evidence'
import { useReview } from './use-review'
import { useThemeSwitch } from './use-theme'

const noLinks: readonly LinkId[] = []

/** Every command of the desk, in the order in which lists show them. */
export function useCommands(
  views: readonly DeskView[],
  actions: ImportActions,
): readonly Command[] {
  const { show, toggleInspector } = useWorkspace.getState()
  const desk = useDeskStore.getState()
  const selection = useSelection.getState()
  const links = useSelection((state) => state.links)
  const hasSelection = useSelection((state) => state.entities.length + state.links.length > 0)
  const canGoBack = useSelection((state) => state.backStack.length > 0)
  const hasReports = (useCaseView()?.counts.reports ?? 0) > 0
  const { canUndo, canRedo } = useDecisions()
  const { decideLinks, undo, redo } = useReview()
  const { isNight, switchTheme } = useThemeSwitch()
  const nextEvidence = useNextEvidence()
  const { views: savedViews } = useSavedViews()
  const decisionCommands = useDecisionCommands()
  const decide = (verdict: 'accept-link' | 'reject-link') => () =>
    void decideLinks(verdict, links.length > 0 ? links : noLinks)
  const several = links.length > 1 ? ` ${links.length} links` : ' link'

  return [
    ...views.map((view, index): Command => ({
      id: `view-${view.id}`,
      title: `Go to ${view.title}`,
      group: 'Views',
      ...digitOf(index),
      isEnabled: true,
      run: () => show(view.id),
    })),
    command('import-files', 'Import files…', 'Case', 'Ctrl+O', 'mod+o', actions.importFiles, {
      everywhere: true,
    }),
    command(
      'import-folder',
      'Import folder…',
      'Case',
      'Ctrl+Shift+O',
      'mod+shift+o',
      actions.importFolder,
      { everywhere: true },
    ),
    {
      id: 'open-sample',
      title: 'Open the sample case',
      group: 'Case',
      isEnabled: true,
      run: actions.openSampleCase,
    },
    command(
      'export-case',
      'Export… (STIX, MISP, CSV, Navigator, GraphML, pictures, notes)',
      'Case',
      'Ctrl+Shift+E',
      'mod+shift+e',
      () => desk.open('export'),
      { everywhere: true, isEnabled: hasReports },
    ),
    command('undo', 'Undo', 'Case', 'Ctrl+Z', 'mod+z', () => void undo(), { isEnabled: canUndo }),
    command('redo', 'Redo', 'Case', 'Ctrl+Shift+Z', 'mod+shift+z', () => void redo(), {
      isEnabled: canRedo,
    }),
    command('accept', `Accept${several}`, 'Links', 'A', 'a', decide('accept-link'), {
      isEnabled: links.length > 0,
    }),
    command('reject', `Reject${several}`, 'Links', 'R', 'r', decide('reject-link'), {
      isEnabled: links.length > 0,
    }),
    command('evidence', 'Read next evidence', 'Links', 'E', 'e', nextEvidence, {
      isEnabled: hasSelection,
    }),
    ...decisionCommands,
    command(
      'palette',
      'Search commands, names and reports',
      'Window',
      'Ctrl+K',
      'mod+k',
      () => desk.open('palette'),
      {
        everywhere: true,
      },
    ),
    command('guide', 'Open the guide', 'Window', 'F1', 'f1', () => desk.open('guide'), {
      everywhere: true,
    }),
    command('search-text', 'Search the text of all reports', 'Window', '/', '/', () =>
      show('search'),
    ),
    command('shortcuts', 'Show keyboard shortcuts', 'Window', '?', '?', () =>
      desk.open('shortcuts'),
    ),
    command(
      'back',
      'Go back to where you were',
      'Window',
      'Backspace',
      'backspace',
      selection.back,
      {
        isEnabled: canGoBack,
      },
    ),
    command(
      'deselect',
      'Clear the selection',
      'Window',
      'Esc',
      'escape',
      selection.clearSelection,
      {
        isEnabled: hasSelection,
      },
    ),
    command(
      'reader-beside',
      'Show or hide the reader beside the view',
      'Window',
      '\\',
      '\\',
      () => desk.setReaderBeside(!useDeskStore.getState().readerBeside),
      { isEnabled: hasReports },
    ),
    command('inspector', 'Show or hide the inspector', 'Window', 'I', 'i', toggleInspector, {
      isEnabled: hasReports,
    }),
    {
      id: 'theme',
      title: isNight ? 'Switch to the paper theme' : 'Switch to the night theme',
      group: 'Window',
      isEnabled: true,
      run: switchTheme,
    },
    {
      id: 'clear-filters',
      title: 'Clear all filters',
      group: 'Window',
      isEnabled: true,
      run: useFilters.getState().clear,
    },
    ...savedViews.map((saved): Command => ({
      id: `saved-${saved.name}`,
      title: `Open the view “${saved.name}”`,
      group: 'Views',
      isEnabled: true,
      run: () => openSavedView(saved),
    })),
  ]
}

/** The first nine views have a digit each; the palette leads to all. */
function digitOf(index: number): Pick<Command, 'keys' | 'hotkey'> {
  return index < 9 ? { keys: String(index + 1), hotkey: String(index + 1) } : {}
}

function command(
  id: string,
  title: string,
  group: Command['group'],
  keys: string,
  hotkey: string,
  run: () => void,
  more: Partial<Pick<Command, 'isEnabled' | 'everywhere'>> = {},
): Command {
  return { id, title, group, keys, hotkey, run, isEnabled: true, ...more }
}
