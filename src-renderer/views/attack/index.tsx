import { Columns4 } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { AttackView } from './attack-view'

export const attack: DeskView = {
  id: 'attack',
  title: 'ATT&CK',
  summary: 'Techniques by tactic, of one actor or of two compared',
  icon: Columns4,
  Component: AttackView,
}
