import { useHotkeys } from 'react-hotkeys-hook'
import type { Command } from './command'

export interface CommandKeysProps {
  readonly commands: readonly Command[]
  /** A dialog or the palette is open: its own keys count. */
  readonly isOverlayOpen: boolean
}

/** Binds every command's key; draws nothing. */
export function CommandKeys({ commands, isOverlayOpen }: CommandKeysProps) {
  return commands.map((command) =>
    command.hotkey === undefined ? null : (
      <CommandKey
        key={command.id}
        command={command}
        hotkey={command.hotkey}
        isOverlayOpen={isOverlayOpen}
      />
    ),
  )
}

interface CommandKeyProps {
  readonly command: Command
  readonly hotkey: string
  readonly isOverlayOpen: boolean
}

function CommandKey({ command, hotkey, isOverlayOpen }: CommandKeyProps) {
  useHotkeys(
    hotkey,
    (event) => {
      if (event.defaultPrevented || (command.everywhere !== true && isInFloating(event))) return
      event.preventDefault()
      command.run()
    },
    {
      enabled: command.isEnabled && !isOverlayOpen,
      enableOnFormTags: command.everywhere === true,
      // Signs lie on different keys on different keyboards: what the key types counts.
      useKey: /^[^a-z0-9]$/.test(hotkey),
    },
    [command],
  )
  return null
}

/** Menus and popovers have keys of their own; Esc closes them and nothing else. */
function isInFloating(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('[role=dialog], [role=menu], [role=listbox]') !== null
  )
}
