import type { CaseEntity, CaseLink, CaseView } from '../case/case-view'
import type { Inline, TableBlock } from './brief'
import type { Citations } from './citations'
import { linkMarksOf } from './link-marks'
import { victimsOf } from './victims'
import { periodWords } from './words'

export interface TableParts {
  readonly view: CaseView
  readonly links: readonly CaseLink[]
  readonly citations: Citations
  /** In the order of the brief; with more than one, each row names its own. */
  readonly actors: readonly CaseEntity[]
}

export function victimsTable({ view, links, citations, actors }: TableParts): TableBlock {
  const severalActors = actors.length > 1
  const victims = actors.flatMap(({ id }) =>
    victimsOf(
      view,
      links.filter(({ source }) => source === id),
    ),
  )
  const rows = victims.map(({ actor, name, links: behind, strongest }) => [
    ...(severalActors ? [text(actor.name)] : []),
    [{ type: 'strong', text: name } as const],
    [{ type: 'outcome', marks: linkMarksOf(strongest) } as const],
    text(period(behind)),
    text(strongest.count?.text ?? ''),
    text(String(new Set(behind.flatMap(({ origins }) => origins)).size)),
    cite(citations, behind),
  ])
  return {
    type: 'table',
    heading: 'Victims',
    columns: [
      ...(severalActors ? ['Actor'] : []),
      'Victim',
      'Outcome',
      'Observed',
      'Count stated',
      'Origins',
      'Evidence',
    ],
    rows,
    empty: 'The sources name no victim.',
    note: '~ marks what the source itself calls likely, suspected or alleged. “Origins” counts independent sources, not documents.',
  }
}

export function softwareTable({ view, links, citations, actors }: TableParts): TableBlock {
  const severalActors = actors.length > 1
  const rows = links
    .filter(
      ({ predicate, polarity }) =>
        (predicate === 'uses' || predicate === 'exploits') && polarity === 'asserted',
    )
    .flatMap((link) => {
      const [actor, target] = [view.entities.get(link.source), view.entities.get(link.target)]
      return actor && target && target.kind !== 'technique' ? [{ link, actor, target }] : []
    })
    .toSorted(
      (a, b) =>
        kindOrder(a.target) - kindOrder(b.target) ||
        a.target.name.localeCompare(b.target.name, 'en'),
    )
    .map(({ link, actor, target }) => [
      ...(severalActors ? [text(actor.name)] : []),
      [{ type: 'strong', text: target.name } as const],
      text(kindWords[target.kind] ?? target.kind),
      text(target.ref ?? ''),
      text(link.predicate === 'uses' ? 'uses' : 'exploits'),
      cite(citations, [link]),
    ])
  return {
    type: 'table',
    heading: 'Software and vulnerabilities',
    columns: [...(severalActors ? ['Actor'] : []), 'Name', 'Kind', 'Id', 'Relation', 'Evidence'],
    rows,
    empty: 'The sources name no software or vulnerability of the actor.',
  }
}

/** Techniques that a sentence puts in the actor's hands, with it; behind them those that the same documents only name. */
export function techniquesTable({ view, links, citations, actors }: TableParts): TableBlock {
  const sources = new Set(citations.sources)
  const shown = new Set(actors.map(({ id }) => id))
  const used = links.filter(
    ({ predicate, polarity, source }) =>
      predicate === 'uses' && polarity === 'asserted' && shown.has(source),
  )
  const rows = [...view.entities.values()]
    .filter(({ kind }) => kind === 'technique')
    .map((technique) => ({
      technique,
      named: technique.reports.filter((id) => sources.has(id)),
      behind: used.filter(({ target }) => target === technique.id),
    }))
    .filter(({ named, behind }) => named.length > 0 || behind.length > 0)
    .toSorted(
      (a, b) =>
        Number(a.behind.length === 0) - Number(b.behind.length === 0) ||
        (a.technique.ref ?? '').localeCompare(b.technique.ref ?? '', 'en'),
    )
  return {
    type: 'table',
    heading: 'ATT&CK techniques',
    columns: ['Id', 'Technique', 'Used by', 'Named in', 'Evidence'],
    rows: rows.map(({ technique, named, behind }) => [
      text(technique.ref ?? ''),
      [{ type: 'strong', text: technique.name } as const],
      text(
        behind.length === 0
          ? 'named only'
          : [...new Set(behind.map(({ source }) => view.entities.get(source)?.name ?? ''))].join(
              ', ',
            ),
      ),
      text(sourceNumbers(citations, named)),
      behind.length === 0 ? text('') : cite(citations, behind),
    ]),
    empty: 'The sources name no ATT&CK technique.',
    ...(rows.some(({ behind }) => behind.length === 0)
      ? {
          note: '“named only”: named in the same documents; whether by the actor is for the reader to judge.',
        }
      : {}),
  }
}

function sourceNumbers(citations: Citations, reports: CaseEntity['reports']): string {
  return reports
    .map((id) => citations.sourceNumber(id))
    .toSorted((a, b) => a - b)
    .map((number) => `S${number}`)
    .join(', ')
}

export function namesTable(view: CaseView, actors: readonly CaseEntity[]): TableBlock {
  const rows = actors
    .filter(({ unnamed }) => !unnamed)
    .flatMap((actor) =>
      actor.names.map(({ name, reports }) => [
        text(actor.name),
        [{ type: 'strong', text: name } as const],
        text([...new Set(reports.flatMap((id) => publisherOf(view, id)))].join(', ')),
        text(String(reports.length)),
      ]),
    )
  return {
    type: 'table',
    heading: 'Names as worn',
    columns: ['Actor', 'Name', 'Used by', 'Documents'],
    rows,
    empty: 'No actor in these sources has a name.',
  }
}

export function sourcesTable(view: CaseView, citations: Citations): TableBlock {
  const rows = citations.sources.flatMap((id) => {
    const report = view.reports.get(id)
    if (!report) return []
    const row: Inline[][] = [
      text(`S${citations.sourceNumber(id)}`),
      [{ type: 'strong', text: report.title }],
      text(report.publisher ?? ''),
      text(report.published ?? 'not dated'),
      text(report.reliability),
      text(report.tlp ?? 'unmarked'),
      [{ type: 'code', text: id }],
    ]
    return [row]
  })
  return {
    type: 'table',
    heading: 'Sources',
    columns: ['No.', 'Title', 'Publisher', 'Published', 'Grade', 'Marking', 'SHA-256 of the file'],
    rows,
    empty: 'No source is cited.',
    note: 'Grade: Admiralty reliability A (completely reliable) to E (unreliable); F: cannot be judged.',
  }
}

const kindWords: Partial<Record<CaseEntity['kind'], string>> = {
  malware: 'malware',
  tool: 'tool',
  vulnerability: 'vulnerability',
  product: 'exploited product',
}

function kindOrder({ kind }: CaseEntity): number {
  return Object.keys(kindWords).indexOf(kind)
}

function publisherOf(view: CaseView, id: CaseEntity['reports'][number]): string[] {
  const report = view.reports.get(id)
  return report ? [report.publisher ?? report.title] : []
}

function period(links: readonly CaseLink[]): string {
  const found = links.find(({ period: stated }) => stated)?.period
  return found ? periodWords(found.from, found.to) : ''
}

function cite(citations: Citations, links: readonly CaseLink[]): Inline[] {
  return [{ type: 'citations', numbers: citations.cite(links) }]
}

function text(value: string): Inline[] {
  return [{ type: 'text', text: value }]
}
