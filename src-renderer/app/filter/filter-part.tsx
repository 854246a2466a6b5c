import { Popover, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './filter-bar.module.css'

export interface FilterPartProps {
  readonly label: string
  readonly words: string
  readonly isSet: boolean
  readonly children: ReactNode
}

/** A part of the sentence that opens where it stands. */
export function FilterPart({ label, words, isSet, children }: FilterPartProps) {
  return (
    <Popover
      position="bottom-start"
      trapFocus
      returnFocus
      shadow="md"
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.part}
          data-set={isSet}
          aria-label={`${label}: ${words}`}
          title={words}
        >
          <bdi>{words}</bdi>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
