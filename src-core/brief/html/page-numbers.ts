/** Writes page numbers into a brief's table of contents, in the order of its lines; what has none stays empty. */
export function withPageNumbers(html: string, pages: readonly number[]): string {
  let line = 0
  return html.replace(/(<span class="page">)\d*(<\/span>)/g, (_, start: string, end: string) => {
    const page = pages[line++]
    return `${start}${page ?? ''}${end}`
  })
}
