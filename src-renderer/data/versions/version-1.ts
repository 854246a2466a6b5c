import type Dexie from 'dexie'

/**
 * The first store. Original bytes and texts live apart from the reports, so that lists never load them. Decisions are keyed
 * by their place in the log: two windows that append at once collide instead of overwriting.
 */
export function version1(database: Dexie): void {
  database.version(1).stores({
    reports: 'id',
    originals: 'id',
    texts: 'id',
    readings: 'reportId',
    decisions: 'sequence, &id',
    layouts: 'id',
    settings: 'key',
  })
}
