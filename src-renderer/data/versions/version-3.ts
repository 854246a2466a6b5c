import type Dexie from 'dexie'

/**
 * Files that are not reports yet: those that could not be read (`quarantine`, by name and size), and those that a drop brought and
 * nobody has read so far (`pending`, in the order of the drop), so that an import goes on after a crash.
 */
export function version3(database: Dexie): void {
  database.version(3).stores({ quarantine: 'id', pending: 'place' })
}
