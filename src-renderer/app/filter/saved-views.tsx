import { Button, Popover, TextInput } from '@mantine/core'
import { Bookmark, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../components/icon-button'
import type { SavedView } from '../../data/saved-views-repository'
import { useSavedViews } from '../../data/use-saved-views'
import { failureSentence } from '../../messages/describe-failure'
import { useFilters } from '../../state/filters'
import { useWorkspace } from '../../state/workspace'
import { toast } from '../toast'
import classes from './filter-bar.module.css'

/** Filters under a name: one press brings back the sentence and the view in which it was saved. */
export function SavedViews() {
  const { views, save, remove } = useSavedViews()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const activeView = useWorkspace((state) => state.activeView)
  const keep = async () => {
    const view = {
      name: name.trim(),
      filters: useFilters.getState().filters,
      view: activeView ?? 'reports',
    }
    if (view.name === '') return
    const result = await save(view)
    if (result.ok) {
      setName('')
      setOpen(false)
      toast(`Saved as “${view.name}”.`)
    } else toast(failureSentence(result.failure, 'The view'))
  }
  const forget = async (view: SavedView) => {
    const result = await remove(view.name)
    if (result.ok)
      toast(`“${view.name}” is forgotten.`, { label: 'Undo', run: () => void save(view) })
    else toast(failureSentence(result.failure, 'The view'))
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <button type="button" className={classes.views} onClick={() => setOpen(!isOpen)}>
          <Bookmark size={14} strokeWidth={1.6} aria-hidden />
          Views
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label="Saved views">
        <div className={classes.choices}>
          {views.length === 0 && (
            <p className={classes.lead}>Give this filter a name, and one press brings it back.</p>
          )}
          <div>
            {views.map((view) => (
              <div key={view.name} className={classes.savedRow}>
                <button
                  type="button"
                  className={classes.savedName}
                  title={view.name}
                  onClick={() => {
                    openSavedView(view)
                    setOpen(false)
                  }}
                >
                  <span dir="auto">{view.name}</span>
                </button>
                <IconButton
                  icon={Trash2}
                  label={`Forget “${view.name}”`}
                  onClick={() => void forget(view)}
                />
              </div>
            ))}
          </div>
          <form
            className={classes.saveForm}
            onSubmit={(event) => {
              event.preventDefault()
              void keep()
            }}
          >
            <TextInput
              aria-label="Name of this view"
              placeholder="Name of this view"
              size="xs"
              maxLength={120}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" variant="default" disabled={name.trim() === ''}>
              Save view
            </Button>
          </form>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

export function openSavedView({ filters, view }: SavedView): void {
  useFilters.getState().replace(filters)
  useWorkspace.getState().show(view)
}
