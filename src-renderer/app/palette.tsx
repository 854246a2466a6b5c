import { markKindOf, marks } from '@core/graph/marks'
import { Modal } from '@mantine/core'
import { Command as CommandMenu } from 'cmdk'
import { ChevronRight, FileText } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { EntityMark } from '../components/entity-mark'
import { useCaseView } from '../data/use-case-view'
import { useSelection } from '../state/selection'
import type { Command } from './command'
import { useDeskStore } from './desk-store'
import classes from './palette.module.css'
import { rankEntries } from './rank-entries'
import type { PaletteEntry } from './rank-entries'

export interface PaletteProps {
  readonly commands: readonly Command[]
}

interface Entry extends PaletteEntry {
  readonly icon: ReactNode
  readonly note?: string
  readonly keys?: string
  readonly run: () => void
}

/** Ctrl+K: every command, name and report by a few letters. */
export function Palette({ commands }: PaletteProps) {
  const isOpen = useDeskStore((state) => state.overlay === 'palette')
  const close = useDeskStore((state) => state.closeOverlay)
  return (
    <Modal.Root opened={isOpen} onClose={close} yOffset="12vh" size={620} padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label="Search commands, names and reports">
        <Modal.Body>{isOpen && <PaletteMenu commands={commands} onDone={close} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

interface PaletteMenuProps extends PaletteProps {
  readonly onDone: () => void
}

function PaletteMenu({ commands, onDone }: PaletteMenuProps) {
  const [query, setQuery] = useState('')
  const entries = useEntries(commands)
  const deferred = useDeferredValue(query)
  const found = useMemo(() => rankEntries(entries, deferred), [entries, deferred])
  return (
    <CommandMenu shouldFilter={false} loop label="Search commands, names and reports">
      <CommandMenu.Input
        autoFocus
        className={classes.input}
        placeholder="Type a command, a name or a report"
        value={query}
        onValueChange={setQuery}
      />
      <CommandMenu.List className={classes.list} label="Found">
        {found.length === 0 && (
          <CommandMenu.Empty className={classes.empty}>
            Nothing in this case is called “{query}”.
          </CommandMenu.Empty>
        )}
        {found.map((entry) => (
          <CommandMenu.Item
            key={entry.id}
            value={entry.id}
            className={classes.item}
            onSelect={() => {
              onDone()
              entry.run()
            }}
          >
            <span className={classes.icon}>{entry.icon}</span>
            <bdi className={classes.title}>{entry.title}</bdi>
            {entry.note !== undefined && <span className={classes.note}>{entry.note}</span>}
            {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
          </CommandMenu.Item>
        ))}
      </CommandMenu.List>
    </CommandMenu>
  )
}

function useEntries(commands: readonly Command[]): readonly Entry[] {
  const view = useCaseView()
  const { select, openEvidence } = useSelection.getState()
  const named = useMemo((): readonly Entry[] => {
    if (!view) return []
    const entities = [...view.entities.values()].map((entity): Entry => {
      const kind = markKindOf(entity)
      const links = view.linksOf.get(entity.id)?.length ?? 0
      return {
        id: entity.id,
        title: entity.name,
        also: entity.aliases.join(' '),
        weight: links,
        icon: <EntityMark kind={kind} />,
        note: `${marks[kind].label}, ${links} ${links === 1 ? 'link' : 'links'}`,
        run: () => select({ entities: [entity.id] }),
      }
    })
    const reports = [...view.reports.values()].map((report): Entry => ({
      id: report.id,
      title: report.title,
      also: `${report.publisher ?? ''} ${report.fileName}`,
      weight: report.linkCount,
      icon: <FileText size={14} strokeWidth={1.6} />,
      note: [report.publisher, report.published].filter(Boolean).join(', '),
      run: () => openEvidence(report.id),
    }))
    return [...entities, ...reports]
  }, [view, select, openEvidence])
  return useMemo(
    () => [
      ...commands
        .filter((command) => command.isEnabled && command.id !== 'palette')
        .map((command): Entry => ({
          id: `command-${command.id}`,
          title: command.title,
          weight: 1e6,
          icon: <ChevronRight size={14} strokeWidth={1.6} />,
          ...(command.keys === undefined ? {} : { keys: command.keys }),
          run: command.run,
        })),
      ...named,
    ],
    [commands, named],
  )
}
