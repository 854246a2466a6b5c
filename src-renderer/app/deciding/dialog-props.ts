export interface DialogProps {
  readonly onClose: () => void
}
