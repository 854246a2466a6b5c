import { counted } from '../../brief/words'
import type { ExportFormatId } from '../export-formats'
import type { ExportMaterial } from '../export-material'
import { quoteOf } from '../export-material'
import { linkTable } from '../case-tables'
import { isFormula } from '../csv'
import { linkSentence } from '../link-words'
import type { EntityId } from '../../model/ids'
import { toNavigatorLayer } from '../navigator'
import type { Finding } from './finding'
import { finding, remark } from './finding'
import { lintMisp } from './lint-misp'
import { lintStix } from './lint-stix'

const order: readonly Finding['weight'][] = ['refused', 'changed', 'lost', 'note']

/** What consumers of a format would refuse, change or lose of this case; the gravest first. */
export function lintCase(
  format: ExportFormatId,
  material: ExportMaterial,
  actors: readonly EntityId[],
): readonly Finding[] {
  return [...common(material), ...special(format, material, actors)].toSorted(
    (a, b) => order.indexOf(a.weight) - order.indexOf(b.weight),
  )
}

function common(material: ExportMaterial): readonly Finding[] {
  const { view } = material
  const links = [...view.links.values()]
  const unmarked = [...view.reports.values()].filter(({ tlp }) => tlp === undefined)
  const textless = links.filter(({ evidence }) =>
    evidence.some((piece) => quoteOf(material, piece) === undefined),
  )
  const unreviewed = links.filter(({ review }) => review === 'unreviewed')
  return [
    ...remark(
      'note',
      'no-links',
      links.length === 0,
      'No link passes the filters: the file holds none.',
    ),
    ...finding(
      'note',
      'unmarked',
      unmarked.map(({ title, fileName }) => title || fileName),
      (count) =>
        `${count === 1 ? 'One report carries' : `${count} reports carry`} no TLP marking: what rests on ${count === 1 ? 'it' : 'them'} leaves unmarked.`,
    ),
    ...finding(
      'note',
      'unreviewed',
      unreviewed.map((link) => linkSentence(view, link)),
      (count) =>
        `${count} of ${links.length} links were read by machine and not reviewed; the file says so on each.`,
    ),
    ...finding(
      'lost',
      'no-text',
      textless.map((link) => linkSentence(view, link)),
      (count) =>
        `${counted(count, 'link')} without the sentence: the text of the report is not at hand.`,
    ),
  ]
}

function special(
  format: ExportFormatId,
  material: ExportMaterial,
  actors: readonly EntityId[],
): readonly Finding[] {
  switch (format) {
    case 'stix':
      return lintStix(material)
    case 'misp':
      return lintMisp(material)
    case 'navigator':
      return lintNavigator(material, actors)
    case 'csv-links':
      return lintFormulas(material)
    default:
      return []
  }
}

function lintNavigator(material: ExportMaterial, actors: readonly EntityId[]): readonly Finding[] {
  const { techniques } = toNavigatorLayer(material, actors)
  const nameless = [...material.view.entities.values()].filter(
    ({ kind, ref }) => kind === 'technique' && !/^T\d{4}(?:\.\d{3})?$/.test(ref ?? ''),
  )
  const mixed = techniques.filter(({ techniqueID }) => techniqueID.startsWith('T0'))
  return [
    ...remark(
      'note',
      'no-techniques',
      techniques.length === 0,
      actors.length > 0
        ? 'No report links these actors to a technique: the layer is empty.'
        : 'No report names a technique: the layer is empty.',
    ),
    ...finding(
      'lost',
      'no-attack-id',
      nameless.map(({ name }) => name),
      (count) => `${counted(count, 'technique')} without an ATT&CK id: left out.`,
    ),
    ...finding(
      'refused',
      'other-domain',
      mixed.length < techniques.length ? mixed.map(({ techniqueID }) => techniqueID) : [],
      (count) =>
        `${counted(count, 'technique')} of ATT&CK for ICS: the Navigator shows one domain a layer and drops the others.`,
    ),
  ]
}

function lintFormulas(material: ExportMaterial): readonly Finding[] {
  const cells = linkTable(material)
    .flat()
    .filter((cell): cell is string => typeof cell === 'string' && isFormula(cell))
  return finding(
    'changed',
    'formula',
    cells,
    (count) =>
      `${counted(count, 'cell')} that begin like a formula: an apostrophe stands before, so that no spreadsheet runs them.`,
  )
}
