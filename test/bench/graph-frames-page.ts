import type { GraphEdge, GraphModel, GraphNode } from '@core/graph/graph-model'
import { lineWidth, markKinds } from '@core/graph/marks'
import { entityId, linkId } from '@core/model/ids'
import { seededRandom } from '@core/graph/seeded-random'
import { createGraphScene } from '../../src-renderer/views/graph/graph-scene'

export interface FrameTimes {
  readonly nodes: number
  readonly edges: number
  /** Mean milliseconds from one animation frame to the next while the picture is panned: whole, and zoomed to a quarter. */
  readonly whole: number
  readonly near: number
}

declare global {
  interface Window {
    measureGraphFrames: (nodes: number) => Promise<FrameTimes>
  }
}

/** Runs in the page that graph-frames.ts builds. */
window.measureGraphFrames = async (count) => {
  const host = document.createElement('div')
  Object.assign(host.style, { position: 'absolute', inset: '0' })
  document.body.append(host)
  const { model, positions } = aGraph(count)
  const scene = createGraphScene(host, { onSelect: () => undefined })
  scene.update(model, { positions })
  await frames(5)
  scene.fit()
  await frames(10)
  const whole = await panned(host)
  scene.zoomBy(4)
  await frames(20)
  const near = await panned(host)
  scene.destroy()
  host.remove()
  return { nodes: count, edges: model.edges.length, whole, near }
}

/** One actor for fifteen victims and tools, a quarter of them shared; places as a layout leaves them. */
function aGraph(count: number) {
  const random = seededRandom(count)
  const actors = Math.max(2, Math.round(count / 15))
  const nodes = Array.from({ length: count }, (_, index): GraphNode => {
    const mark = index < actors ? 'actor' : (markKinds[3 + (index % 10)] ?? 'country')
    const id = entityId(index < actors ? 'actor' : 'organization', String(index))
    return {
      id,
      entities: [id],
      mark,
      label: `${index < actors ? 'Actor' : 'Victim of some length'} ${index}`,
      origins: 1 + (index % 6),
      documents: 1,
      degree: index < actors ? 15 : 1,
      radius: index < actors ? 11 : 7,
      byPerson: false,
    }
  })
  const edges: GraphEdge[] = []
  const join = (source: number, target: number): void => {
    const [from, to] = [nodes[source], nodes[target]]
    if (!from || !to) return
    const origins = 1 + (edges.length % 6)
    const id = linkId(
      from.entities[0] ?? entityId('actor', ''),
      'targets',
      to.entities[0] ?? entityId('actor', ''),
      'asserted',
    )
    edges.push({
      id: `${id}${edges.length}`,
      links: [id],
      source,
      target,
      predicate: edges.length % 3 === 0 ? 'uses' : 'targets',
      outcome: (['compromised', 'targeted', 'attempted'] as const)[edges.length % 3] ?? 'targeted',
      hedged: edges.length % 7 === 0,
      denied: edges.length % 19 === 0,
      rejected: false,
      byPerson: edges.length % 11 === 0,
      origins,
      documents: origins,
      width: lineWidth(origins),
    })
  }
  for (let index = actors; index < count; index++) {
    join(index % actors, index)
    if (random() < 0.25) join(Math.floor(random() * actors), index)
  }
  const positions = new Map(
    nodes.map(({ id }, index) => {
      const home = index % actors
      const [homeX, homeY] = [spiral(home, 210, 'x'), spiral(home, 210, 'y')]
      const around = Math.floor(index / actors)
      return [
        id,
        { x: homeX + spiral(around, 32, 'x'), y: homeY + spiral(around, 32, 'y') },
      ] as const
    }),
  )
  const basis = {
    links: edges.length,
    documents: 1,
    origins: 1,
    compromised: 0,
    targeted: 0,
    attempted: 0,
    hedged: 0,
    denied: 0,
  }
  const model: GraphModel = { nodes, edges, basis }
  return { model, positions }
}

function spiral(rank: number, step: number, axis: 'x' | 'y'): number {
  const angle = rank * Math.PI * (3 - Math.sqrt(5))
  return step * Math.sqrt(rank) * (axis === 'x' ? Math.cos(angle) : Math.sin(angle))
}

/** Drags the ground as a mouse does, one move a frame. */
async function panned(host: HTMLElement): Promise<number> {
  const canvas = host.querySelector('canvas')
  if (!canvas) return NaN
  const at = (type: string, x: number, y: number): MouseEvent =>
    new MouseEvent(type, {
      clientX: x,
      clientY: y,
      button: 0,
      buttons: 1,
      bubbles: true,
      view: window,
    })
  canvas.dispatchEvent(at('mousedown', 4, 4))
  const times: number[] = []
  for (let step = 0; step < 60; step++) {
    window.dispatchEvent(at('mousemove', 4 + step * 2, 4 + step))
    times.push(await nextFrame())
  }
  window.dispatchEvent(at('mouseup', 124, 64))
  return ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1)
}

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await nextFrame()
}

function nextFrame(): Promise<number> {
  return new Promise((done) => requestAnimationFrame(done))
}
