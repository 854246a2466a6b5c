import type { Curve } from '@core/graph/curve'
import { drawCanvasLine, traceCurve } from '../../components/canvas/canvas-line'
import { drawSelectionRing, stampCanvasMark } from '../../components/canvas/canvas-mark'
import { mixed } from '../../components/canvas/canvas-theme'
import type { CanvasTheme } from '../../components/canvas/canvas-theme'
import type { Sprites } from '../../components/canvas/sprites'
import { drawLabel, placeLabels } from './graph-scene-labels'
import {
  edgeOnScreen,
  isEdgeSelected,
  isNodeSelected,
  isPlaced,
  screenRadius,
} from './graph-scene-state'
import type { SceneEdge, SceneNode, SceneState } from './graph-scene-state'

/** Above this many lines on the screen, or under this zoom, heads and dashes are left out: they could not be told apart. */
const mostDetailedEdges = 1800
/** The same while the picture moves: nobody reads dashes then. */
const mostDetailedMoving = 600
const leastDetailedZoom = 0.22
/** What is hovered pushes the rest far back, for a moment; what is selected stays so for long and does it gently. */
const dimmed = {
  hovered: { line: 0.2, mark: 0.35, label: 0.45 },
  selected: { line: 0.38, mark: 0.55, label: 0.65 },
} as const

/** One frame, in CSS pixels: lines, marks, labels; what the pointer or the selection means stands out. */
export function drawGraph(
  context: CanvasRenderingContext2D,
  state: SceneState,
  theme: CanvasTheme,
  size: { readonly width: number; readonly height: number },
  sprites: Sprites,
): void {
  const visible = state.nodes.filter((node) => isPlaced(node) && isInView(state, node, size))
  const emphasis = emphasisOf(state)
  const dim = state.hovered === undefined ? dimmed.selected : dimmed.hovered
  const relation = faded(theme, 0.5)
  const edges = state.drawOrder.flatMap((index) => {
    const edge = state.edges[index]
    const curve = edge && edgeOnScreen(state, edge)
    return edge && curve && meetsView(curve, size) ? [{ index, edge, curve }] : []
  })
  const isDetailed =
    edges.length <= (state.isMoving ? mostDetailedMoving : mostDetailedEdges) &&
    state.camera.k >= leastDetailedZoom
  const plain = plainLines(context)
  for (const { index, edge, curve } of edges) {
    const isMeant = !emphasis || emphasis.edges.has(index)
    const tone = edge.style.kind === 'relation' ? relation : theme.ink
    // A mixed colour, not transparency: the two strokes of a hollow line must not show through each other.
    const share = (isMeant ? 1 : dim.line) * (edge.edge.rejected ? 0.4 : 1)
    const colour = share === 1 ? tone : faded(theme, share * (tone === relation ? 0.6 : 1))
    if (isMeant && emphasis && isEdgeMarked(state, edge)) underline(context, curve, edge, theme)
    if (isDetailed || (emphasis && isMeant))
      drawCanvasLine(
        context,
        {
          curve,
          startGap: gapOf(state, edge.edge.source, 2),
          endGap: gapOf(state, edge.edge.target, 3),
          style: edge.style,
          width: widthOf(state, edge),
          byPerson: edge.edge.byPerson,
          colour,
        },
        theme,
      )
    else plain.add(curve, colour)
  }
  plain.flush()
  for (const node of visible) {
    context.globalAlpha = !emphasis || emphasis.nodes.has(node) ? 1 : dim.mark
    drawNode(context, state, node, theme, sprites)
  }
  const labels = placeLabels(state, visible, emphasis?.nodes)
  for (const label of labels) {
    context.globalAlpha = !emphasis || emphasis.nodes.has(label.node) ? 1 : dim.label
    drawLabel(context, sprites, label, theme)
  }
  context.globalAlpha = 1
}

/** Hairlines without heads, a hundred to a stroke: the cheapest lines that a canvas has. */
function plainLines(context: CanvasRenderingContext2D) {
  let colour = ''
  let count = 0
  const flush = (): void => {
    if (count > 0) context.stroke()
    count = 0
  }
  return {
    add: ({ start, end }: Curve, next: string): void => {
      if (next !== colour || count >= 100) flush()
      if (count === 0) {
        colour = next
        context.strokeStyle = next
        context.lineWidth = 1
        context.beginPath()
      }
      context.moveTo(start.x, start.y)
      context.lineTo(end.x, end.y)
      count += 1
    },
    flush,
  }
}

