import { ScrollText } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { BriefView } from './brief-view'

export const brief: DeskView = {
  id: 'brief',
  title: 'Brief',
  summary: 'What goes out: PDF or HTML with its evidence',
  icon: ScrollText,
  Component: BriefView,
}
