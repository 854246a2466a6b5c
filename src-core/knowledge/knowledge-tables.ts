/** Every table of `resources/knowledge`, by the name of its file without `.tsv`. */
export const tableNames = [
  'actors',
  'contested-names',
  'actor-overlaps',
  'software',
  'software-own',
  'products',
  'vulnerability-names',
  'techniques',
  'tactics',
  'campaigns',
  'attack-relations',
  'countries',
  'places',
  'regions',
  'metonyms',
  'state-bodies',
  'sectors',
  'sector-descriptors',
  'vendors',
  'naming-schemes',
  'name-classes',
  'name-rules',
] as const
export type TableName = (typeof tableNames)[number]

/** The text of each table; the host hands them in, from `resources/knowledge` or from an update. */
export type KnowledgeTables = Readonly<Record<TableName, string>>
