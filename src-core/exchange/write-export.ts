import { buildMap } from '../geo/build-map'
import { mapFigure } from '../geo/figure'
import type { World } from '../geo/world'
import { buildGraph } from '../graph/build-graph'
import { graphFigure } from '../graph/figure'
import type { GraphModel } from '../graph/graph-model'
import { assertNever } from '../lib/assert'
import type { EntityId } from '../model/ids'
import { indicatorTable, linkTable, victimTable } from './case-tables'
import type { Table } from './case-tables'
import { byteOrderMark, csvText } from './csv'
import type { ExportFormatId } from './export-formats'
import type { ExportMaterial } from './export-material'
import { toGexf } from './graph/to-gexf'
import { toGraphml } from './graph/to-graphml'
import type { Finding } from './lint/finding'
import { lintCase } from './lint/lint-case'
import { toMarkdown, zippedNotes } from './markdown/to-markdown'
import { toMisp } from './misp/to-misp'
import { toNavigatorLayer } from './navigator'
import { stixText } from './stix/to-stix'

export interface ExportRequest {
  readonly format: ExportFormatId
  readonly material: ExportMaterial
  /** Navigator: the actors whose techniques are shown; several are compared. */
  readonly actors: readonly EntityId[]
  readonly world: World
  /** Where the graph's nodes stand: x, y per node. */
  readonly place: (model: GraphModel) => Promise<ArrayLike<number>>
  /** `@font-face` rules for the characters of a figure, so that it looks the same everywhere; empty where there are none. */
  readonly fontCss: (text: string) => Promise<string>
}

export interface ExportContent {
  readonly content: string | Uint8Array
  /** What consumers would refuse, change or lose. */
  readonly findings: readonly Finding[]
  /** `content` is SVG, and the host still has to make pixels of it. */
  readonly needsPixels: boolean
}

/** One file in a format. Same request, same bytes. */
export async function writeExport(request: ExportRequest): Promise<ExportContent> {
  const { format, material } = request
  return {
    content: await contentOf(request),
    findings: lintCase(format, material, request.actors),
    needsPixels: format.startsWith('png-'),
  }
}

async function contentOf(request: ExportRequest): Promise<string | Uint8Array> {
  const { format, material, actors, world, place } = request
  const { view } = material
  switch (format) {
    case 'stix':
      return stixText(material)
    case 'misp':
      return json(toMisp(material))
    case 'navigator':
      return json(toNavigatorLayer(material, actors))
    case 'csv-links':
      return spreadsheet(linkTable(material))
    case 'csv-victims':
      return spreadsheet(victimTable(material))
    case 'csv-indicators':
      return spreadsheet(indicatorTable(material))
    case 'graphml':
    case 'gexf': {
      const model = buildGraph(view)
      const graph = { view, model, positions: await place(model) }
      return format === 'graphml'
        ? toGraphml(graph)
        : toGexf(graph, material.producer, material.at.slice(0, 10))
    }
    case 'svg-graph':
    case 'png-graph': {
      const model = buildGraph(view)
      return withFonts(
        graphFigure(model, await place(model), { width: 1000, maxNodes: 150 }),
        request,
      )
    }
    case 'svg-map':
    case 'png-map':
      return withFonts(mapFigure(buildMap(view, world.countries), world, { width: 1000 }), request)
    case 'markdown':
      return zippedNotes(toMarkdown(material))
    default:
      return assertNever(format)
  }
}

/** A figure on its own cannot ask a page for its fonts: they go inside, only the characters that it shows. */
async function withFonts(svg: string, { fontCss }: ExportRequest): Promise<string> {
  const rules = await fontCss(svg)
  return rules === '' ? svg : svg.replace('>', `><style>${rules}</style>`)
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function spreadsheet(table: Table): string {
  return byteOrderMark + csvText(table)
}
