/** "a", "a and b", "a, b and c": as British and UN usage has it. */
export function listOf(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

/** As `listOf`, cut after `most` items: "a, b and 7 more". */
export function shortListOf(items: readonly string[], most: number): string {
  if (items.length <= most + 1) return listOf(items)
  return `${items.slice(0, most).join(', ')} and ${items.length - most} more`
}

export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/** "3 documents, 1 origin": the basis that goes with every number. */
export function basis(documents: number, origins: number): string {
  return `${counted(documents, 'document')}, ${counted(origins, 'independent origin')}`
}

/** "from 2023-11 to 2024-04", "since 2019", "in 2021". */
export function periodWords(from: string | undefined, to: string | undefined): string {
  if (from && to) return from === to ? `in ${from}` : `from ${from} to ${to}`
  if (from) return `since ${from}`
  return to ? `until ${to}` : ''
}
