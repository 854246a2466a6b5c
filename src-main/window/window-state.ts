import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod/mini'

const windowStateSchema = z.object({
  x: z.optional(z.int()),
  y: z.optional(z.int()),
  width: z.int().check(z.gte(400)),
  height: z.int().check(z.gte(300)),
  maximized: z.boolean(),
})
export interface WindowState {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}
interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const firstWindowState: WindowState = { width: 1440, height: 900, maximized: false }

/** Where the window stood, in a small file; unreadable means the first state. */
export class WindowStateFile {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  read(): WindowState {
    try {
      const stored: unknown = JSON.parse(readFileSync(this.#path, 'utf8'))
      const state = windowStateSchema.safeParse(stored).data
      if (!state) return firstWindowState
      const { x, y, ...size } = state
      return x === undefined || y === undefined ? size : { ...size, x, y }
    } catch {
      // Absent on the first start, damaged after a crash: either way the window opens as new.
      return firstWindowState
    }
  }

  write(state: WindowState): void {
    const temporary = `${this.#path}.new`
    writeFileSync(temporary, JSON.stringify(state))
    renameSync(temporary, this.#path)
  }
}

/** Keeps a window on a screen that is still there and no larger than it. */
export function fitToScreens(state: WindowState, workAreas: readonly Area[]): WindowState {
  const { x, y } = state
  const home = workAreas.find((area) => x !== undefined && y !== undefined && overlaps(state, area))
  const area = home ?? workAreas[0]
  if (!area) return state
  const width = Math.min(state.width, area.width)
  const height = Math.min(state.height, area.height)
  const size = { width, height, maximized: state.maximized }
  return home && x !== undefined && y !== undefined ? { ...size, x, y } : size
}

function overlaps({ x = 0, y = 0, width, height }: WindowState, area: Area): boolean {
  const shared = (a: number, aLength: number, b: number, bLength: number): number =>
    Math.min(a + aLength, b + bLength) - Math.max(a, b)
  return (
    shared(x, width, area.x, area.width) >= 100 && shared(y, height, area.y, area.height) >= 100
  )
}
