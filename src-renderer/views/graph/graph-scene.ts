import { createCamera } from '../../components/canvas/camera'
import { createCanvasSurface } from '../../components/canvas/canvas-surface'
import { createSprites } from '../../components/canvas/sprites'
import { drawGraph } from './graph-scene-draw'
import { arrowOf, nodeInDirection } from './graph-scene-keys'
import { createPicker } from './graph-scene-pick'
import { bindPointer } from './graph-scene-pointer'
import { emptyState, isNodeSelected, isPlaced, loadModel } from './graph-scene-state'
import type { SceneNode } from './graph-scene-state'
import type { GraphScene, GraphSceneCallbacks } from './graph-scene-types'
import { startGlide } from './graph-scene-glide'

/** Milliseconds after which a camera that stands still counts as still. */
const restAfter = 140

/** The graph on a canvas that fills its host. Plain TypeScript: no React, no globals, one owner. */
export function createGraphScene(host: HTMLElement, callbacks: GraphSceneCallbacks): GraphScene {
  const state = emptyState()
  const picker = createPicker(state)
  const sprites = createSprites()
  let mustFit = false
  let rest: ReturnType<typeof setTimeout> | undefined
  let stopGlide: () => void = () => undefined
  const surface = createCanvasSurface(host, {
    label:
      'Graph. Arrow keys move between entities, Enter opens, plus and minus zoom, 0 shows everything.',
    draw: (context, theme) => drawGraph(context, state, theme, surface.size(), sprites),
    onResize: () => {
      if (mustFit) fit()
    },
    onThemeChange: () => sprites.clear(),
  })
  const { canvas, redraw } = surface
  const camera = createCamera(canvas, {
    size: surface.size,
    moved: (next) => {
      state.camera = next
      unhover()
      state.isMoving = true
      clearTimeout(rest)
      rest = setTimeout(() => {
        state.isMoving = false
        redraw()
      }, restAfter)
      redraw()
    },
    mayPan: (at) => picker.node(at) === undefined,
    scaleExtent: [0.04, 6],
    largestFit: 1.6,
    margin: 36,
    prefersLessMotion: surface.prefersLessMotion,
  })
  const unbindPointer = bindPointer(canvas, state, picker, callbacks, redraw)
  canvas.addEventListener('keydown', onKeyDown)

  /** What lay under the pointer has moved away from it. */
  function unhover(): void {
    if (state.hovered === undefined) return
    state.hovered = undefined
    callbacks.onHover?.(undefined, undefined)
  }

  function fit(): void {
    const placed = state.nodes.filter(isPlaced)
    const { width, height } = surface.size()
    mustFit = placed.length === 0 || width === 0 || height === 0
    if (!mustFit) camera.show(boundsOf(placed))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      callbacks.onKey?.(event)
      return
    }
    const arrow = arrowOf(event.key)
    const selected = state.nodes.find((node) => isNodeSelected(state, node))
    if (arrow && event.shiftKey) camera.panBy(-60 * arrow[0], -60 * arrow[1])
    else if (arrow) {
      const next = nodeInDirection(state, arrow)
      if (!next) return
      camera.reveal(next)
      callbacks.onSelect({ type: 'node', id: next.node.id }, false)
    } else if (event.key === '+' || event.key === '=') camera.zoomBy(1.4)
    else if (event.key === '-') camera.zoomBy(1 / 1.4)
    else if (event.key === '0') fit()
    else if (event.key === 'Enter' && selected)
      callbacks.onOpen?.({ type: 'node', id: selected.node.id })
    else {
      callbacks.onKey?.(event)
      return
    }
    event.preventDefault()
  }

  return {
    update: (model, { positions, pinned }) => {
      stopGlide()
      const before = new Map(state.nodes.map(({ node, x, y }) => [node.id, { x, y }]))
      const isFirst = state.nodes.every((node) => !isPlaced(node))
      loadModel(state, model, positions, pinned ?? new Set())
      picker.forget()
      if (state.hovered !== undefined && !isDrawn(state.hovered)) state.hovered = undefined
      if (isFirst) fit()
      else if (!surface.prefersLessMotion())
        stopGlide = startGlide(canvas, state.nodes, before, () => {
          picker.forget()
          redraw()
        })
      redraw()
    },
    select: (ids) => {
      state.selected.clear()
      for (const id of ids) state.selected.add(id)
      redraw()
    },
    hover: (id) => {
      state.hovered = id
      redraw()
    },
    focus: (id) => {
      const node = nodeFor(id)
      if (node && isPlaced(node)) camera.centre(node)
    },
    fit,
    zoomBy: camera.zoomBy,
    positions: () =>
      new Map(state.nodes.filter(isPlaced).map(({ node, x, y }) => [node.id, { x, y }])),
    destroy: () => {
      stopGlide()
      clearTimeout(rest)
      unbindPointer()
      camera.destroy()
      canvas.removeEventListener('keydown', onKeyDown)
      surface.destroy()
    },
  }

  function isDrawn(id: string): boolean {
    return state.byId.has(id) || state.edges.some(({ edge }) => edge.id === id)
  }

  function nodeFor(id: string): SceneNode | undefined {
    return (
      state.byId.get(id) ??
      state.nodes.find(({ node }) => node.entities.some((entity) => entity === id))
    )
  }
}

function boundsOf(nodes: readonly SceneNode[]) {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (const { x, y, labelWidth, labelHeight, node } of nodes) {
    const half = Math.max(node.radius, labelWidth / 2)
    bounds.x0 = Math.min(bounds.x0, x - half)
    bounds.x1 = Math.max(bounds.x1, x + half)
    bounds.y0 = Math.min(bounds.y0, y - node.radius)
    bounds.y1 = Math.max(bounds.y1, y + node.radius + labelHeight)
  }
  return bounds
}
