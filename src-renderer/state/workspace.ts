import { create } from 'zustand'
import { browserMemory, recall, remember } from './remember'

export const themes = ['paper', 'night', 'system'] as const
export type Theme = (typeof themes)[number]

/** How the window is arranged; it comes back as it was left. */
export interface WorkspaceState extends Arrangement {
  readonly show: (viewId: string) => void
  /** Per group of panes, the share of each pane by its id (as react-resizable-panels reports it). */
  readonly resize: (group: string, shares: Readonly<Record<string, number>>) => void
  readonly setTheme: (theme: Theme) => void
  readonly toggleInspector: () => void
}

interface Arrangement {
  /** Id of a view in views/registry.ts; undefined before one was ever chosen. */
  readonly activeView: string | undefined
  readonly panes: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly theme: Theme
  readonly inspectorOpen: boolean
}

const memoryKey = 'gnomon.workspace'
const asNew: Arrangement = {
  activeView: undefined,
  panes: {},
  theme: 'system',
  inspectorOpen: true,
}

export const useWorkspace = create<WorkspaceState>()((set, get) => {
  const arrange = (change: Partial<Arrangement>) => {
    set(change)
    const { activeView, panes, theme, inspectorOpen } = get()
    remember(browserMemory(), memoryKey, { activeView, panes, theme, inspectorOpen })
  }
  return {
    ...recall(browserMemory(), memoryKey, checkArrangement, asNew),
    show: (activeView) => arrange({ activeView }),
    resize: (group, shares) => arrange({ panes: { ...get().panes, [group]: shares } }),
    setTheme: (theme) => arrange({ theme }),
    toggleInspector: () => arrange({ inspectorOpen: !get().inspectorOpen }),
  }
})

/** Keeps of a stored arrangement what this version understands. */
export function checkArrangement(stored: unknown): Arrangement | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(stored))
  const activeView = fields.get('activeView')
  const theme = themes.find((known) => known === fields.get('theme'))
  return {
    activeView: typeof activeView === 'string' ? activeView : undefined,
    panes: checkPanes(fields.get('panes')),
    theme: theme ?? asNew.theme,
    inspectorOpen: fields.get('inspectorOpen') !== false,
  }
}

function checkPanes(stored: unknown): Arrangement['panes'] {
  if (typeof stored !== 'object' || stored === null) return {}
  const groups: [string, unknown][] = Object.entries(stored)
  return Object.fromEntries(
    groups.flatMap(([group, shares]) => {
      if (typeof shares !== 'object' || shares === null) return []
      const pairs: [string, unknown][] = Object.entries(shares)
      const numbers = pairs.filter((pair): pair is [string, number] => Number.isFinite(pair[1]))
      return [[group, Object.fromEntries(numbers)]]
    }),
  )
}
