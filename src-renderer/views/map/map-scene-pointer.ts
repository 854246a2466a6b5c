import type { MapSceneState } from './map-scene-state'
import type { MapHit, MapSceneCallbacks, MapScreenPoint } from './map-scene-types'

/** A press that moves less than this is a click. */
const clickSlack = 4

/** Hover, click and double click; returns its own end. Panning is the camera's. */
export function bindMapPointer(
  canvas: HTMLCanvasElement,
  state: MapSceneState,
  hitAt: (at: MapScreenPoint) => MapHit | undefined,
  callbacks: MapSceneCallbacks,
  redraw: () => void,
): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let pressed: MapScreenPoint | undefined

  const hover = (hit: MapHit | undefined, at: MapScreenPoint | undefined): void => {
    const id = hit && idOf(hit)
    if (state.hovered !== id) {
      state.hovered = id
      redraw()
    }
    canvas.style.cursor = hit ? 'pointer' : 'grab'
    callbacks.onHover?.(hit, at)
  }
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      pressed = pointOf(event)
      canvas.focus({ preventScroll: true })
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (event.buttons === 0) hover(hitAt(pointOf(event)), pointOf(event))
      else callbacks.onHover?.(undefined, undefined)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointerup',
    (event) => {
      const from = pressed
      pressed = undefined
      if (event.button !== 0 || !from) return
      const at = pointOf(event)
      if (Math.hypot(at.x - from.x, at.y - from.y) < clickSlack)
        callbacks.onSelect(hitAt(at), event.ctrlKey || event.metaKey || event.shiftKey)
    },
    { signal },
  )
  canvas.addEventListener('pointerleave', () => hover(undefined, undefined), { signal })
  canvas.addEventListener(
    'dblclick',
    (event) => {
      const hit = hitAt(pointOf(event))
      if (hit) callbacks.onOpen?.(hit)
    },
    { signal },
  )
  return () => listening.abort()
}

function idOf(hit: MapHit): string {
  switch (hit.type) {
    case 'country':
      return hit.iso2
    case 'arc':
      return hit.id
    case 'region':
      return hit.entity
    case 'actor':
      return hit.actor
  }
}

function pointOf(event: MouseEvent): MapScreenPoint {
  return { x: event.offsetX, y: event.offsetY }
}