function faded({ ground, ink }: CanvasTheme, share: number): string {
  return mixed(ground, ink, share)
}

function drawNode(
  context: CanvasRenderingContext2D,
  state: SceneState,
  node: SceneNode,
  theme: CanvasTheme,
  sprites: Sprites,
): void {
  const { k, x, y } = state.camera
  const [screenX, screenY] = [node.x * k + x, node.y * k + y]
  const radius = screenRadius(state, node)
  if (isNodeSelected(state, node)) drawSelectionRing(context, screenX, screenY, radius, theme)
  else if (node.node.id === state.hovered) {
    context.strokeStyle = theme.amber
    context.lineWidth = 3
    context.beginPath()
    context.arc(screenX, screenY, radius + 4.5, 0, 2 * Math.PI)
    context.stroke()
  }
  stampCanvasMark(context, sprites, node.node.mark, screenX, screenY, radius, theme)
  if (node.isPinned && radius > 4) drawPin(context, screenX + radius, screenY - radius, theme)
}

/** A small pin: this place was chosen by a person. */
function drawPin(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  theme: CanvasTheme,
): void {
  context.strokeStyle = theme.ink
  context.fillStyle = theme.ground
  context.lineWidth = 1.2
  context.beginPath()
  context.moveTo(x - 2.5, y + 2.5)
  context.lineTo(x + 1, y - 1)
  context.stroke()
  context.beginPath()
  context.arc(x + 2, y - 2, 2.2, 0, 2 * Math.PI)
  context.fill()
  context.stroke()
}

interface Emphasis {
  readonly nodes: ReadonlySet<SceneNode>
  readonly edges: ReadonlySet<number>
}

/** What is hovered, or else selected, with its lines and neighbours; undefined: all is equal. */
function emphasisOf(state: SceneState): Emphasis | undefined {
  const meantNodes = state.nodes.filter((node) =>
    state.hovered === undefined ? isNodeSelected(state, node) : node.node.id === state.hovered,
  )
  const edges = new Set<number>(meantNodes.flatMap((node) => node.edges))
  const nodes = new Set<SceneNode>(meantNodes)
  for (const [index, edge] of state.edges.entries())
    if (state.hovered === undefined ? isEdgeSelected(state, edge) : edge.edge.id === state.hovered)
      edges.add(index)
  if (nodes.size === 0 && edges.size === 0) return undefined
  for (const index of edges) {
    const edge = state.edges[index]?.edge
    for (const end of [edge?.source, edge?.target]) {
      const node = end === undefined ? undefined : state.nodes[end]
      if (node) nodes.add(node)
    }
  }
  return { nodes, edges }
}

function isEdgeMarked(state: SceneState, edge: SceneEdge): boolean {
  return edge.edge.id === state.hovered || isEdgeSelected(state, edge)
}

/** The amber bed of a selected or hovered line. */
function underline(
  context: CanvasRenderingContext2D,
  curve: Curve,
  { edge }: SceneEdge,
  theme: CanvasTheme,
): void {
  context.strokeStyle = theme.amber
  context.lineWidth = edge.width + 6
  traceCurve(context, curve)
  context.stroke()
}

function widthOf({ camera: { k } }: SceneState, { edge, style }: SceneEdge): number {
  const width = style.kind === 'relation' ? Math.min(edge.width, 2.25) : edge.width
  return k < 0.6 ? Math.max(1, width * (0.4 + k)) : width
}

function gapOf(state: SceneState, index: number, air: number): number {
  const node = state.nodes[index]
  return node ? screenRadius(state, node) + air : air
}

/** Labels of marks just outside may reach in. */
const reach = 80

function isInView(
  { camera: { k, x, y } }: SceneState,
  node: SceneNode,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const [screenX, screenY] = [node.x * k + x, node.y * k + y]
  return screenX > -reach && screenX < width + reach && screenY > -reach && screenY < height + reach
}

function meetsView(
  { start, control, end }: Curve,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  return (
    Math.max(start.x, control.x, end.x) > 0 &&
    Math.min(start.x, control.x, end.x) < width &&
    Math.max(start.y, control.y, end.y) > 0 &&
    Math.min(start.y, control.y, end.y) < height
  )
}
