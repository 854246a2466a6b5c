import { isoDate } from './parse-date'

/** "2024-06-25-redjuliett.html", "20240625_report.pdf". */
export function dateInFileName(name: string): string | undefined {
  const match = /(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)/.exec(baseName(name))
  return match ? isoDate(match[1], Number(match[3]), match[4]) : undefined
}

/** What to call a report that bears no title: its file's name in words. */
export function titleFromFileName(name: string): string {
  const stem = baseName(name).replace(/\.[a-z0-9]{1,8}$/i, '')
  return stem.replace(/[_\s]+/g, ' ').trim() || name
}

function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
}
