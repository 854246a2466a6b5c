import { onThemeChange, readCanvasTheme } from './canvas-theme'
import type { CanvasTheme } from './canvas-theme'

/** A canvas that fills its host at the screen's own resolution and is drawn at most once a frame. */
export interface CanvasSurface {
  readonly canvas: HTMLCanvasElement
  /** CSS pixels. */
  readonly size: () => { readonly width: number; readonly height: number }
  readonly theme: () => CanvasTheme
  /** Asks for a frame; many calls make one. */
  readonly redraw: () => void
  readonly prefersLessMotion: () => boolean
  readonly destroy: () => void
}

export interface CanvasSurfaceOptions {
  readonly label: string
  readonly draw: (context: CanvasRenderingContext2D, theme: CanvasTheme) => void
  /** The host has another size, the first one too. */
  readonly onResize: () => void
  readonly onThemeChange?: () => void
}

export function createCanvasSurface(
  host: HTMLElement,
  { label, draw, onResize, onThemeChange: themeChanged }: CanvasSurfaceOptions,
): CanvasSurface {
  const { ownerDocument } = host
  const view = ownerDocument.defaultView
  if (!view) throw new Error('The host must be in a window')
  const canvas = ownerDocument.createElement('canvas')
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'application')
  canvas.setAttribute('aria-label', label)
  Object.assign(canvas.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    touchAction: 'none',
  })
  if (view.getComputedStyle(host).position === 'static') host.style.position = 'relative'
  host.append(canvas)
  let theme = readCanvasTheme(host)
  let size = { width: 0, height: 0 }
  let frame = 0

  const paint = (): void => {
    frame = 0
    const context = canvas.getContext('2d')
    if (!context || size.width === 0 || size.height === 0) return
    const ratio = view.devicePixelRatio
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, size.width, size.height)
    draw(context, theme)
  }
  const redraw = (): void => {
    if (frame === 0) frame = view.requestAnimationFrame(paint)
  }
  const observer = new ResizeObserver(() => {
    const { width, height } = host.getBoundingClientRect()
    if (width === size.width && height === size.height) return
    size = { width, height }
    onResize()
    redraw()
  })
  observer.observe(host)
  const stopTheme = onThemeChange(host, () => {
    theme = readCanvasTheme(host)
    themeChanged?.()
    redraw()
  })
  return {
    canvas,
    size: () => size,
    theme: () => theme,
    redraw,
    prefersLessMotion: () => view.matchMedia('(prefers-reduced-motion: reduce)').matches,
    destroy: () => {
      view.cancelAnimationFrame(frame)
      observer.disconnect()
      stopTheme()
      canvas.remove()
    },
  }
}
