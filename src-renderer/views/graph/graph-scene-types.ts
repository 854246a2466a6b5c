import type { GraphModel } from '@core/graph/graph-model'

/** The canvas graph as its React wrapper sees it: plain TypeScript, no React, document taken from the host. */
export interface GraphScene {
  /** Draws this model. Positions of nodes it knows are kept unless `options.positions` gives others. */
  update(model: GraphModel, options: GraphSceneOptions): void
  /** Entity or cell ids (nodes), link ids (edges), or both; empty clears. */
  select(ids: readonly string[]): void
  /** Shows one node or edge as hovered, as another view asks; undefined clears. */
  hover(id: string | undefined): void
  /** Brings a node into the middle; keeps the zoom unless it is too small to read. */
  focus(id: string): void
  /** Shows the whole graph. */
  fit(): void
  zoomBy(factor: number): void
  /** Every node's present position, in layout units. */
  positions(): ReadonlyMap<string, GraphPosition>
  destroy(): void
}

export interface GraphPosition {
  readonly x: number
  readonly y: number
}

export interface GraphSceneOptions {
  /** From the layout worker or the saved layout, by node id. Nodes without one wait unseen. */
  readonly positions: ReadonlyMap<string, GraphPosition>
  /** Node ids that a person placed: drawn with a pin. */
  readonly pinned?: ReadonlySet<string>
}

export interface GraphSceneCallbacks {
  /** A click. `undefined` id: empty ground. `additive`: Ctrl, Cmd or Shift was held. */
  onSelect(hit: GraphHit | undefined, additive: boolean): void
  onHover?(hit: GraphHit | undefined, at: ScreenPoint | undefined): void
  /** Double click or Enter. */
  onOpen?(hit: GraphHit): void
  /** After a drag: every node's position, and which a person moved. They stay where they were put. */
  onMoved?(positions: ReadonlyMap<string, GraphPosition>, moved: readonly string[]): void
  onContextMenu?(hit: GraphHit | undefined, at: ScreenPoint): void
  /** Keys that the scene itself does not use (it uses arrows, + − 0, Enter). */
  onKey?(event: KeyboardEvent): void
}

/** In CSS pixels of the host. */
export interface ScreenPoint {
  readonly x: number
  readonly y: number
}

export type GraphHit =
  | { readonly type: 'node'; readonly id: string }
  | { readonly type: 'edge'; readonly id: string; readonly links: readonly string[] }
