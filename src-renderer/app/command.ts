/** Something the analyst can do; palette, keys and the shortcut sheet are made from the list of them. */
export interface Command {
  readonly id: string
  /** A verb with its object: "Accept link". */
  readonly title: string
  readonly group: 'Views' | 'Case' | 'Links' | 'Names' | 'Window'
  /** As shown: "Ctrl+Shift+Z". */
  readonly keys?: string
  /** As react-hotkeys-hook takes it; absent: no key. */
  readonly hotkey?: string
  /** The command works in text fields too. */
  readonly everywhere?: true
  readonly isEnabled: boolean
  readonly run: () => void
}
