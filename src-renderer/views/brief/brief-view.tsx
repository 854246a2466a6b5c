import type { CaseView } from '@core/case/case-view'
import { filterCase } from '@core/case/filter-case'
import type { EntityId } from '@core/model/ids'
import { tlpMarkings } from '@core/model/report'
import type { TlpMarking } from '@core/model/report'
import { Button, Loader, Select, TextInput } from '@mantine/core'
import { FileCode, FileDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { useDesk } from '../../components/desk-services'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useSelection } from '../../state/selection'
import classes from './brief-view.module.css'
import { highestMarking } from './highest-marking'
import { saveWords } from './save-words'
import { fileNameFor } from './file-name'
import { useBriefHtml } from './use-brief-html'

const everyone = 'all'

export function BriefView() {
  const whole = useCaseView()
  const filters = useFilters((state) => state.filters)
  const view = useMemo(
    () => whole && filterCase(whole, { ...filters, showRejected: false }),
    [whole, filters],
  )
  if (!view) return null
  return <Composer view={view} />
}

function Composer({ view }: { readonly view: CaseView }) {
  const actors = useMemo(() => attackersOf(view), [view])
  const selected = useSelection((state) => state.entities)
  const { select } = useSelection.getState()
  const chosen = actors.find(({ id }) => selected.includes(id))
  const [title, setTitle] = useState('')
  const [author, setAuthor] = useState('')
  const [marking, setMarking] = useState<TlpMarking>()
  const least = highestMarking(view)
  const tlp = marking ?? least
  const isTooOpen = tlpMarkings.indexOf(tlp) < tlpMarkings.indexOf(least)
  const { html, isBusy, failure } = useBriefHtml(view, {
    ...(chosen ? { actor: chosen.id } : {}),
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    ...(author.trim() === '' ? {} : { author: author.trim() }),
    tlp,
  })
  return (
    <div className={classes.view}>
      <form className={classes.form} onSubmit={(event) => event.preventDefault()}>
        <Select
          label="On whom"
          data={[
            { value: everyone, label: 'All actors of the case' },
            ...actors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={chosen?.id ?? everyone}
          allowDeselect={false}
          searchable
          onChange={(value) => {
            const actor = actors.find(({ id }) => id === value)
            select({ entities: actor ? [actor.id] : [] })
          }}
        />
        <TextInput
          label="Title"
          placeholder="From the actor’s name"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label="Author or office"
          value={author}
          onChange={(event) => setAuthor(event.currentTarget.value)}
        />
        <Select
          label="Marking"
          data={tlpMarkings}
          value={tlp}
          allowDeselect={false}
          error={isTooOpen ? `A source is marked ${least}` : undefined}
          onChange={(value) => setMarking(tlpMarkings.find((known) => known === value))}
        />
        <SaveButtons
          html={isTooOpen ? undefined : html}
          name={fileNameFor(title === '' ? (chosen?.name ?? 'brief') : title)}
        />
      </form>
      {actors.length === 0 ? (
        <EmptyState title="A brief on an actor will stand here. No attack passes the filter now." />
      ) : failure !== undefined ? (
        <EmptyState title={failure} />
      ) : (
        <div className={classes.stage} aria-busy={isBusy}>
          {isBusy && (
            <p className={classes.busy} role="status">
              <Loader size={14} color="var(--ink-faint)" /> Writing the brief
            </p>
          )}
          {html !== undefined && (
            <iframe
              className={classes.page}
              title="Preview of the brief"
              sandbox=""
              srcDoc={html}
            />
          )}
        </div>
      )}
    </div>
  )
}

interface SaveButtonsProps {
  readonly html: string | undefined
  readonly name: string
}

/** Leaves the machine only where the analyst says so, and says where it went. */
function SaveButtons({ html, name }: SaveButtonsProps) {
  const { saveBriefAsPdf, saveText, commands } = useDesk()
  const [isSaving, setSaving] = useState(false)
  const save = async (format: 'pdf' | 'html') => {
    if (html === undefined) return
    setSaving(true)
    const file = `${name}.${format}`
    const outcome = format === 'pdf' ? await saveBriefAsPdf(file, html) : await saveText(file, html)
    setSaving(false)
    const words = saveWords(outcome, file)
    if (words !== undefined) commands.say(words)
  }
  return (
    <div className={classes.buttons}>
      <Button
        leftSection={<FileDown size={15} />}
        disabled={html === undefined || isSaving}
        onClick={() => void save('pdf')}
      >
        Save PDF…
      </Button>
      <Button
        variant="default"
        leftSection={<FileCode size={15} />}
        disabled={html === undefined || isSaving}
        onClick={() => void save('html')}
      >
        Save HTML…
      </Button>
    </div>
  )
}

interface Attacker {
  readonly id: EntityId
  readonly name: string
}

/** Actors with at least one attack, most links first. */
function attackersOf(view: CaseView): readonly Attacker[] {
  const counts = new Map<EntityId, number>()
  for (const { source, predicate } of view.links.values())
    if (predicate === 'targets') counts.set(source, (counts.get(source) ?? 0) + 1)
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([id]) => ({ id, name: view.entities.get(id)?.name ?? id }))
}
