import { Globe } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { MapView } from './map-view'

export const map: DeskView = {
  id: 'map',
  title: 'Map',
  summary: 'Victim countries, and where the attacks are suspected to come from',
  icon: Globe,
  Component: MapView,
}
