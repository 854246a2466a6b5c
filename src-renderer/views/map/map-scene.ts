import type { World } from '@core/geo/world'
import { createCamera } from '../../components/canvas/camera'
import { createCanvasSurface } from '../../components/canvas/canvas-surface'
import { drawMap } from './map-scene-draw'
import { createGround, sheetHeight, sheetWidth } from './map-scene-ground'
import type { Ground } from './map-scene-ground'
import { bindMapPointer } from './map-scene-pointer'
import { hitMap } from './map-scene-pick'
import { emptyMapState, isCountrySelected, loadMapModel } from './map-scene-state'
import type { MapHit, MapScene, MapSceneCallbacks, MapScreenPoint } from './map-scene-types'

/** Projecting the world takes a tenth of a second: once per window, not once per look at the map. */
const grounds = new WeakMap<World, Ground>()

/** The map on a canvas that fills its host: offline, without tiles. Plain TypeScript: no React, one owner. */
export function createMapScene(
  host: HTMLElement,
  world: World,
  callbacks: MapSceneCallbacks,
): MapScene {
  const ground = grounds.get(world) ?? createGround(world)
  grounds.set(world, ground)
  const state = emptyMapState(ground)
  let hasBeenFitted = false
  const surface = createCanvasSurface(host, {
    label:
      'Map. Arrow keys move between victim countries, Enter opens, plus and minus zoom, 0 shows the world.',
    draw: (context, theme) => drawMap(context, state, theme, surface.size()),
    onResize: () => {
      if (!hasBeenFitted || isAtRest()) fit()
    },
  })
  const { canvas, redraw } = surface
  const camera = createCamera(canvas, {
    size: surface.size,
    moved: (next) => {
      state.camera = next
      unhover()
      redraw()
    },
    mayPan: () => true,
    margin: 4,
    scaleExtent: [0.2, 16],
    largestFit: 16,
    prefersLessMotion: surface.prefersLessMotion,
  })
  const hit = (at: MapScreenPoint): MapHit | undefined => {
    const context = canvas.getContext('2d')
    return context ? hitMap(state, at, context, surface.size()) : undefined
  }
  const unbindPointer = bindMapPointer(canvas, state, hit, callbacks, redraw)
  canvas.addEventListener('keydown', onKeyDown)

  /** What lay under the pointer has moved away from it. */
  function unhover(): void {
    if (state.hovered === undefined) return
    state.hovered = undefined
    callbacks.onHover?.(undefined, undefined)
  }

  function fit(): void {
    const { width, height } = surface.size()
    if (width === 0 || height === 0) return
    hasBeenFitted = true
    camera.hold({ x0: -80, y0: -60, x1: sheetWidth + 80, y1: sheetHeight + 90 })
    camera.show({ x0: 0, y0: 0, x1: sheetWidth, y1: sheetHeight })
    atRest = state.camera.k
  }
  let atRest = 0
  function isAtRest(): boolean {
    return Math.abs(state.camera.k - atRest) < 1e-6
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      callbacks.onKey?.(event)
      return
    }
    const arrow = arrows[event.key]
    if (arrow && event.shiftKey) camera.panBy(-60 * arrow[0], -60 * arrow[1])
    else if (arrow) step(arrow)
    else if (event.key === '+' || event.key === '=') camera.zoomBy(1.4)
    else if (event.key === '-') camera.zoomBy(1 / 1.4)
    else if (event.key === '0') fit()
    else if (event.key === 'Enter' && selectedCountry()) {
      const iso2 = selectedCountry()
      if (iso2 !== undefined) callbacks.onOpen?.(countryHit(iso2))
    } else {
      callbacks.onKey?.(event)
      return
    }
    event.preventDefault()
  }

  /** To the nearest victim or origin in the arrow's direction. */
  function step([dx, dy]: readonly [number, number]): void {
    const from = ground.places.get(selectedCountry() ?? '')?.at
    const codes = [...state.victims.keys(), ...(state.model?.originCountries ?? [])]
    let best: { iso2: string; cost: number } | undefined
    for (const iso2 of new Set(codes)) {
      const at = ground.places.get(iso2)?.at
      if (!at || at === from) continue
      const along = from ? (at.x - from.x) * dx + (at.y - from.y) * dy : 1
      const aside = from ? Math.abs((at.x - from.x) * dy - (at.y - from.y) * dx) : at.x
      const cost = along + 2 * aside
      if (along > 0 && aside <= along * 2.5 + (from ? 0 : 1e6) && (!best || cost < best.cost))
        best = { iso2, cost }
    }
    const place = ground.places.get(best?.iso2 ?? '')
    if (!place) return
    camera.reveal(place.at)
    callbacks.onSelect(countryHit(place.iso2), false)
  }

  function selectedCountry(): string | undefined {
    const candidates = [...state.victims.keys(), ...(state.model?.originCountries ?? [])]
    return candidates.find((iso2) => isCountrySelected(state, iso2))
  }

  function countryHit(iso2: string): MapHit {
    return { type: 'country', iso2, name: ground.places.get(iso2)?.name ?? iso2 }
  }

  return {
    update: (model, options) => {
      loadMapModel(state, model, options?.showArcs ?? true)
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
      const place = ground.places.get(id.replace(/^country:/, ''))
      if (place) camera.centre(place.at)
    },
    fit,
    zoomBy: camera.zoomBy,
    destroy: () => {
      unbindPointer()
      camera.destroy()
      canvas.removeEventListener('keydown', onKeyDown)
      surface.destroy()
    },
  }
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
