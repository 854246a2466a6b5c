import { ChartNoAxesGantt } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { TimelineView } from './timeline-view'

export const timeline: DeskView = {
  id: 'timeline',
  title: 'Timeline',
  summary: 'Who was active when, one lane an actor',
  icon: ChartNoAxesGantt,
  Component: TimelineView,
}
