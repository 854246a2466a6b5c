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
  // Signs lie on different keys, with Shift or AltGr, on different keyboards: what the key types counts.
  const isSign = /^[^a-z0-9]$/.test(hotkey)
  useHotkeys(
    hotkey,
    (event) => {
      if (event.defaultPrevented) return
      if (command.everywhere !== true && hasKeysOfItsOwn(event.target)) return
      event.preventDefault()
      command.run()
    },
    {
      enabled: command.isEnabled && !isOverlayOpen,
      enableOnFormTags: true,
      useKey: isSign,
      ignoreModifiers: isSign,
    },
    [command],
  )
  return null
}

/** Text fields take every key; in menus and popovers Esc closes them and does nothing else. */
function hasKeysOfItsOwn(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role=dialog], [role=menu], [role=listbox], textarea, select') !== null)
    return true
  return (
    target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type)
  )
}
