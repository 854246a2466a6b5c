import { labelLineHeight, labelSize } from '@core/graph/lay-out-model'
import type { CanvasTheme } from '../../components/canvas/canvas-theme'
import { LabelGrid } from '../../components/canvas/label-grid'
import type { GridBox } from '../../components/canvas/label-grid'
import type { Sprites } from '../../components/canvas/sprites'
import { isNodeSelected, isPlaced, screenRadius } from './graph-scene-state'
import type { SceneNode, SceneState } from './graph-scene-state'

export interface PlacedLabel {
  readonly node: SceneNode
  readonly box: GridBox
  readonly align: CanvasTextAlign
}

/** More than this no eye reads at once. */
const mostLabels = 400
/** Asking for room costs time even where there is none. */
const mostTried = 1200

/**
 * Which labels stand where: the hovered always, then the selected, then by priority as long as there is room. They keep off
 * each other and off marks, so that zooming in brings out more of them.
 */
export function placeLabels(
  state: SceneState,
  visible: readonly SceneNode[],
  emphasised: ReadonlySet<SceneNode> | undefined,
): readonly PlacedLabel[] {
  const grid = new LabelGrid()
  const placed: PlacedLabel[] = []
  const always = visible.filter(
    (node) => node.node.id === state.hovered || isNodeSelected(state, node),
  )
  for (const node of visible) {
    const radius = screenRadius(state, node)
    if (radius > 2.5) grid.take(markBox(state, node, radius))
  }
  // What is under the pointer is named whatever stands in the way; the first thing chosen too. No label covers another.
  const leading = [...always].sort(
    (a, b) => Number(b.node.id === state.hovered) - Number(a.node.id === state.hovered),
  )
  for (const node of leading) {
    const own = sides(state, node)
    const label =
      own.find(({ box }) => grid.isFree(box)) ?? (placed.length === 0 ? own[0] : undefined)
    if (!label) continue
    grid.take(label.box)
    placed.push({ node, ...label })
  }
  const sure = new Set(always)
  const isIn = new Set(visible)
  const inOrder = state.byPriority.filter((node) => isIn.has(node) && !sure.has(node))
  const rest = [
    ...inOrder.filter((node) => emphasised?.has(node)),
    ...inOrder.filter((node) => !emphasised?.has(node)),
  ].slice(0, mostTried)
  for (const node of rest) {
    if (placed.length >= mostLabels) break
    const label = sides(state, node).find(({ box }) => grid.isFree(box))
    if (!label) continue
    grid.take(label.box)
    placed.push({ node, ...label })
  }
  return placed
}

export function drawLabel(
  context: CanvasRenderingContext2D,
  sprites: Sprites,
  { node, box, align }: PlacedLabel,
  theme: CanvasTheme,
): void {
  const weight = node.isActor ? 600 : 400
  // Widths are estimated for Inter; scripts that it lacks are set in other fonts.
  const width = node.labelWidth * 1.2 + 2 * halo
  const height = node.labelHeight + 2 * halo
  const key = `${align} ${weight} ${theme.ink} ${theme.ground} ${node.lines.join('\n')}`
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]
  sprites.stamp(context, key, { width, height }, x, y, (pen) => {
    pen.font = `${weight} ${labelSize}px ${theme.font}`
    pen.textAlign = align
    pen.textBaseline = 'alphabetic'
    pen.lineJoin = 'round'
    pen.strokeStyle = theme.ground
    pen.lineWidth = halo
    pen.fillStyle = theme.ink
    const half = node.labelWidth / 2
    const left = align === 'center' ? 0 : align === 'left' ? -half : half
    for (const [index, line] of node.lines.entries()) {
      const top = labelLineHeight * (index + 0.8) - node.labelHeight / 2
      pen.strokeText(line, left, top)
      pen.fillText(line, left, top)
    }
  })
}

/** Width of the rim of ground around letters. */
const halo = 3

type Side = Pick<PlacedLabel, 'box' | 'align'>

function sides(state: SceneState, node: SceneNode): readonly [Side, ...Side[]] {
  const { k, x, y } = state.camera
  const [centreX, centreY] = [node.x * k + x, node.y * k + y]
  const radius = screenRadius(state, node)
  const { labelWidth: width, labelHeight: height } = node
  node.sideOrder ??= sideOrder(state, node)
  const at = (place: number): Side => {
    const { dx, dy, corner } = places[place] ?? below
    const aside = corner ? radius * 0.7 + 3 : radius + (dx === 0 ? 3 : 5)
    const x0 = dx === 0 ? centreX - width / 2 : dx > 0 ? centreX + aside : centreX - aside - width
    const rise = corner ? radius * 0.5 : aside
    const y0 = dy === 0 ? centreY - height / 2 : dy > 0 ? centreY + rise : centreY - rise - height
    return {
      box: { x0, y0, x1: x0 + width, y1: y0 + height },
      align: dx === 0 ? 'center' : dx > 0 ? 'left' : 'right',
    }
  }
  const [first = 0, ...others] = node.sideOrder
  return [at(first), ...others.map(at)]
}

interface Place {
  readonly dx: number
  readonly dy: number
  readonly corner: boolean
  /** Lines that leave within `spread` of the place's direction would run through the label. */
  readonly spread: number
  readonly bias: number
}

const below: Place = { dx: 0, dy: 1, corner: false, spread: 1, bias: 0 }
const places: readonly Place[] = [
  below,
  { dx: 1, dy: 0, corner: false, spread: 0.45, bias: 0.3 },
  { dx: -1, dy: 0, corner: false, spread: 0.45, bias: 0.4 },
  { dx: 0, dy: -1, corner: false, spread: 1, bias: 0.5 },
  { dx: 1, dy: 1, corner: true, spread: 0.5, bias: 0.9 },
  { dx: 1, dy: -1, corner: true, spread: 0.5, bias: 0.9 },
  { dx: -1, dy: 1, corner: true, spread: 0.5, bias: 0.9 },
  { dx: -1, dy: -1, corner: true, spread: 0.5, bias: 0.9 },
]

/** Places around the mark, those that the fewest lines cross first. It depends on the layout alone, not on the camera. */
function sideOrder(state: SceneState, node: SceneNode): readonly number[] {
  const angles = lineAngles(state, node)
  const costs = places.map(({ dx, dy, spread, bias, corner }) => {
    const direction = Math.atan2(dy, corner ? dx * 1.6 : dx)
    return bias + angles.filter((angle) => turnBetween(angle, direction) < spread).length
  })
  return places.map((_, index) => index).sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0))
}

/** More lines than this go everywhere. */
const mostAngles = 24

function lineAngles(state: SceneState, node: SceneNode): readonly number[] {
  return node.edges.slice(0, mostAngles).flatMap((index) => {
    const edge = state.edges[index]?.edge
    const other = edge && state.nodes[edge.source === node.index ? edge.target : edge.source]
    return other && isPlaced(other) ? [Math.atan2(other.y - node.y, other.x - node.x)] : []
  })
}

function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % (2 * Math.PI)
  return turn > Math.PI ? 2 * Math.PI - turn : turn
}

function markBox(state: SceneState, node: SceneNode, radius: number): GridBox {
  const { k, x, y } = state.camera
  const [centreX, centreY] = [node.x * k + x, node.y * k + y]
  // A little less than the mark, so that its own label, two pixels away, is free.
  const half = radius * 0.85
  return { x0: centreX - half, y0: centreY - half, x1: centreX + half, y1: centreY + half }
}
