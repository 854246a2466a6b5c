import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

/** A short message with at most one way back. */
export function toast(message: string, action?: ToastAction): void {
  const id = notifications.show({
    autoClose: action ? 8000 : 5000,
    withCloseButton: true,
    withBorder: true,
    message: (
      <span style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <span style={{ flex: 1, overflowWrap: 'anywhere' }}>{message}</span>
        {action && (
          <Button
            variant="default"
            onClick={() => {
              notifications.hide(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </span>
    ),
  })
}
