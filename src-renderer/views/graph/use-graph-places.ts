import type { GraphModel } from '@core/graph/graph-model'
import { layOutInput, layOutPositions } from '@core/graph/lay-out-model'
import { useCallback, useEffect, useRef } from 'react'
import { useDesk } from '../../components/desk-services'
import { useLayout } from '../../data/use-layout'
import type { GraphPosition } from './graph-scene-types'

type Places = ReadonlyMap<string, GraphPosition>

export interface GraphPlaces {
  readonly positions: Places | undefined
  readonly pinned: ReadonlySet<string>
  /** After a drag: what moved stays where it was put. */
  readonly keepMoved: (moved: Places) => void
  /** Lays everything out again but what a person placed; can be undone from the message. */
  readonly arrangeAnew: () => void
}

/** Where the nodes stand: as the analyst left them; the worker finds places for new ones without moving the rest. */
export function useGraphPlaces(model: GraphModel | undefined): GraphPlaces {
  const { layOut, commands } = useDesk()
  const { positions, pinned, savePositions } = useLayout('graph')
  const running = useRef<AbortController>(undefined)

  const place = useCallback(
    async (known: Places, keep: Places) => {
      if (!model) return
      running.current?.abort()
      const task = new AbortController()
      running.current = task
      const input = layOutInput(model, { positions: known })
      const result = await layOut(input, task.signal)
      if (task.signal.aborted) return
      if (result.ok)
        await savePositions(
          new Map([...keep, ...layOutPositions(input.nodeIds, result.value)]),
          pinned,
        )
      else if (result.failure.code !== 'cancelled')
        commands.say('The graph was not laid out: the worker stopped. Nothing was changed.')
    },
    [model, layOut, savePositions, pinned, commands],
  )

  useEffect(() => {
    if (!model || !positions) return
    if (model.nodes.every(({ id }) => positions.has(id))) return
    void place(positions, positions)
    return () => running.current?.abort()
  }, [model, positions, place])

  return {
    positions,
    pinned,
    keepMoved: (moved) => {
      const before = positions ?? new Map<string, GraphPosition>()
      const changed = [...moved].filter(([id, at]) => {
        const old = before.get(id)
        return !old || Math.abs(old.x - at.x) > 0.5 || Math.abs(old.y - at.y) > 0.5
      })
      void savePositions(
        new Map([...before, ...moved]),
        new Set([...pinned, ...changed.map(([id]) => id)]),
      )
    },
    arrangeAnew: () => {
      const before = positions ?? new Map<string, GraphPosition>()
      const held = new Map([...before].filter(([id]) => pinned.has(id)))
      void place(held, before).then(() =>
        commands.say(
          held.size > 0
            ? `Arranged anew; ${held.size} placed by hand stayed where they were.`
            : 'Arranged anew.',
          { label: 'Undo', run: () => void savePositions(before, pinned) },
        ),
      )
    },
  }
}
