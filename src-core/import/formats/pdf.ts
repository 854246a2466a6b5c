import { fail, succeed, type Result } from '../../lib/result'
import type { TaskContext } from '../../contracts/worker-tasks'
import type { ImportFailure, ImportFormat, ReadText } from '../import-format'
import { maxPdfBytes } from '../limits'
import { composePdf } from '../pdf/compose-pdf'
import { describePdf } from '../pdf/describe-pdf'
import type { PdfDocument } from '../pdf/pdf-content'
import { dropRunningHeads, type SegmentedPage } from '../pdf/running-heads'
import { segmentsOf } from '../pdf/segments'
import { asciiOf } from '../recognise-binary'
import { looksLikeHtml } from '../html/looks-like-html'

/** PDF with a text layer. A scan has none and is refused as such: guessed letters are no evidence. */
export const pdfFormat: ImportFormat = {
  id: 'pdf',
  label: 'PDF',
  extensions: ['.pdf'],
  maxBytes: maxPdfBytes,
  // Readers take the mark anywhere in the first kilobyte; a web page that speaks of it there is still a web page.
  recognise: ({ head, text }) =>
    asciiOf(head.subarray(0, 1024)).includes('%PDF-') && !(text !== null && looksLikeHtml(text)),
  read: async (file, ports, context) => {
    // The library takes the buffer for itself, and the caller still needs the bytes.
    const opened = await ports.openPdf(file.bytes.slice())
    if (!opened.ok)
      return opened.failure.code === 'encrypted'
        ? fail({ code: 'encrypted' })
        : fail({ code: 'damaged', format: 'pdf', detail: opened.failure.detail })
    try {
      return await readDocument(opened.value, file.name, context)
    } finally {
      await opened.value.close()
    }
  },
}

async function readDocument(
  document: PdfDocument,
  fileName: string,
  context: TaskContext,
): Promise<Result<ReadText, ImportFailure>> {
  const pages: SegmentedPage[] = []
  let unreadable = 0
  for (let number = 1; number <= document.pageCount; number++) {
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    const page = await document.readPage(number)
    if (page === null) unreadable++
    pages.push({ height: page?.height ?? 0, segments: page ? segmentsOf(page) : [] })
    context.report(number, document.pageCount)
    await context.breathe()
  }
  if (document.pageCount === 0 || unreadable === document.pageCount)
    return fail({ code: 'damaged', format: 'pdf', detail: 'no page can be read' })
  if (lengthOf(pages) < 20) return fail({ code: 'no-text-layer', pageCount: document.pageCount })
  const kept = dropRunningHeads(pages)
  const source = composePdf(kept)
  return succeed({
    source,
    metadata: describePdf(source, document.information, marginText(pages), fileName),
    pageCount: document.pageCount,
  })
}

function lengthOf(pages: readonly SegmentedPage[]): number {
  return pages.reduce(
    (sum, { segments }) => sum + segments.reduce((length, { text }) => length + text.length, 0),
    0,
  )
}

/** The heads and feet of the first pages, where markings and product numbers stand. */
function marginText(pages: readonly SegmentedPage[]): string {
  return pages
    .slice(0, 3)
    .flatMap(({ segments, height }) =>
      segments.filter(({ y }) => y < 0.12 * height || y > 0.86 * height).map(({ text }) => text),
    )
    .join('\n')
}
