import type { DeskView } from '../components/desk-view'
import { airgap } from './airgap'
import { attack } from './attack'
import { brief } from './brief'
import { graph } from './graph'
import { knowledge } from './knowledge'
import { links } from './links'
import { map } from './map'
import { matrix } from './matrix'
import { quarantine } from './quarantine'
import { reader } from './reader'
import { reports } from './reports'
import { review } from './review'
import { search } from './search'
import { timeline } from './timeline'

/** One line a view: rail, palette and shortcuts follow, in this order. */
export const views: readonly [DeskView, ...DeskView[]] = [
  reports,
  reader,
  links,
  graph,
  map,
  timeline,
  matrix,
  review,
  attack,
  search,
  brief,
  knowledge,
  quarantine,
  airgap,
]
