import { Library } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { KnowledgeView } from './knowledge-view'

export const knowledge: DeskView = {
  id: 'knowledge',
  title: 'Knowledge',
  summary: 'Actors, names and ATT&CK brought up to date from files on a stick',
  icon: Library,
  Component: KnowledgeView,
}
