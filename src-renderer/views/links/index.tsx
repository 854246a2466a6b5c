import { ArrowRightLeft } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { LinksView } from './links-view'

export const links: DeskView = {
  id: 'links',
  title: 'Links',
  summary: 'Who went after whom, one link a row, for review',
  icon: ArrowRightLeft,
  Component: LinksView,
}
