import type { createPicker } from './graph-scene-pick'
import { isNodeSelected, isPlaced } from './graph-scene-state'
import type { SceneNode, SceneState } from './graph-scene-state'
import type { GraphHit, GraphSceneCallbacks, ScreenPoint } from './graph-scene-types'

/** A press that moves less than this is a click. */
const clickSlack = 4

interface Drag {
  readonly from: ScreenPoint
  readonly nodes: readonly { readonly node: SceneNode; readonly x: number; readonly y: number }[]
  hasMoved: boolean
}

/** Hover, click, double click, context menu, and dragging of nodes (all selected ones together). Returns its own end. */
export function bindPointer(
  canvas: HTMLCanvasElement,
  state: SceneState,
  picker: ReturnType<typeof createPicker>,
  callbacks: GraphSceneCallbacks,
  redraw: () => void,
): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let pressed: ScreenPoint | undefined
  let drag: Drag | undefined

  const hover = (hit: GraphHit | undefined, at: ScreenPoint | undefined): void => {
    if (state.hovered !== hit?.id) {
      state.hovered = hit?.id
      redraw()
    }
    canvas.style.cursor = hit ? 'pointer' : 'grab'
    callbacks.onHover?.(hit, at)
  }
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const at = pointOf(event)
    pressed = at
    canvas.focus({ preventScroll: true })
    const node = picker.node(at)
    if (!node) return
    canvas.setPointerCapture(event.pointerId)
    const isGroup = isNodeSelected(state, node)
    const nodes = state.nodes.filter(
      (other) => other === node || (isGroup && isPlaced(other) && isNodeSelected(state, other)),
    )
    drag = {
      from: at,
      nodes: nodes.map(({ x, y }, index) => ({ node: nodes[index] ?? node, x, y })),
      hasMoved: false,
    }
  }
  const onMove = (event: PointerEvent): void => {
    const at = pointOf(event)
    if (!drag) {
      // While the ground is dragged, nothing under the pointer is meant.
      if (event.buttons === 0) hover(picker.hit(at), at)
      else callbacks.onHover?.(undefined, undefined)
      return
    }
    const [dx, dy] = [at.x - drag.from.x, at.y - drag.from.y]
    if (!drag.hasMoved && Math.hypot(dx, dy) < clickSlack) return
    drag.hasMoved = true
    canvas.style.cursor = 'grabbing'
    callbacks.onHover?.(undefined, undefined)
    for (const { node, x, y } of drag.nodes) {
      node.x = x + dx / state.camera.k
      node.y = y + dy / state.camera.k
      node.isPinned = true
    }
    picker.forget()
    redraw()
  }
  const onUp = (event: PointerEvent): void => {
    const ended = drag
    drag = undefined
    if (event.button !== 0 || !pressed) return
    const at = pointOf(event)
    const isClick = Math.hypot(at.x - pressed.x, at.y - pressed.y) < clickSlack
    pressed = undefined
    if (ended?.hasMoved) {
      canvas.style.cursor = 'pointer'
      callbacks.onMoved?.(
        new Map(state.nodes.filter(isPlaced).map(({ node, x, y }) => [node.id, { x, y }])),
        ended.nodes.map(({ node }) => node.node.id),
      )
    } else if (isClick)
      callbacks.onSelect(picker.hit(at), event.ctrlKey || event.metaKey || event.shiftKey)
  }
  /** Taken away by the system, or Esc while dragging: everything goes back. */
  const onCancel = (): void => {
    for (const { node, x, y } of drag?.nodes ?? []) Object.assign(node, { x, y })
    drag = undefined
    pressed = undefined
    picker.forget()
    redraw()
  }
  canvas.addEventListener('pointerdown', onDown, { signal })
  canvas.addEventListener('pointermove', onMove, { signal })
  canvas.addEventListener('pointerup', onUp, { signal })
  canvas.addEventListener('pointercancel', onCancel, { signal })
  canvas.addEventListener('pointerleave', () => drag ?? hover(undefined, undefined), { signal })
  canvas.addEventListener(
    'dblclick',
    (event) => {
      const hit = picker.hit(pointOf(event))
      if (hit) callbacks.onOpen?.(hit)
    },
    { signal },
  )
  canvas.addEventListener(
    'contextmenu',
    (event) => {
      if (!callbacks.onContextMenu) return
      event.preventDefault()
      const at = pointOf(event)
      callbacks.onContextMenu(picker.hit(at), at)
    },
    { signal },
  )
  return () => listening.abort()
}

function pointOf(event: MouseEvent): ScreenPoint {
  return { x: event.offsetX, y: event.offsetY }
}
