import { FileX2 } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { QuarantineView } from './quarantine-view'

export const quarantine: DeskView = {
  id: 'quarantine',
  title: 'Quarantine',
  summary: 'Files that could not be read',
  icon: FileX2,
  Component: QuarantineView,
}
