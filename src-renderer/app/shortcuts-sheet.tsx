import { Modal } from '@mantine/core'
import type { Command } from './command'
import { useDeskStore } from './desk-store'
import classes from './shortcuts-sheet.module.css'

const inLists: readonly (readonly [string, string])[] = [
  ['J or ↓', 'Next row'],
  ['K or ↑', 'Previous row'],
  ['Enter', 'Open the row'],
  ['Home, End', 'First or last row'],
]
const inPictures: readonly (readonly [string, string])[] = [
  ['Arrows', 'Move to the next mark'],
  ['+  −', 'Zoom in or out'],
  ['0', 'Show everything'],
  ['Enter', 'Open the mark’s evidence'],
]

const inTimeline: readonly (readonly [string, string])[] = [
  ['J K', 'Next, previous actor'],
  ['→ ←', 'Next, previous period'],
  ['[ ]', 'Earlier, later'],
  ['+ − 0', 'Zoom in, out, show everything'],
]
const inMatrix: readonly (readonly [string, string])[] = [
  ['Arrows', 'Go from cell to cell'],
  ['Enter', 'Open the cell’s evidence'],
]
const inReview: readonly (readonly [string, string])[] = [
  ['A R', 'Accept, reject, and on to the next'],
  ['S', 'Skip'],
  ['J K', 'Next, previous'],
]

export interface ShortcutsSheetProps {
  readonly commands: readonly Command[]
}

export function ShortcutsSheet({ commands }: ShortcutsSheetProps) {
  const isOpen = useDeskStore((state) => state.overlay === 'shortcuts')
  const close = useDeskStore((state) => state.closeOverlay)
  const groups = ['Views', 'Case', 'Links', 'Names', 'Window'] as const
  return (
    <Modal opened={isOpen} onClose={close} title="Keyboard shortcuts" size={760}>
      <div className={classes.sheet}>
        {groups.map((group) => (
          <Group
            key={group}
            title={group}
            rows={commands
              .filter((command) => command.group === group && command.keys !== undefined)
              .map(({ keys = '', title }) => [keys, title])}
          />
        ))}
        <Group title="In lists" rows={inLists} />
        <Group title="In graph and map" rows={inPictures} />
        <Group title="In the timeline" rows={inTimeline} />
        <Group title="In the matrix" rows={inMatrix} />
        <Group title="In the review" rows={inReview} />
      </div>
    </Modal>
  )
}

interface GroupProps {
  readonly title: string
  readonly rows: readonly (readonly [string, string])[]
}

function Group({ title, rows }: GroupProps) {
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <dl>
        {rows.map(([keys, what]) => (
          <div key={what} className={classes.row}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
