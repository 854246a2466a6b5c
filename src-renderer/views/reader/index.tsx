import { BookOpenText } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { ReaderView } from './reader-view'

export const reader: DeskView = {
  id: 'reader',
  title: 'Reader',
  summary: 'A report with its names and links marked in place',
  icon: BookOpenText,
  Component: ReaderView,
}
