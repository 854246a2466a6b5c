import { ShieldCheck } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { AirGapView } from './air-gap-view'

export const airgap: DeskView = {
  id: 'airgap',
  title: 'Air gap',
  summary: 'What was refused, and the policy in force',
  icon: ShieldCheck,
  Component: AirGapView,
}
