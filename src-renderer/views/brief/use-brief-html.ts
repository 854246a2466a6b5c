import { buildBrief, linksFor } from '@core/brief/build-brief'
import type { BriefOptions } from '@core/brief/build-brief'
import type { CaseView } from '@core/case/case-view'
import { readWorld } from '@core/geo/world'
import type { World } from '@core/geo/world'
import { layOutInput } from '@core/graph/lay-out-model'
import { useEffect, useMemo, useState } from 'react'
import { fontSlices } from '../../../resources/fonts'
import { worldJson } from '../../../resources/world'
import { useDesk } from '../../components/desk-services'
import type { DeskServices } from '../../components/desk-services'
import { useLayout } from '../../data/use-layout'
import { useTexts } from '../../data/use-texts'
import { loadBriefFonts } from '../../host/load-brief-fonts'

export type BriefWishes = Pick<BriefOptions, 'actor' | 'title' | 'author' | 'tlp'>

export interface BriefHtml {
  readonly html: string | undefined
  readonly isBusy: boolean
  /** A sentence, where the brief could not be written. */
  readonly failure: string | undefined
}

/** While the analyst types, the brief waits this long (ms). */
const pause = 250

/** The self-contained document for these wishes, written anew whenever case or wishes change. */
export function useBriefHtml(view: CaseView, wishes: BriefWishes): BriefHtml {
  const desk = useDesk()
  const { actor, title, author, tlp } = wishes
  const reports = useMemo(
    () => [...new Set(linksFor(view, actor).flatMap((link) => link.documents))],
    [view, actor],
  )
  const texts = useTexts(reports)
  const { positions } = useLayout('graph')
  const [state, setState] = useState<BriefHtml>({
    html: undefined,
    isBusy: true,
    failure: undefined,
  })
  useEffect(() => {
    if (!texts || !positions) return
    const task = new AbortController()
    const write = async () => {
      setState((before) => ({ ...before, isBusy: true }))
      const next = await writeBrief(desk, view, task.signal, {
        ...(actor ? { actor } : {}),
        ...(title === undefined ? {} : { title }),
        ...(author === undefined ? {} : { author }),
        ...(tlp ? { tlp } : {}),
        date: new Date().toISOString().slice(0, 10),
        countries: theWorld().countries,
        textOf: (report) => texts.get(report),
        producer: `Gnomon ${desk.version}`,
        place: async (model) => {
          const input = layOutInput(model, { positions })
          const result = await desk.layOut(input, task.signal)
          return result.ok ? result.value.positions : input.positions
        },
      })
      if (!task.signal.aborted) setState(next)
    }
    const timer = setTimeout(() => {
      write().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        setState({
          html: undefined,
          isBusy: false,
          failure: `The brief was not written: ${why}. The case is unchanged.`,
        })
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      task.abort()
    }
  }, [desk, view, texts, positions, actor, title, author, tlp])
  return state
}

async function writeBrief(
  desk: DeskServices,
  view: CaseView,
  signal: AbortSignal,
  options: BriefOptions,
): Promise<BriefHtml> {
  const brief = await buildBrief(view, options)
  const fontCss = await loadBriefFonts(JSON.stringify(brief), fontSlices)
  const result = await desk.writeBrief({ brief, fontCss }, signal)
  if (result.ok) return { html: result.value.html, isBusy: false, failure: undefined }
  return {
    html: undefined,
    isBusy: false,
    failure:
      'The brief was not written: the worker stopped. The case is unchanged; change anything above to try again.',
  }
}

let world: World | undefined

function theWorld(): World {
  world ??= readWorld(worldJson)
  return world
}
