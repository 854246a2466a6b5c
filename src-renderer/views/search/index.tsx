import { TextSearch } from 'lucide-react'
import type { DeskView } from '../../components/desk-view'
import { SearchView } from './search-view'

export const search: DeskView = {
  id: 'search',
  title: 'Search',
  summary: 'Every word of every report and note',
  icon: TextSearch,
  Component: SearchView,
}
