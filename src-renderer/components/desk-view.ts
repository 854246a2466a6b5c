import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'

/** One entry of the rail, the palette and the shortcuts. */
export interface DeskView {
  readonly id: string
  readonly title: string
  /** One line for the palette: what stands there. */
  readonly summary: string
  readonly icon: LucideIcon
  readonly Component: ComponentType
}
