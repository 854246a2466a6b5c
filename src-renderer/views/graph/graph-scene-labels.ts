import { labelLineHeight, labelSize } from '@core/graph/lay-out-model'
import type { CanvasTheme } from '../../components/canvas/canvas-theme'
import { LabelGrid } from '../../components/canvas/label-grid'
import type { GridBox } from '../../components/canvas/label-grid'
import { isNodeSelected, isPlaced, screenRadius } from './graph-scene-state'
import type { SceneNode, SceneState } from './graph-scene-state'

export interface PlacedLabel {
  readonly node: SceneNode
  readonly box: GridBox
  readonly align: CanvasTextAlign
}

/** More than this no eye reads at once. */
const mostLabels = 450

/**
 * Which labels stand where: the selected and hovered always, then by priority as long as there is room. They keep off
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
  for (const node of always) {
    const label = sides(state, node)[0]
    grid.take(label.box)
    placed.push({ node, ...label })
  }
  const rank = (node: SceneNode): number => node.priority + (emphasised?.has(node) ? 1000 : 0)
  const rest = visible
    .filter((node) => !always.includes(node))
    .sort((a, b) => rank(b) - rank(a) || a.index - b.index)
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
  { node, box, align }: PlacedLabel,
  theme: CanvasTheme,
): void {
  const weight = node.isActor ? 600 : 400
  context.font = `${weight} ${labelSize}px ${theme.font}`
  context.textAlign = align
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  const x = align === 'center' ? (box.x0 + box.x1) / 2 : align === 'left' ? box.x0 : box.x1
  for (const [index, line] of node.lines.entries()) {
    const y = box.y0 + labelLineHeight * (index + 0.8)
    context.strokeStyle = theme.ground
    context.lineWidth = 3
    context.strokeText(line, x, y)
    context.fillStyle = theme.ink
    context.fillText(line, x, y)
  }
}

type Side = Pick<PlacedLabel, 'box' | 'align'>

function sides(state: SceneState, node: SceneNode): [Side, ...Side[]] {
  const { k, x, y } = state.camera
  const [centreX, centreY] = [node.x * k + x, node.y * k + y]
  const radius = screenRadius(state, node)
  const { labelWidth: width, labelHeight: height } = node
  const box = (x0: number, y0: number): GridBox => ({ x0, y0, x1: x0 + width, y1: y0 + height })
  const below: RankedSide = {
    box: box(centreX - width / 2, centreY + radius + 3),
    align: 'center',
    direction: Math.PI / 2,
    spread: 1,
    bias: 0,
  }
  const right: RankedSide = {
    box: box(centreX + radius + 5, centreY - height / 2),
    align: 'left',
    direction: 0,
    spread: 0.45,
    bias: 0.3,
  }
  const left: RankedSide = {
    box: box(centreX - radius - 5 - width, centreY - height / 2),
    align: 'right',
    direction: Math.PI,
    spread: 0.45,
    bias: 0.4,
  }
  const above: RankedSide = {
    box: box(centreX - width / 2, centreY - radius - 4 - height),
    align: 'center',
    direction: -Math.PI / 2,
    spread: 1,
    bias: 0.5,
  }
  const aside = radius * 0.7 + 3
  const corner = (dx: 1 | -1, dy: 1 | -1): RankedSide => ({
    box: box(
      dx > 0 ? centreX + aside : centreX - aside - width,
      dy > 0 ? centreY + radius * 0.5 : centreY - radius * 0.5 - height,
    ),
    align: dx > 0 ? 'left' : 'right',
    direction: Math.atan2(dy, dx * 1.6),
    spread: 0.5,
    bias: 0.9,
  })
  const angles = lineAngles(state, node)
  const cost = ({ direction, spread, bias }: RankedSide): number =>
    bias + angles.filter((angle) => turnBetween(angle, direction) < spread).length
  const ranked: [RankedSide, ...RankedSide[]] = [
    below,
    right,
    left,
    above,
    corner(1, 1),
    corner(1, -1),
    corner(-1, 1),
    corner(-1, -1),
  ]
  ranked.sort((a, b) => cost(a) - cost(b))
  return ranked
}

/** Lines that leave within `spread` of `direction` would run through the label. */
interface RankedSide extends Side {
  readonly direction: number
  readonly spread: number
  readonly bias: number
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
