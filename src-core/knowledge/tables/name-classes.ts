import { nameClasses, type KnownName, type NameClass, type NameRule } from '../knowledge'
import { byKey, oneOf, parseTable } from '../parse-table'

const kinds = ['actor', 'software', 'actor+software', 'technique', 'vendor', 'place'] as const
type ClassedKind = Exclude<(typeof kinds)[number], 'actor+software'>

/** The class of a name as one kind of thing; `distinctive` where the table does not have it. */
export type ClassOf = (kind: ClassedKind, surface: string) => NameClass

export function parseNameClasses(text: string): ClassOf {
  const found = new Map<string, NameClass>()
  for (const row of parseTable('name-classes', text, ['name', 'kind', 'class']).rows) {
    const name = row.cell('name').toLowerCase()
    const nameClass = oneOf(row, 'class', nameClasses)
    if (name === '') row.reject('"name" is empty')
    for (const kind of oneOf(row, 'kind', kinds).split('+'))
      found.set(`${kind}\t${name}`, nameClass)
  }
  return (kind, surface) => found.get(`${kind}\t${surface.toLowerCase()}`) ?? 'distinctive'
}

export function parseNameRules(text: string): ReadonlyMap<NameClass, NameRule> {
  const { rows } = parseTable('name-rules', text, ['class', 'cues', 'rule'])
  const rules = byKey(rows, 'class', (row) => ({
    class: oneOf(row, 'class', nameClasses),
    cues: row.list('cues'),
  }))
  return new Map([...rules.values()].map((rule) => [rule.class, rule]))
}

/** How capitals must stand for a name of this class (common-word-rules). */
export function writtenAs(nameClass: NameClass): KnownName['written'] {
  switch (nameClass) {
    case 'distinctive':
    case 'numeric':
    case 'cross-kind':
    case 'os-command':
      return undefined
    case 'short':
      return 'exact'
    case 'common-word':
    case 'dictionary-word':
    case 'multiword-common':
    case 'org-or-product':
    case 'place-or-demonym':
    case 'proper-noun':
    case 'place-common-word':
    case 'generic-technique':
    case 'vendor-common-word':
      return 'capitalised'
  }
}

/** `{ written }` or nothing, for spreading into a `KnownName`. */
export function casing(written: KnownName['written']): Pick<KnownName, 'written'> {
  return written === undefined ? {} : { written }
}
