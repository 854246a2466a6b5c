import type { CaseEvidence, CaseLink, CaseView } from '../case/case-view'
import type { ReportId } from '../model/ids'
import type { SourceText } from '../model/source-text'
import type { Quotation } from './brief'

/** The stored text of a report; a brief quotes it word for word. */
export type TextOf = (report: ReportId) => SourceText | undefined

/** At most so many quotations behind one statement; the link itself keeps all. */
const quotationsForOneLink = 2

/**
 * Numbers quotations in the order in which the brief first cites them; the same sentence keeps its number.
 * Sources are numbered the same way.
 */
export class Citations {
  readonly #view: CaseView
  readonly #textOf: TextOf
  readonly #quotations = new Map<string, Quotation>()
  readonly #sources = new Map<ReportId, number>()

  constructor(view: CaseView, textOf: TextOf) {
    this.#view = view
    this.#textOf = textOf
  }

  /** Numbers, ascending, of the best evidence of these links: the surest first, one report before a second of the same; at most `most`. */
  cite(links: readonly CaseLink[], most = Infinity): readonly number[] {
    const evidence = links.flatMap((link) => bestEvidence(link.evidence))
    const distinct = new Map(evidence.map((item) => [keyOf(item), item]))
    return [...distinct.values()]
      .slice(0, most)
      .map((item) => this.#numberOf(item))
      .filter((number) => number !== undefined)
      .sort((a, b) => a - b)
  }

  /** The number of a source; reports that nothing cites may be numbered too. */
  sourceNumber(report: ReportId): number {
    const known = this.#sources.get(report)
    if (known !== undefined) return known
    this.#sources.set(report, this.#sources.size + 1)
    return this.#sources.size
  }

  get sources(): readonly ReportId[] {
    return [...this.#sources.keys()]
  }

  get quotations(): readonly Quotation[] {
    return [...this.#quotations.values()]
  }

  #numberOf(evidence: CaseEvidence): number | undefined {
    const key = keyOf(evidence)
    const known = this.#quotations.get(key)
    if (known) return known.number
    const report = this.#view.reports.get(evidence.report)
    const source = this.#textOf(evidence.report)
    if (!report || !source) return undefined
    const page = source.pages.find(
      ({ start, end }) => evidence.start >= start && evidence.start < end,
    )
    const number = this.#quotations.size + 1
    this.#quotations.set(key, {
      number,
      text: source.text.slice(evidence.start, evidence.end).replace(/\s+/g, ' ').trim(),
      reportTitle: report.title,
      source: this.sourceNumber(evidence.report),
      ...(page ? { page: page.number } : {}),
      reliability: report.reliability,
      sha256: evidence.report,
    })
    return number
  }
}

function keyOf({ report, start, end }: CaseEvidence): string {
  return `${report}:${start}-${end}`
}

function bestEvidence(evidence: readonly CaseEvidence[]): readonly CaseEvidence[] {
  const ordered = evidence.toSorted(
    (a, b) => b.confidence - a.confidence || a.report.localeCompare(b.report) || a.start - b.start,
  )
  const firstOfEachReport = ordered.filter(
    (item, i) => ordered.findIndex(({ report }) => report === item.report) === i,
  )
  const others = ordered.filter((item) => !firstOfEachReport.includes(item))
  return [...firstOfEachReport, ...others].slice(0, quotationsForOneLink)
}
