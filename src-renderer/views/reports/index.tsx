import { LibraryBig } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { ReportsView } from './reports-view'

export const reports: DeskView = {
  id: 'reports',
  title: 'Reports',
  summary: 'All reports of the case',
  icon: LibraryBig,
  Component: ReportsView,
}
