import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAuthor } from '../data/use-author'
import { useDeskStore } from './desk-store'
import { useDeciding, usePendingDecisions } from './deciding/use-deciding'

/** Asked once, at the first decision; the decision that asked is then taken. */
export function InitialsDialog() {
  const isOpen = useDeskStore((state) => state.overlay === 'initials')
  const close = useDeskStore((state) => state.closeOverlay)
  const { setAuthor } = useAuthor()
  const { take } = useDeciding()
  const [initials, setInitials] = useState('')
  const save = async () => {
    if (initials.trim() === '') return
    await setAuthor(initials)
    close()
    const { pending } = usePendingDecisions.getState()
    usePendingDecisions.setState({ pending: undefined })
    if (pending) await take(pending.actions, pending.words)
  }
  return (
    <Modal opened={isOpen} onClose={close} title="Whose decision is it?" size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          data-autofocus
          label="Your initials"
          description="They stay with every decision, so that others see who took it. They are kept in this case only."
          size="sm"
          maxLength={12}
          value={initials}
          onChange={(event) => setInitials(event.currentTarget.value)}
        />
        <Button type="submit" mt="md" disabled={initials.trim() === ''}>
          Save initials
        </Button>
      </form>
    </Modal>
  )
}
