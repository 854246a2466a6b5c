import { create } from 'zustand'
import { browserMemory, recall, remember } from '../state/remember'

/** What is open on the desk right now. Only `readerBeside` outlives the window. */
export interface DeskState {
  readonly readerBeside: boolean
  readonly overlay: Overlay | undefined
  readonly importsOpen: boolean
  readonly setReaderBeside: (open: boolean) => void
  readonly open: (overlay: Overlay) => void
  readonly closeOverlay: () => void
  readonly setImportsOpen: (open: boolean) => void
}

export type Overlay =
  | 'palette'
  | 'shortcuts'
  | 'initials'
  | 'export'
  | 'merge'
  | 'rename'
  | 'note'
  | 'edit-link'
  | 'mark'
  | 'draw'
  | 'aliases'
  | 'history'
  | 'checkpoint'
  | 'bin'
  | 'purge'
  | 'case-file'
  | 'guide'
  | 'conflicts'

const memoryKey = 'gnomon.reader-beside'

export const useDeskStore = create<DeskState>()((set) => ({
  readerBeside: recall(browserMemory(), memoryKey, (stored) => stored === true, false),
  overlay: undefined,
  importsOpen: false,
  setReaderBeside: (readerBeside) => {
    remember(browserMemory(), memoryKey, readerBeside)
    set({ readerBeside })
  },
  open: (overlay) => set({ overlay }),
  closeOverlay: () => set({ overlay: undefined }),
  setImportsOpen: (importsOpen) => set({ importsOpen }),
}))
