import { buildBrief, type BriefOptions } from '@core/brief/build-brief'
import { fontFaces, slicesFor } from '@core/brief/fonts'
import { renderBrief } from '@core/brief/html/render-brief'
import type { CaseView } from '@core/case/case-view'
import { caseView } from '@core/case/fold-case'
import { readWorld } from '@core/geo/world'
import { layOut } from '@core/graph/lay-out'
import { layOutInput } from '@core/graph/lay-out-model'
import { decisionId } from '@core/model/ids'
import { fontSlices } from '../../resources/fonts'
import { worldJson } from '../../resources/world'
import { plainContext } from './plain-context'
import type { ReadFile } from './read-file'
import { version } from './version'

/** A case that holds these files and no decision but that they are in it. */
export function caseOf(files: readonly ReadFile[]): CaseView {
  const reports = files.map(({ report }) => report)
  return caseView(
    files.map(({ reading }) => reading),
    reports,
    [
      {
        id: decisionId('command-line'),
        author: '',
        at: '',
        sequence: 1,
        action: { type: 'import-reports', reports: reports.map(({ id }) => id) },
      },
    ],
  )
}

/** One HTML document with figures and fonts inside. `fontFile` gives a font slice in base64. */
export async function composeBrief(
  view: CaseView,
  files: readonly ReadFile[],
  options: Omit<BriefOptions, 'textOf' | 'place' | 'producer'>,
  fontFile: (id: string) => string | undefined,
): Promise<string> {
  const sources = new Map(files.map(({ report, source }) => [report.id, source]))
  const brief = await buildBrief(view, {
    ...options,
    textOf: (report) => sources.get(report),
    place: async (model) => (await layOut(layOutInput(model), plainContext)).positions,
    producer: `Gnomon ${version}`,
  })
  const fonts = slicesFor(JSON.stringify(brief), fontSlices).flatMap((slice) => {
    const base64 = fontFile(slice.id)
    return base64 === undefined ? [] : [{ slice, base64 }]
  })
  return renderBrief(brief, readWorld(worldJson), fontFaces(fonts))
}
