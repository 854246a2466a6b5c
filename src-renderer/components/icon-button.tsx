import { Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import classes from './icon-button.module.css'

export interface IconButtonProps {
  readonly icon: LucideIcon
  /** Read aloud and shown as the tooltip. */
  readonly label: string
  /** Shown beside the label: "Ctrl+K". */
  readonly keys?: string
  readonly onClick: () => void
  readonly pressed?: boolean
  readonly disabled?: boolean
  /** Where the tooltip stands. */
  readonly side?: 'top' | 'right' | 'left'
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  onClick,
  pressed,
  disabled,
  side = 'top',
}: IconButtonProps) {
  return (
    <Tooltip label={keys === undefined ? label : `${label}  ${keys}`} position={side}>
      <button
        type="button"
        className={classes.button}
        aria-label={label}
        aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon size={16} strokeWidth={1.6} aria-hidden />
      </button>
    </Tooltip>
  )
}
