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

/** The least recently stamped go first; a label at twice the resolution takes some 20 KB. */
const mostSprites = 1600

export function createSprites(): Sprites {
  const made = new Map<string, HTMLCanvasElement>()
  return {
    stamp: (context, key, { width, height }, x, y, draw) => {
      const ratio = context.getTransform().a
      const id = `${ratio} ${key}`
      let sprite = made.get(id)
      if (sprite) made.delete(id)
      else sprite = picture(context.canvas.ownerDocument, width, height, ratio, draw)
      made.set(id, sprite)
      if (made.size > mostSprites) made.delete(made.keys().next().value ?? '')
      // On whole pixels of the screen, or letters blur.
      const left = Math.round((x - width / 2) * ratio) / ratio
      const top = Math.round((y - height / 2) * ratio) / ratio
      context.drawImage(sprite, left, top, sprite.width / ratio, sprite.height / ratio)
    },
    clear: () => made.clear(),
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
