import { buildBrief, type BriefOptions } from '@core/brief/build-brief'
import { fontFaces, slicesFor } from '@core/brief/fonts'
import { renderBrief } from '@core/brief/html/render-brief'
import { renderMarkdown } from '@core/brief/markdown/render-markdown'
import { scopeOf } from '@core/brief/scope/brief-scope'
import { findLeaks, type Leak } from '@core/brief/scope/find-leaks'
import type { CaseView } from '@core/case/case-view'
import { readWorld } from '@core/geo/world'
import { layOut } from '@core/graph/lay-out'
import { layOutInput } from '@core/graph/lay-out-model'
import type { ReportId } from '@core/model/ids'
import type { SourceText } from '@core/model/source-text'
import { fontSlices } from '../../../resources/fonts'
import { worldJson } from '../../../resources/world'
import { plainContext } from '../plain-context'
import type { ReadFile } from '../read-file'
import { version } from '../version'

/** A brief that is ready to be written in any format. */
export interface ComposedBrief {
  readonly date: string
  /** One HTML document with figures and fonts inside; `pages`: where each block starts, for the table of contents. */
  html(pages?: readonly number[]): string
  markdown(): string
  /** What a finished document holds of sources above the brief's marking. */
  leaksIn(text: string): readonly Leak[]
}

export type ComposeOptions = Pick<BriefOptions, 'plan' | 'date' | 'countries'>

/** `fontFile` gives a font slice in base64. */
export async function composeBrief(
  view: CaseView,
  files: readonly ReadFile[],
  options: ComposeOptions,
  fontFile: (id: string) => string | undefined,
): Promise<ComposedBrief> {
  const sources = new Map(files.map(({ report, source }) => [report.id, source]))
  const textOf = (report: ReportId): SourceText | undefined => sources.get(report)
  const brief = await buildBrief(view, {
    ...options,
    textOf,
    place: async (model) => (await layOut(layOutInput(model), plainContext)).positions,
    producer: `Gnomon ${version}`,
  })
  const dropped = options.plan ? scopeOf(view, options.plan).droppedReports : []
  const world = readWorld(worldJson)
  // The page numbers of the table of contents are digits: Latin is in every brief's fonts.
  const fonts = slicesFor(JSON.stringify(brief), fontSlices).flatMap((slice) => {
    const base64 = fontFile(slice.id)
    return base64 === undefined ? [] : [{ slice, base64 }]
  })
  const fontCss = fontFaces(fonts)
  return {
    date: options.date,
    html: (pages) => renderBrief(brief, world, fontCss, pages),
    markdown: () => renderMarkdown(brief),
    leaksIn: (text) => findLeaks(text, view, dropped, textOf),
  }
}
