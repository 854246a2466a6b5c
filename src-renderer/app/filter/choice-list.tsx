import type { MarkKind } from '@core/graph/marks'
import { Checkbox, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { EntityMark } from '../../components/entity-mark'
import { rankEntries } from '../rank-entries'
import classes from './filter-bar.module.css'

export interface Choice {
  readonly id: string
  readonly title: string
  readonly mark: MarkKind
  /** Beside the title: "12 actors". */
  readonly note: string
  readonly weight: number
}

export interface ChoiceListProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}

/** Some of many, found by typing; what is chosen stands first. */
export function ChoiceList({ label, choices, chosen, onToggle }: ChoiceListProps) {
  const [query, setQuery] = useState('')
  // What was chosen when the list was opened leads it: a row never moves under the pointer.
  const [leading] = useState(chosen)
  const shown = useMemo(() => {
    const found = rankEntries(choices, query)
    if (query !== '') return found
    const first = choices.filter(({ id }) => leading.has(id))
    return [...first, ...found.filter(({ id }) => !leading.has(id))]
  }, [choices, query, leading])
  return (
    <div className={classes.choices}>
      <TextInput
        aria-label={label}
        placeholder={label}
        size="xs"
        data-autofocus
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className={classes.choiceRows} role="group" aria-label={label} tabIndex={-1}>
        {shown.map(({ id, title, mark, note }) => (
          <Checkbox
            key={id}
            checked={chosen.has(id)}
            onChange={() => onToggle(id)}
            label={
              <span className={classes.choice}>
                <EntityMark kind={mark} size={12} />
                <bdi title={title}>{title}</bdi>
                <span className={classes.choiceNote}>{note}</span>
              </span>
            }
          />
        ))}
        {shown.length === 0 && <p className={classes.lead}>Nothing in this case is called that.</p>}
      </div>
    </div>
  )
}
