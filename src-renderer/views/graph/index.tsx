import { Waypoints } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { GraphView } from './graph-view'

export const graph: DeskView = {
  id: 'graph',
  title: 'Graph',
  summary: 'Actors, victims and tools as a network',
  icon: Waypoints,
  Component: GraphView,
}
