import { Button, Popover, Select } from '@mantine/core'
import { entityCalled } from '@core/case/by-hand'
import type { CaseEntity, CaseView } from '@core/case/case-view'
import { entityId } from '@core/model/ids'
import type { EntityId } from '@core/model/ids'
import { useState } from 'react'
import { useDeciding } from '../deciding/use-deciding'

export interface MoveNameButtonProps {
  readonly entity: CaseEntity
  readonly name: string
  readonly view: CaseView
}

const itself = 'itself'

/** A name belongs to somebody else: to another of the case, or to one that stands by itself from now on. */
export function MoveNameButton({ entity, name, view }: MoveNameButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>(itself)
  const { take } = useDeciding()
  const bearer = entity.merged?.members.find(
    (member) => member.names.some((worn) => worn.name === name) || member.aliases.includes(name),
  )
  const others = isOpen
    ? [...view.entities.values()]
        .filter((other) => other.kind === entity.kind && other.id !== entity.id)
        .map((other) => ({ value: other.id, label: other.name }))
    : []
  const move = () => {
    const to =
      chosen === itself
        ? entityId(entity.kind, `${keyOf(name)}-by-name`)
        : // Values are ids of the case's entities.
          (chosen as EntityId)
    const toName = view.entities.get(to)?.name ?? name
    setOpen(false)
    void take(
      [{ type: 'move-name', entity: bearer?.id ?? entity.id, name, to, toName }],
      chosen === itself
        ? `${name} stands by itself now`
        : `Moved the name ${name} from ${entity.name} to ${toName}`,
    )
  }
  const namesake = entityCalled(view, name, entity.kind)
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={280}
      position="bottom-end"
      withArrow
      trapFocus
    >
      <Popover.Target>
        <Button variant="subtle" size="compact-xs" onClick={() => setOpen(!isOpen)}>
          Move…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Select
          label={`“${name}” belongs to`}
          searchable
          limit={50}
          comboboxProps={{ withinPortal: false }}
          data={[{ value: itself, label: 'somebody of its own' }, ...others]}
          value={chosen}
          onChange={(value) => setChosen(value ?? itself)}
          description={
            namesake && namesake.id !== entity.id ? `${namesake.name} bears it too` : null
          }
        />
        <Button mt="sm" onClick={move}>
          Move the name
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
