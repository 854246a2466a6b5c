/** What a strict consumer would do to an export, in words for an analyst. */
export interface Finding {
  /** refused: it does not get in. changed: it gets in as something else. lost: a part is dropped. note: nothing happens, but know it. */
  readonly weight: 'refused' | 'changed' | 'lost' | 'note'
  readonly code: string
  /** A whole sentence. */
  readonly message: string
  /** Names of what it is about, the first few. */
  readonly examples: readonly string[]
}

/** A finding on several things; none where there is nothing to say. */
export function finding(
  weight: Finding['weight'],
  code: string,
  subjects: readonly string[],
  message: (count: number) => string,
): readonly Finding[] {
  if (subjects.length === 0) return []
  const examples = [...new Set(subjects)].slice(0, 5)
  return [{ weight, code, message: message(subjects.length), examples }]
}

/** A finding about the export as a whole, where it applies. */
export function remark(
  weight: Finding['weight'],
  code: string,
  applies: boolean,
  message: string,
): readonly Finding[] {
  return applies ? [{ weight, code, message, examples: [] }] : []
}
