import type { MenuCommand } from '@core/contracts/bridge'
import { useEffect } from 'react'
import type { Host } from '../host/host'
import type { Command } from './command'

/** The application menu's items by the desk's own commands. */
const commandOf: Readonly<Record<MenuCommand, string>> = {
  'import-files': 'import-files',
  'case-file': 'case-file',
  'export-brief': 'view-brief',
  'export-case': 'export-case',
  undo: 'undo',
  redo: 'redo',
  'open-palette': 'palette',
  'show-shortcuts': 'shortcuts',
  'show-guide': 'guide',
}

export function useMenuCommands(host: Host, commands: readonly Command[]): void {
  useEffect(
    () =>
      host.onMenuCommand((name) => {
        const command = commands.find(({ id }) => id === commandOf[name])
        if (command?.isEnabled) command.run()
      }),
    [host, commands],
  )
}
