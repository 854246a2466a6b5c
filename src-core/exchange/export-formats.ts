/** Every format that leaves the machine, in the order of lists. A new one: a line here, a case in `writeExport`. */
export const exportFormats = [
  {
    id: 'stix',
    label: 'STIX 2.1 bundle',
    extension: 'json',
    note: 'Everything, with sentences, outcome and hedge; OpenCTI, MISP and Gnomon read it',
  },
  {
    id: 'misp',
    label: 'MISP event',
    extension: 'json',
    note: 'Indicators, targets and links as attributes; for your organisation only until you widen it',
  },
  {
    id: 'csv-links',
    label: 'Links as CSV',
    extension: 'csv',
    note: 'One row a link, with its first sentence',
  },
  {
    id: 'csv-victims',
    label: 'Victims as CSV',
    extension: 'csv',
    note: 'One row a victim of an actor',
  },
  {
    id: 'csv-indicators',
    label: 'Indicators as CSV',
    extension: 'csv',
    note: 'Plain and defanged, with whom they are linked to',
  },
  {
    id: 'navigator',
    label: 'ATT&CK Navigator layer',
    extension: 'json',
    note: 'Techniques of all, of one actor, or of several compared',
  },
  {
    id: 'graphml',
    label: 'Graph as GraphML',
    extension: 'graphml',
    note: 'With places, for yEd, Cytoscape, igraph, networkx',
  },
  {
    id: 'gexf',
    label: 'Graph as GEXF',
    extension: 'gexf',
    note: 'With places, sizes and colours, for Gephi',
  },
  {
    id: 'svg-graph',
    label: 'Graph as SVG',
    extension: 'svg',
    note: 'The figure as a brief prints it',
  },
  { id: 'svg-map', label: 'Map as SVG', extension: 'svg', note: 'The figure as a brief prints it' },
  {
    id: 'png-graph',
    label: 'Graph as PNG',
    extension: 'png',
    note: 'The same as pixels, for slides',
  },
  { id: 'png-map', label: 'Map as PNG', extension: 'png', note: 'The same as pixels, for slides' },
  {
    id: 'markdown',
    label: 'Markdown notes',
    extension: 'zip',
    note: 'One note a thing, links between; opens in Obsidian',
  },
] as const satisfies readonly ExportFormat[]

export interface ExportFormat {
  readonly id: string
  readonly label: string
  /** Of the file, without the dot. */
  readonly extension: string
  readonly note: string
}
export type ExportFormatId = (typeof exportFormats)[number]['id']

export function exportFormat(id: string): (typeof exportFormats)[number] | undefined {
  return exportFormats.find((format) => format.id === id)
}
