/** A box in CSS pixels. */
export interface GridBox {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Remembers which boxes are taken, by squares of the screen, so that asking is cheap with thousands of labels. */
export class LabelGrid {
  private readonly cells = new Map<number, GridBox[]>()

  constructor(
    private readonly cellSize = 48,
    private readonly gap = 2,
  ) {}

  isFree(box: GridBox): boolean {
    for (const key of this.keysOf(box))
      for (const other of this.cells.get(key) ?? [])
        if (
          box.x0 < other.x1 + this.gap &&
          box.x1 > other.x0 - this.gap &&
          box.y0 < other.y1 + this.gap &&
          box.y1 > other.y0 - this.gap
        )
          return false
    return true
  }

  take(box: GridBox): void {
    for (const key of this.keysOf(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(box)
      else this.cells.set(key, [box])
    }
  }

  private *keysOf({ x0, y0, x1, y1 }: GridBox): Generator<number> {
    const size = this.cellSize
    for (
      let column = Math.floor((x0 - this.gap) / size);
      column <= (x1 + this.gap) / size;
      column++
    )
      for (let row = Math.floor((y0 - this.gap) / size); row <= (y1 + this.gap) / size; row++)
        yield column * 65_536 + row
  }
}
