import { Button, Checkbox, Modal, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { CaseLink, CaseView } from '@core/case/case-view'
import type { LinkChange, LinkEdit } from '@core/model/decision'
import { linkId } from '@core/model/ids'
import { outcomes, predicates } from '@core/model/link'
import { marks, markKindOf } from '@core/graph/marks'
import { useMemo, useState } from 'react'
import { useCaseView } from '../../data/use-case-view'
import { describeLink, verbOf } from '../../messages/describe-link'
import { useSelection } from '../../state/selection'
import type { DialogProps } from './dialog-props'
import classes from './deciding.module.css'
import { useDeciding } from './use-deciding'

/** Corrects what was read: who, whom, what kind, how far, when, how surely. The sentences stay with it. */
export function EditLinkDialog({ onClose }: DialogProps) {
  const view = useCaseView()
  const id = useSelection((state) => state.links[0])
  const link = id === undefined ? undefined : view?.links.get(id)
  if (!view || !link) return null
  return <EditLinkForm view={view} link={link} onClose={onClose} />
}

interface EditLinkFormProps extends DialogProps {
  readonly view: CaseView
  readonly link: CaseLink
}

function EditLinkForm({ view, link, onClose }: EditLinkFormProps) {
  const [draft, setDraft] = useState<LinkChange>({})
  const [from, setFrom] = useState(link.period?.from ?? '')
  const [to, setTo] = useState(link.period?.to ?? '')
  const { take } = useDeciding()
  const change = changesOf(link, draft, from, to)
  const names = useMemo(() => nameOptions(view), [view])
  const predicate = draft.predicate ?? link.predicate
  const set = (more: LinkChange) => setDraft({ ...draft, ...more })
  const isDateWrong = ![from, to].every((date) => date === '' || /^\d{4}(-\d{2}){0,2}$/.test(date))
  const isReady = Object.keys(change).length > 0 && !isDateWrong
  const save = () => {
    if (!isReady) return
    const action: LinkEdit = {
      type: 'edit-link',
      link: link.id,
      change,
      ...(link.readAs ? { readAs: link.readAs } : {}),
    }
    onClose()
    const { source, target, polarity } = { ...link, ...change }
    useSelection.getState().select({ links: [linkId(source, predicate, target, polarity)] })
    void take([action], `Corrected: ${describeLink(link, view)}`)
  }
  return (
    <Modal opened onClose={onClose} title="Correct link" size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p className={classes.words}>{describeLink(link, view)}</p>
        <div className={classes.fields}>
          <Select
            label="Who"
            searchable
            limit={60}
            data={names}
            value={draft.source ?? link.source}
            onChange={(value) => value !== null && set({ source: value })}
          />
          <Select
            label="Whom or what"
            data-autofocus
            searchable
            limit={60}
            data={names}
            value={draft.target ?? link.target}
            onChange={(value) => value !== null && set({ target: value })}
          />
          <Select
            label="Kind"
            data={predicates.map((value) => ({
              value,
              label: verbOf({ predicate: value, polarity: 'asserted' }),
            }))}
            value={predicate}
            onChange={(value) => value !== null && set({ predicate: value })}
          />
          <div>
            <label id="edit-outcome">How far</label>
            <SegmentedControl
              aria-labelledby="edit-outcome"
              fullWidth
              size="xs"
              disabled={predicate !== 'targets'}
              data={outcomes.map((value) => ({ value, label: value }))}
              value={draft.outcome ?? link.outcome ?? 'targeted'}
              onChange={(value) => set({ outcome: value })}
            />
          </div>
          <TextInput
            label="From"
            placeholder="2023, 2023-05 or 2023-05-17"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={isDateWrong ? 'A year, a month or a day' : null}
          />
          <TextInput label="To" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
          <Checkbox
            label="Hedged: the sources do not say it outright"
            checked={draft.hedged ?? link.hedged}
            onChange={(event) => set({ hedged: event.currentTarget.checked })}
          />
          <Checkbox
            label="Denied: the sources say it is not so"
            checked={(draft.polarity ?? link.polarity) === 'denied'}
            onChange={(event) =>
              set({ polarity: event.currentTarget.checked ? 'denied' : 'asserted' })
            }
          />
        </div>
        <Button type="submit" mt="md" disabled={!isReady}>
          Correct link
        </Button>
      </form>
    </Modal>
  )
}

/** What differs from the link as it stands. */
function changesOf(link: CaseLink, draft: LinkChange, from: string, to: string): LinkChange {
  const different = Object.entries(draft).filter(
    // Fields of a change are fields of a link.
    ([field, value]) => link[field as 'source'] !== value,
  )
  const isSamePeriod = from === (link.period?.from ?? '') && to === (link.period?.to ?? '')
  const period =
    from === '' && to === '' ? null : { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  return { ...Object.fromEntries(different), ...(isSamePeriod ? {} : { period }) }
}

function nameOptions(view: CaseView) {
  return [...view.entities.values()]
    .map((entity) => ({
      value: entity.id,
      label: `${entity.name} (${marks[markKindOf(entity)].label.toLowerCase()})`,
    }))
    .sort((a, b) => (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1))
}
