import type { GraphModel } from '../../graph/graph-model'
import type { MapModel } from '../../geo/map-model'
import { assertNever } from '../../lib/assert'
import type { BriefBlock, Inline } from '../brief'
import type { FactsId } from '../plan/brief-plan'
import { summariseActor, summariseCase } from '../summary'
import { namesTable, softwareTable, sourcesTable, techniquesTable, victimsTable } from '../tables'
import { changes } from './changes'
import { diamondTable } from './diamond'
import type { FactParts } from './fact-parts'
import { gaps } from './gaps'
import { indicatorsTable } from './indicators'
import { method } from './method'
import { scalesTable } from './scales'
import { scopeNote } from './scope-note'
import { sourceSummary } from './source-summary'
import { timelineTable } from './timeline'

export interface Figures {
  readonly caption: string
  readonly map: MapModel
  readonly graph: GraphModel
  readonly positions: readonly number[]
}

/** Made after everything else: they tell of the sources that the rest has cited. */
export const lateFacts: ReadonlySet<FactsId> = new Set([
  'scope',
  'techniques',
  'indicators',
  'gaps',
  'source-summary',
  'sources',
  'quotations',
])

export function factsBlock(facts: FactsId, parts: FactParts, figures: Figures): BriefBlock {
  const { view, actors, citations } = parts
  switch (facts) {
    case 'scope':
      return paragraphs('Scope', scopeNote(parts))
    case 'summary':
      return paragraphs('Summary', summary(parts))
    case 'map':
      return { type: 'map', heading: 'Where', caption: figures.caption, model: figures.map }
    case 'graph':
      return {
        type: 'graph',
        heading: 'Who went after whom',
        caption: figures.caption,
        model: figures.graph,
        positions: figures.positions,
      }
    case 'timeline':
      return timelineTable(parts)
    case 'victims':
      return victimsTable(parts)
    case 'software':
      return softwareTable(parts)
    case 'techniques':
      return techniquesTable(parts)
    case 'diamond':
      return diamondTable(parts)
    case 'gaps':
      return paragraphs('Intelligence gaps', orNone(gaps(parts), 'No gap was computed.'))
    case 'changes':
      return paragraphs('Changed since the last issue', changes(parts))
    case 'source-summary':
      return paragraphs('Source summary statement', sourceSummary(parts))
    case 'sources':
      return sourcesTable(view, citations)
    case 'quotations':
      return {
        type: 'quotations',
        heading: 'Evidence, word for word',
        quotations: citations.quotations,
      }
    case 'names':
      return namesTable(view, actors)
    case 'indicators':
      return indicatorsTable(parts)
    case 'method':
      return paragraphs('Method', method(parts))
    case 'scales':
      return scalesTable(parts)
    default:
      return assertNever(facts)
  }
}

/** A source behind a told link stands in the annex, even where none of its sentences is quoted. */
export function citeAll({ links, citations }: Pick<FactParts, 'links' | 'citations'>): void {
  for (const link of links) for (const report of link.documents) citations.sourceNumber(report)
}

function summary({ view, links, actors, citations, plan, countryName }: FactParts): Inline[][] {
  const of = (actor: FactParts['actors'][number]): Inline[][] =>
    summariseActor({
      view,
      actor,
      links: links.filter(({ source }) => source === actor.id),
      citations,
      countryName,
    })
  const [only] = plan.subject.actors?.length === 1 ? actors : []
  if (only) return of(only)
  return [...summariseCase(view, actors, links), ...actors.map((actor) => oneParagraph(of(actor)))]
}

/** With several actors each gets one paragraph. */
function oneParagraph(sentences: readonly Inline[][]): Inline[] {
  const space: Inline = { type: 'text', text: ' ' }
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [space, ...sentence]))
}

function paragraphs(heading: string, sentences: readonly Inline[][]): BriefBlock {
  return { type: 'sentences', heading, style: 'paragraph', sentences }
}

function orNone(sentences: Inline[][], words: string): Inline[][] {
  return sentences.length > 0 ? sentences : [[{ type: 'text', text: words }]]
}
