import { Modal } from '@mantine/core'
import { useCaseView } from '../../data/use-case-view'
import { useDeskStore } from '../desk-store'
import { ExportForm } from './export-form'

/** What leaves the machine, in which format, and what its readers would refuse: said before it is written. */
export function ExportDialog() {
  const isOpen = useDeskStore((state) => state.overlay === 'export')
  const close = useDeskStore((state) => state.closeOverlay)
  const view = useCaseView()
  return (
    <Modal opened={isOpen && view !== undefined} onClose={close} title="Export" size={860}>
      {view && <ExportForm view={view} onDone={close} />}
    </Modal>
  )
}
