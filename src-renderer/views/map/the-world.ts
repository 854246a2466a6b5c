import { readWorld } from '@core/geo/world'
import type { World } from '@core/geo/world'
import { worldJson } from '../../../resources/world'

let world: World | undefined

/** Read once, at the first look at the map. */
export function theWorld(): World {
  world ??= readWorld(worldJson)
  return world
}
