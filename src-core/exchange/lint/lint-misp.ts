import { counted } from '../../brief/words'
import type { ExportMaterial } from '../export-material'
import { toMisp } from '../misp/to-misp'
import type { Finding } from './finding'
import { finding, remark } from './finding'

/** Addresses of nobody in particular (RFC 1918, 5735, 6598): MISP warns of each, and of none of them can be looked for. */
const reserved =
  /^(?:10\.|127\.|0\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|22[4-9]\.|2[3-5]\d\.)/

/** What MISP's own checks do with parts of this event. */
export function lintMisp(material: ExportMaterial): readonly Finding[] {
  const { Attribute: attributes } = toMisp(material).Event
  const values = (test: (type: string, value: string) => boolean) =>
    attributes.filter(({ type, value }) => test(type, value)).map(({ value }) => value)
  const techniques = [...material.view.entities.values()].filter(({ kind }) => kind === 'technique')
  return [
    ...remark(
      'refused',
      'empty-event',
      attributes.length === 0,
      'MISP publishes no event without attributes.',
    ),
    ...finding(
      'refused',
      'bad-domain',
      values(
        (type, value) =>
          type === 'domain' &&
          !/^(?!-)[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63})+$/u.test(value),
      ),
      (count) => `${counted(count, 'domain')} not as MISP wants a domain.`,
    ),
    ...finding(
      'changed',
      'warning-list',
      values((type, value) => type === 'ip-dst' && reserved.test(value)),
      (count) =>
        `${counted(count, 'address', 'addresses')} private or reserved: MISP's warning lists flag them; take them off detection.`,
    ),
    ...finding(
      'changed',
      'technique-without-id',
      techniques.filter(({ ref }) => ref === undefined).map(({ name }) => name),
      (count) => `${counted(count, 'technique')} without an ATT&CK id: no galaxy tag.`,
    ),
    ...remark(
      'note',
      'comments',
      attributes.some(({ type }) => type === 'comment'),
      'MISP knows no links with outcome and hedge: they go as comments with their sentences. STIX keeps them whole.',
    ),
  ]
}
