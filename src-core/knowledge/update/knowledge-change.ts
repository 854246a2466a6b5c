/** One line of the diff that an analyst reads before an update is applied. */
export interface KnowledgeChange {
  readonly type: ChangeType
  readonly what: 'actor' | 'software' | 'technique' | 'tactic' | 'campaign'
  /** The name of what changes. */
  readonly name: string
  /** What changes about it, in words; empty where the type says all. */
  readonly detail: string
}

/** In the order of lists: what can mislead first. */
export const changeTypes = ['contested', 'merged', 'renamed', 'gone', 'new', 'extended'] as const
export type ChangeType = (typeof changeTypes)[number]

export const changeWords: Readonly<Record<ChangeType, string>> = {
  contested: 'Contested',
  merged: 'Merged',
  renamed: 'Renamed',
  gone: 'Gone',
  new: 'New',
  extended: 'Further names',
}
