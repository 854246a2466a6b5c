import { BrowserWindow, type Rectangle } from 'electron'
import { fitToScreens, type WindowStateFile } from './window-state'

export interface MainWindowParts {
  readonly preload: string
  readonly page: string
  /** Part of the page's address after `#`: `sample` opens the sample case. */
  readonly hash?: string
  readonly state: WindowStateFile
  readonly workAreas: readonly Rectangle[]
}

/** The one window: sandboxed, isolated, without Node, where it was left. */
export function createMainWindow({
  preload,
  page,
  hash,
  state,
  workAreas,
}: MainWindowParts): BrowserWindow {
  const { maximized, ...bounds } = fitToScreens(state.read(), workAreas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Gnomon',
    backgroundColor: '#faf7f0',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    state.write({ ...window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  void window.loadFile(page, hash ? { hash } : {})
  return window
}
