import type { CaseView } from '../../case/case-view'
import type { ReportId } from '../../model/ids'
import type { SourceText } from '../../model/source-text'

/** Something in a finished document that only a source above its marking holds. */
export interface Leak {
  readonly report: ReportId
  /** What was found: its title, checksum, a sentence quoted from it. */
  readonly what: 'title' | 'checksum' | 'sentence'
  readonly words: string
}

/** Shorter stretches stand in any two reports on one subject. */
const shortestSentence = 40
const shortestTitle = 12

/**
 * Reads a finished document's text (PDF read back, or HTML without its tags) and names everything that comes from a
 * dropped source and from no kept one. White space and soft hyphens do not count: a page breaks lines anywhere.
 */
export function findLeaks(
  documentText: string,
  view: CaseView,
  dropped: readonly ReportId[],
  textOf: (report: ReportId) => SourceText | undefined,
): readonly Leak[] {
  const written = squeeze(documentText)
  const droppedSet = new Set(dropped)
  const keptText = [...view.reports.keys()]
    .filter((id) => !droppedSet.has(id))
    .map((id) => squeeze(`${view.reports.get(id)?.title ?? ''} ${textOf(id)?.text ?? ''}`))
  const isOurs = (words: string): boolean => keptText.some((text) => text.includes(words))
  return dropped.flatMap((report) => {
    const title = view.reports.get(report)?.title ?? ''
    const candidates: readonly (readonly [Leak['what'], string])[] = [
      ['checksum', report.slice(0, 16)],
      ...(title.length >= shortestTitle ? [['title', title] as const] : []),
      ...sentencesOf(view, report, textOf(report)).map((words) => ['sentence', words] as const),
    ]
    return candidates.flatMap(([what, words]) => {
      const squeezed = squeeze(words)
      return written.includes(squeezed) && !isOurs(squeezed) ? [{ report, what, words }] : []
    })
  })
}

/** The sentences that links quote from it: what a brief would have quoted. */
function sentencesOf(
  view: CaseView,
  report: ReportId,
  source: SourceText | undefined,
): readonly string[] {
  if (!source) return []
  const spans = [...view.links.values()].flatMap((link) =>
    link.evidence.filter((item) => item.report === report),
  )
  return [...new Set(spans.map(({ start, end }) => source.text.slice(start, end)))].filter(
    (words) => words.length >= shortestSentence,
  )
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00ad]+/g, '')
    .toLowerCase()
}
