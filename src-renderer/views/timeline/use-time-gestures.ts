import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

export interface TimeGestures {
  /** `share`: where the pointer stands in the window, 0 at its left edge. */
  readonly zoom: (factor: number, share: number) => void
  /** Share of the window's width by which it moves. */
  readonly pan: (share: number) => void
}

/** Ctrl with the wheel (or a pinch) zooms, Shift with the wheel and dragging move; the plain wheel scrolls the lanes. */
export function useTimeGestures(
  host: RefObject<HTMLElement | null>,
  left: number,
  gestures: TimeGestures,
): void {
  const latest = useRef(gestures)
  useEffect(() => {
    latest.current = gestures
  })
  useEffect(() => {
    const element = host.current
    if (!element) return
    const strip = () => {
      const box = element.getBoundingClientRect()
      return { left: box.left + left, width: Math.max(box.width - left, 1) }
    }
    const onWheel = (event: WheelEvent) => {
      const { left: edge, width } = strip()
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        latest.current.zoom(Math.exp(-event.deltaY * 0.0024), (event.clientX - edge) / width)
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault()
        latest.current.pan((event.deltaX || event.deltaY) / width)
      }
    }
    let last: number | undefined
    let moved = 0
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || event.clientX < strip().left) return
      last = event.clientX
      moved = 0
    }
    const onMove = (event: PointerEvent) => {
      if (last === undefined) return
      moved += Math.abs(event.clientX - last)
      // A click trembles: what moves less than this stays a click.
      if (moved > 4) latest.current.pan(-(event.clientX - last) / strip().width)
      last = event.clientX
    }
    const onUp = () => (last = undefined)
    // What was dragged was not meant to be chosen.
    const onClick = (event: MouseEvent) => {
      if (moved > 4) event.stopPropagation()
      moved = 0
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('click', onClick, { capture: true })
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('click', onClick, { capture: true })
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
    }
  }, [host, left])
}
