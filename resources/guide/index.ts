import airgap from './airgap.md?raw'
import attack from './attack.md?raw'
import brief from './brief.md?raw'
import desk from './desk.md?raw'
import graph from './graph.md?raw'
import knowledge from './knowledge.md?raw'
import links from './links.md?raw'
import map from './map.md?raw'
import matrix from './matrix.md?raw'
import quarantine from './quarantine.md?raw'
import reader from './reader.md?raw'
import reports from './reports.md?raw'
import review from './review.md?raw'
import search from './search.md?raw'
import timeline from './timeline.md?raw'

/** The guide: a page on the desk, then one a view, by the view's id. */
export const guidePages: readonly { readonly id: string; readonly text: string }[] = [
  { id: 'desk', text: desk },
  { id: 'reports', text: reports },
  { id: 'reader', text: reader },
  { id: 'links', text: links },
  { id: 'graph', text: graph },
  { id: 'map', text: map },
  { id: 'timeline', text: timeline },
  { id: 'matrix', text: matrix },
  { id: 'review', text: review },
  { id: 'attack', text: attack },
  { id: 'search', text: search },
  { id: 'brief', text: brief },
  { id: 'knowledge', text: knowledge },
  { id: 'quarantine', text: quarantine },
  { id: 'airgap', text: airgap },
]
