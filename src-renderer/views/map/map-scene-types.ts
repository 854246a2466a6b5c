import type { MapModel } from '@core/geo/map-model'

/** The map as its React wrapper sees it: plain TypeScript, no React, document taken from the host. */
export interface MapScene {
  update(model: MapModel, options?: MapSceneOptions): void
  /** Country codes (`TW`), entity ids, link ids or arc ids; empty clears. */
  select(ids: readonly string[]): void
  hover(id: string | undefined): void
  /** Brings a country (alpha-2 or `country:XX`) into the middle. */
  focus(id: string): void
  /** Shows the whole world. */
  fit(): void
  zoomBy(factor: number): void
  destroy(): void
}

export interface MapSceneOptions {
  /** Default true. */
  readonly showArcs?: boolean
}

export interface MapSceneCallbacks {
  /** A click. `undefined`: the sea. `additive`: Ctrl, Cmd or Shift was held. */
  onSelect(hit: MapHit | undefined, additive: boolean): void
  onHover?(hit: MapHit | undefined, at: MapScreenPoint | undefined): void
  onOpen?(hit: MapHit): void
  /** Keys that the scene itself does not use (it uses arrows, + − 0, Enter). */
  onKey?(event: KeyboardEvent): void
}

/** In CSS pixels of the host. */
export interface MapScreenPoint {
  readonly x: number
  readonly y: number
}

export type MapHit =
  | { readonly type: 'country'; readonly iso2: string; readonly name: string }
  | { readonly type: 'arc'; readonly id: string }
  | { readonly type: 'region'; readonly entity: string }
  | { readonly type: 'actor'; readonly actor: string }
