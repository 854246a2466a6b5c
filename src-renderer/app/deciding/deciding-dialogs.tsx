import { BinDialog } from './bin-dialog'
import { AliasQueue } from './alias-queue'
import { EditLinkDialog } from './edit-link-dialog'
import { DrawDialog } from './draw-dialog'
import { MarkDialog } from './mark-dialog'
import { MergeDialog } from './merge-dialog'
import { PurgeDialog } from './purge-dialog'
import { CheckpointDialog, NoteDialog, RenameDialog } from './word-dialogs'
import { ConflictsDialog } from '../case-file/conflicts-dialog'
import { HistoryPanel } from '../history/history-panel'
import { useDeskStore } from '../desk-store'

/** The dialogs of the decisions; at most one is there at a time. */
export function DecidingDialogs() {
  const overlay = useDeskStore((state) => state.overlay)
  const close = useDeskStore((state) => state.closeOverlay)
  switch (overlay) {
    case 'merge':
      return <MergeDialog onClose={close} />
    case 'rename':
      return <RenameDialog onClose={close} />
    case 'note':
      return <NoteDialog onClose={close} />
    case 'checkpoint':
      return <CheckpointDialog onClose={close} />
    case 'edit-link':
      return <EditLinkDialog onClose={close} />
    case 'mark':
      return <MarkDialog onClose={close} />
    case 'draw':
      return <DrawDialog onClose={close} />
    case 'aliases':
      return <AliasQueue onClose={close} />
    case 'history':
      return <HistoryPanel onClose={close} />
    case 'bin':
      return <BinDialog onClose={close} />
    case 'conflicts':
      return <ConflictsDialog onClose={close} />
    case 'purge':
      return <PurgeDialog onClose={close} />
    default:
      return null
  }
}
