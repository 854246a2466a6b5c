/** A small picture made once and stamped often: without a GPU, stamping is many times cheaper than drawing text and outlines. */
export interface Sprites {
  /** Stamps the picture of this key with its middle at x, y; `draw` makes it at the first use, around 0, 0. */
  stamp(
    context: CanvasRenderingContext2D,
    key: string,
    size: { readonly width: number; readonly height: number },
    x: number,
    y: number,
    draw: (pen: CanvasRenderingContext2D) => void,
  ): void
  /** Colours or fonts have changed: pictures may have been made with a font that stood in. */
  clear(): void
}

/** Kept in all, in pixels of four bytes: 32 MB. The least recently stamped go first. */
const mostPixels = 8_000_000

export function createSprites(): Sprites {
  const made = new Map<string, HTMLCanvasElement>()
  let pixels = 0
  const forget = (id: string): void => {
    const sprite = made.get(id)
    if (sprite) pixels -= sprite.width * sprite.height
    made.delete(id)
  }
  return {
    stamp: (context, key, { width, height }, x, y, draw) => {
      const ratio = context.getTransform().a
      const id = `${ratio} ${key}`
      let sprite = made.get(id)
      if (sprite) made.delete(id)
      else {
        sprite = picture(context.canvas.ownerDocument, width, height, ratio, draw)
        pixels += sprite.width * sprite.height
      }
      made.set(id, sprite)
      // The map keeps the order of use: the first is the one that was stamped longest ago.
      for (const oldest of made.keys()) {
        if (pixels <= mostPixels || oldest === id) break
        forget(oldest)
      }
      // On whole pixels of the screen, or letters blur.
      const left = Math.round((x - width / 2) * ratio) / ratio
      const top = Math.round((y - height / 2) * ratio) / ratio
      context.drawImage(sprite, left, top, sprite.width / ratio, sprite.height / ratio)
    },
    clear: () => {
      made.clear()
      pixels = 0
    },
  }
}

function picture(
  document: Document,
  width: number,
  height: number,
  ratio: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.ceil(width * ratio))
  canvas.height = Math.max(1, Math.ceil(height * ratio))
  const pen = canvas.getContext('2d')
  if (pen) {
    pen.setTransform(ratio, 0, 0, ratio, (width / 2) * ratio, (height / 2) * ratio)
    draw(pen)
  }
  return canvas
}
