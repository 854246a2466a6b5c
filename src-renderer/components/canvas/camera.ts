import { select, zoom, zoomIdentity, zoomTransform } from 'd3'
import type { D3ZoomEvent, ZoomTransform } from 'd3'

/** CSS pixels of the canvas, or units of the picture. */
export interface PlanePoint {
  readonly x: number
  readonly y: number
}

export interface CameraOptions {
  readonly size: () => { readonly width: number; readonly height: number }
  readonly moved: (camera: { readonly k: number; readonly x: number; readonly y: number }) => void
  /** False where a drag means something else. */
  readonly mayPan: (at: PlanePoint) => boolean
  /** Pixels kept free around what `show` shows. */
  readonly margin: number
  readonly scaleExtent: readonly [number, number]
  /** What `show` zooms in to at most. */
  readonly largestFit: number
  readonly prefersLessMotion: () => boolean
}

export interface Bounds {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Under this labels of neighbours cannot be told apart: focusing zooms in. */
const readable = 0.8

/** Zoom and pan by wheel, drag, touch and keys: d3-zoom on the canvas, answers in screen = layout × k + (x, y). */
export function createCamera(canvas: HTMLCanvasElement, options: CameraOptions) {
  const view = canvas.ownerDocument.defaultView
  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([options.scaleExtent[0], options.scaleExtent[1]])
    // Wheel events come in bursts of any size; the default step is too wild for a large graph.
    .wheelDelta((event: WheelEvent) => -event.deltaY * (event.deltaMode === 1 ? 0.03 : 0.0016))
    .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
      if (event.type === 'wheel') return true
      if ('button' in event && event.button !== 0) return false
      return !('offsetX' in event) || options.mayPan({ x: event.offsetX, y: event.offsetY })
    })
    .on('zoom', ({ transform }: D3ZoomEvent<HTMLCanvasElement, unknown>) =>
      options.moved({ k: transform.k, x: transform.x, y: transform.y }),
    )
  const selection = select(canvas).call(behaviour).on('dblclick.zoom', null)
  const transform = (): ZoomTransform => zoomTransform(canvas)
  const place = (to: ZoomTransform): void => {
    const { width, height } = options.size()
    const sheet: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ]
    const held = behaviour.constrain()(to, sheet, behaviour.translateExtent())
    selection.call((target) => behaviour.transform(target, held))
  }
  let frame = 0

  /** A short glide, so that the eye keeps its place; at once where motion is unwelcome. */
  const goTo = (to: ZoomTransform): void => {
    view?.cancelAnimationFrame(frame)
    if (!view || options.prefersLessMotion()) {
      place(to)
      return
    }
    const from = transform()
    const start = view.performance.now()
    const step = (now: number): void => {
      const t = Math.min(1, (now - start) / 120)
      const eased = 1 - (1 - t) ** 3
      const mix = (a: number, b: number): number => a + (b - a) * eased
      place(
        t >= 1
          ? to
          : zoomIdentity.translate(mix(from.x, to.x), mix(from.y, to.y)).scale(mix(from.k, to.k)),
      )
      if (t < 1) frame = view.requestAnimationFrame(step)
    }
    frame = view.requestAnimationFrame(step)
  }
  const centred = (at: PlanePoint, k: number): ZoomTransform => {
    const { width, height } = options.size()
    return zoomIdentity.translate(width / 2 - at.x * k, height / 2 - at.y * k).scale(k)
  }
  return {
    /** What lies outside cannot be panned to. */
    hold: ({ x0, y0, x1, y1 }: Bounds): void => {
      behaviour.translateExtent([
        [x0, y0],
        [x1, y1],
      ])
    },
    /** At once: this is how a picture is first seen. */
    show: ({ x0, y0, x1, y1 }: Bounds): void => {
      view?.cancelAnimationFrame(frame)
      const { width, height } = options.size()
      const k = Math.min(
        options.largestFit,
        Math.max(options.scaleExtent[0], (width - 2 * options.margin) / Math.max(1, x1 - x0)),
        Math.max(options.scaleExtent[0], (height - 2 * options.margin) / Math.max(1, y1 - y0)),
      )
      place(centred({ x: (x0 + x1) / 2, y: (y0 + y1) / 2 }, k))
    },
    centre: (at: PlanePoint): void => goTo(centred(at, Math.max(readable, transform().k))),
    /** Moves only as far as it takes to bring a place in layout units well inside the view. */
    reveal: (at: PlanePoint): void => {
      const { width, height } = options.size()
      const { k, x, y } = transform()
      const [screenX, screenY] = [at.x * k + x, at.y * k + y]
      const edge = 60
      const dx = clampInto(screenX, edge, width - edge) - screenX
      const dy = clampInto(screenY, edge, height - edge) - screenY
      if (dx !== 0 || dy !== 0) goTo(zoomIdentity.translate(x + dx, y + dy).scale(k))
    },
    zoomBy: (factor: number): void => {
      const { width, height } = options.size()
      const { k, x, y } = transform()
      const next = clampInto(k * factor, options.scaleExtent[0], options.scaleExtent[1])
      const [midX, midY] = [(width / 2 - x) / k, (height / 2 - y) / k]
      goTo(zoomIdentity.translate(width / 2 - midX * next, height / 2 - midY * next).scale(next))
    },
    panBy: (dx: number, dy: number): void => {
      const { k, x, y } = transform()
      goTo(zoomIdentity.translate(x + dx, y + dy).scale(k))
    },
    destroy: (): void => {
      view?.cancelAnimationFrame(frame)
      selection.on('.zoom', null)
    },
  }
}

function clampInto(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high))
}
