import { ListChecks } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { ReviewView } from './review-view'

export const review: DeskView = {
  id: 'review',
  title: 'Review',
  summary: 'What waits for your judgement, the most valuable first',
  icon: ListChecks,
  Component: ReviewView,
}
