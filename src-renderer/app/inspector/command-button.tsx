import { Button } from '@mantine/core'
import { useDeskStore } from '../desk-store'
import type { Overlay } from '../desk-store'

export interface CommandButtonProps {
  readonly overlay: Overlay
  readonly words: string
  readonly keys: string
}

/** Opens a dialog of the desk, with its key beside the words. */
export function CommandButton({ overlay, words, keys }: CommandButtonProps) {
  return (
    <Button
      variant="default"
      rightSection={<kbd>{keys}</kbd>}
      onClick={() => useDeskStore.getState().open(overlay)}
    >
      {words}…
    </Button>
  )
}
