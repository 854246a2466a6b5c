import world from './world.json?raw'

/** Text of the world outline; `readWorld` of `src-core/geo` turns it into shapes. */
export const worldJson: string = world
