import { Button, Modal, Radio } from '@mantine/core'
import { marks, markKindOf } from '@core/graph/marks'
import { useState } from 'react'
import { useCaseView } from '../../data/use-case-view'
import { useSelection } from '../../state/selection'
import type { DialogProps } from './dialog-props'
import classes from './deciding.module.css'
import { useDeciding } from './use-deciding'

/** Declares the selected names one; which of them leads is asked, all else can be taken back. */
export function MergeDialog({ onClose }: DialogProps) {
  const view = useCaseView()
  const ids = useSelection((state) => state.entities)
  const entities = ids.flatMap((id) => view?.entities.get(id) ?? [])
  const byLinks = entities.toSorted(
    (a, b) => (view?.linksOf.get(b.id)?.length ?? 0) - (view?.linksOf.get(a.id)?.length ?? 0),
  )
  const [chosen, setChosen] = useState<string | undefined>(byLinks[0]?.id)
  const { take } = useDeciding()
  const lead = entities.find(({ id }) => id === chosen)
  if (!view || entities.length < 2) return null
  const kinds = marks[markKindOf(entities[0] ?? { kind: 'actor' })].plural.toLowerCase()
  const merge = () => {
    if (!lead) return
    const others = entities.filter((entity) => entity !== lead)
    onClose()
    useSelection.getState().select({ entities: [lead.id] })
    void take(
      [{ type: 'merge-entities', into: lead.id, from: others.map(({ id }) => id) }],
      `Merged ${others.map(({ name }) => name).join(', ')} into ${lead.name}`,
    )
  }
  return (
    <Modal opened onClose={onClose} title={`Merge ${entities.length} ${kinds}`} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          merge()
        }}
      >
        <Radio.Group
          label="Shown as"
          description="Every link keeps the name under which it was read, and the merge can be taken back at any time."
          value={chosen ?? ''}
          onChange={setChosen}
        >
          <div className={classes.choices}>
            {byLinks.map(({ id, name }, place) => {
              const links = view.linksOf.get(id)?.length ?? 0
              return (
                <Radio
                  key={id}
                  value={id}
                  label={`${name}, ${links} ${links === 1 ? 'link' : 'links'}`}
                  {...(place === 0 ? { 'data-autofocus': true } : {})}
                />
              )
            })}
          </div>
        </Radio.Group>
        <Button type="submit" mt="md">
          Merge {entities.length} {kinds}
        </Button>
      </form>
    </Modal>
  )
}
