import type { Brief } from '@core/brief/brief'
import { buildBrief } from '@core/brief/build-brief'
import type { BriefOptions } from '@core/brief/build-brief'
import type { FactParts } from '@core/brief/facts/fact-parts'
import type { BriefPlan } from '@core/brief/plan/brief-plan'
import { linksAbout } from '@core/brief/scope/brief-scope'
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

export interface BriefWishes {
  readonly plan: BriefPlan
  readonly previous: FactParts['previous']
}

export interface BriefHtml {
  /** The document as data: its marking, its dates. */
  readonly brief: Brief | undefined
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
  const { plan, previous } = wishes
  const reports = useMemo(
    () => [...new Set(linksAbout(view, plan.subject).flatMap((link) => link.documents))],
    [view, plan.subject],
  )
  const texts = useTexts(reports)
  const { positions } = useLayout('graph')
  const [state, setState] = useState<BriefHtml>({
    brief: undefined,
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
        plan,
        previous,
        date: today(),
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
          brief: undefined,
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
  }, [desk, view, texts, positions, plan, previous])
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
  if (result.ok) return { brief, html: result.value.html, isBusy: false, failure: undefined }
  return {
    brief: undefined,
    html: undefined,
    isBusy: false,
    failure:
      'The brief was not written: the worker stopped. The case is unchanged; change anything above to try again.',
  }
}

let world: World | undefined

export function theWorld(): World {
  world ??= readWorld(worldJson)
  return world
}

/** The day on the analyst's own clock. */
export function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
