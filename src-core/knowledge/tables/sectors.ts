import type { KnownName, KnownSector } from '../knowledge'
import { byKey, oneOf, parseTable } from '../parse-table'
import { pluralOf } from '../plural-of'

/** Synonyms are other vocabularies' labels, for imports; words of running text stand in sector-descriptors. */
export function parseSectors(text: string): ReadonlyMap<string, KnownSector> {
  const { rows } = parseTable('sectors', text, ['key', 'label', 'slug', 'synonyms'])
  return byKey(rows, 'key', (row, key) => ({
    key,
    label: row.cell('label') || row.reject('"label" is empty'),
    synonyms: row.list('synonyms'),
    slug: row.cell('slug'),
  }))
}

/** Words that put a body into a sector. One phrase may name several; a plural of `-` says that there is none, an empty one follows the rule. */
export function sectorNames(text: string, sectors: ReadonlyMap<string, KnownSector>): KnownName[] {
  const columns = ['phrase', 'plural', 'form', 'sectors'] as const
  const { rows } = parseTable('sector-descriptors', text, columns)
  byKey(rows, 'phrase', (row) => row.line)
  return rows.flatMap((row) => {
    const phrase = row.cell('phrase')
    const form = oneOf(row, 'form', ['body', 'people', 'field'])
    const given = row.cell('plural')
    const plural = given === '-' || form === 'field' ? '' : given || pluralOf(phrase)
    const keys = row.list('sectors')
    if (keys.length === 0) row.reject('names no sector')
    return keys.flatMap((key) => {
      if (!sectors.has(key)) row.reject(`no sector has the key "${key}"`)
      const entry: KnownName = {
        surface: phrase,
        kind: 'sector',
        key,
        class: 'distinctive',
        role: 'descriptor',
        form,
        ...(isAcronym(phrase) ? { written: 'exact' } : {}),
      }
      return plural === '' ? [entry] : [entry, { ...entry, surface: plural, plural: true }]
    })
  })
}

const isAcronym = (phrase: string) => /^[A-Z]{2,5}$/.test(phrase)
