import { Legend } from '../../components/legend'

/** The map's lines are the graph's; its fills are told by the same words. */
export function MapLegend() {
  return <Legend kinds={['actor', 'region']} fills />
}
