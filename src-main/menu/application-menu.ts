import type { MenuCommand } from '@core/contracts/bridge'
import type { MenuItemConstructorOptions } from 'electron'

/** The menu as data; commands go to the renderer, which owns what they do. */
export function applicationMenu(
  platform: NodeJS.Platform,
  run: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const item = (
    label: string,
    accelerator: string,
    command: MenuCommand,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => run(command),
  })
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('Import files…', 'CmdOrCtrl+O', 'import-files'),
        item('Case file and backups…', 'CmdOrCtrl+S', 'case-file'),
        item('Export brief…', 'CmdOrCtrl+E', 'export-brief'),
        item('Export…', 'CmdOrCtrl+Shift+E', 'export-case'),
        { type: 'separator' },
        { role: platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'CmdOrCtrl+Z', 'undo'),
        item('Redo', 'CmdOrCtrl+Shift+Z', 'redo'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Find anything…', 'CmdOrCtrl+K', 'open-palette'),
        { type: 'separator' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: '&Help',
      submenu: [
        item('Guide', 'F1', 'show-guide'),
        item('Keyboard shortcuts', 'CmdOrCtrl+/', 'show-shortcuts'),
      ],
    },
  ]
}
