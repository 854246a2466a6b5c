import { Grid3x3 } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { MatrixView } from './matrix-view'

export const matrix: DeskView = {
  id: 'matrix',
  title: 'Matrix',
  summary: 'Actors by victims: countries, sectors, cells, organisations',
  icon: Grid3x3,
  Component: MatrixView,
}
