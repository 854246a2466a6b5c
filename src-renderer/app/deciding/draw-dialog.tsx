import { Modal, Select } from '@mantine/core'
import { drawnByHand } from '@core/case/by-hand'
import type { DrawnLink, LinkEnd, SelectedText } from '@core/case/by-hand'
import type { CaseView } from '@core/case/case-view'
import type { EntityId } from '@core/model/ids'
import { linkId } from '@core/model/ids'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { useReport } from '../../data/use-report'
import { verbOf } from '../../messages/describe-link'
import { useSelection } from '../../state/selection'
import type { DialogProps } from './dialog-props'
import classes from './deciding.module.css'
import { useDeciding } from './use-deciding'
import { useLetters } from './use-letters'
import { useSelectedText } from './use-selected-text'

const kinds: readonly (DrawnLink & { readonly letter: string })[] = [
  { letter: 'C', predicate: 'targets', outcome: 'compromised' },
  { letter: 'T', predicate: 'targets', outcome: 'targeted' },
  { letter: 'A', predicate: 'targets', outcome: 'attempted' },
  { letter: 'U', predicate: 'uses' },
  { letter: 'X', predicate: 'exploits' },
  { letter: 'O', predicate: 'originates-from' },
  { letter: 'B', predicate: 'attributed-to' },
  { letter: 'N', predicate: 'alias-of' },
  { letter: 'R', predicate: 'related-to' },
]

/** A link on the sentence selected in the reader: L opens this with the names in it, the letter of the verb draws it. */
export function DrawDialog({ onClose }: DialogProps) {
  const view = useCaseView()
  const { selected } = useSelectedText()
  const ends = useEndsIn(view, selected)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const { take } = useDeciding()
  const source = ends.find(({ entity }) => entity.id === (from ?? ends[0]?.entity.id))
  const target = ends.find(({ entity }) => entity.id === (to ?? ends[1]?.entity.id))
  const isReady = source !== undefined && target !== undefined && source !== target
  const draw = (drawn: DrawnLink) => {
    if (!selected || !source || !target || !isReady) return
    const action = drawnByHand(selected, source, drawn, target)
    onClose()
    const id = linkId(action.source, action.predicate, action.target, action.polarity)
    useSelection.getState().select({ links: [id] })
    void take([action], `Drew ${source.entity.name} ${verbOf(action)} ${target.entity.name}`)
  }
  useLetters((letter) => {
    const drawn = kinds.find((kind) => kind.letter.toLowerCase() === letter)
    if (drawn) draw(drawn)
  })
  const options = ends.map(({ entity }) => ({ value: entity.id, label: entity.name }))
  return (
    <Modal opened onClose={onClose} title="Draw a link on these words" size="md">
      {selected && ends.length >= 2 ? (
        <>
          <p className={classes.words}>
            <q className={classes.quote}>{selected.surface}</q>
          </p>
          <div className={classes.fields}>
            <Select
              label="Who"
              data={options}
              value={source?.entity.id ?? null}
              onChange={setFrom}
              allowDeselect={false}
            />
            <Select
              label="Whom or what"
              data={options}
              value={target?.entity.id ?? null}
              onChange={setTo}
              allowDeselect={false}
            />
          </div>
          <div className={classes.keys} style={{ paddingTop: 12 }}>
            {kinds.map(({ letter, ...drawn }, place) => (
              <button
                key={letter}
                type="button"
                className={classes.key}
                disabled={!isReady}
                onClick={() => draw(drawn)}
                {...(place === 0 ? { 'data-autofocus': true } : {})}
              >
                <span>{verbOf({ ...drawn, polarity: 'asserted' })}</span>
                <kbd>{letter}</kbd>
              </button>
            ))}
          </div>
        </>
      ) : (
        <EmptyState
          title={
            selected
              ? 'These words hold fewer than two names. Mark the missing one first (M), then select the whole sentence.'
              : 'Select a sentence in the reader first, then press L and the letter of the verb.'
          }
        />
      )}
    </Modal>
  )
}

/** The names inside the selected words, actors first; then those of the whole report, so that any can be chosen. */
function useEndsIn(
  view: CaseView | undefined,
  selected: SelectedText | undefined,
): readonly LinkEnd[] {
  const report = useReport(selected?.report)
  return useMemo(() => {
    if (!view || !selected) return []
    const { start, end } = selected.span
    const inside = new Map<EntityId, LinkEnd>()
    for (const read of report?.reading.entities ?? []) {
      const mention = read.mentions.find((one) => one.start >= start && one.end <= end)
      const shown = shownAs(view, read.id)
      if (mention && shown) inside.set(shown.id, { entity: shown, span: mention })
    }
    for (const entity of view.entities.values())
      if (
        !inside.has(entity.id) &&
        entity.names.some(({ name }) => selected.surface.includes(name))
      )
        if (entity.reports.includes(selected.report)) inside.set(entity.id, { entity })
    const ofReport = [...view.entities.values()]
      .filter(({ id, reports }) => !inside.has(id) && reports.includes(selected.report))
      .map((entity): LinkEnd => ({ entity }))
    const actorsFirst = [...inside.values()].sort(
      (a, b) => Number(b.entity.kind === 'actor') - Number(a.entity.kind === 'actor'),
    )
    return inside.size < 2 ? actorsFirst : [...actorsFirst, ...ofReport]
  }, [view, selected, report])
}

function shownAs(view: CaseView, id: EntityId) {
  const own = view.entities.get(id)
  if (own) return own
  for (const entity of view.entities.values())
    if (entity.merged?.members.some((member) => member.id === id)) return entity
  return undefined
}
