import type { ReportMetadata } from '../../model/report'
import type { SourceText } from '../../model/source-text'
import { isoDate } from '../metadata/parse-date'
import { findTlp } from '../metadata/find-tlp'
import { describeText } from '../text/describe-text'
import type { PdfInformation } from './pdf-content'

/** `margins` is the text of the dropped headers and footers, where markings stand. */
export function describePdf(
  source: SourceText,
  information: PdfInformation,
  margins: string,
  fileName: string,
): ReportMetadata {
  const described = describeText(source.text, source.blocks, fileName)
  const title = source.blocks.find(({ kind }) => kind === 'title')
  const stated = information.title?.trim()
  const created = pdfDate(information.creationDate)
  const tlp = findTlp(margins) ?? described.tlp
  const author = information.author?.trim()
  return {
    ...described,
    ...(described.published === undefined &&
      created !== undefined && { published: created, publishedFrom: 'PDF information' }),
    ...(isRealTitle(stated)
      ? { title: stated }
      : title && { title: source.text.slice(title.start, title.end) }),
    ...(author && { author }),
    ...(tlp && { tlp }),
  }
}

/** Programs write their own name or the file's where the author gave no title. */
function isRealTitle(title: string | undefined): title is string {
  return (
    title !== undefined &&
    title.length >= 8 &&
    /\s/.test(title) &&
    !/^(?:microsoft|untitled|document|presentation|slide|layout|print)\b/i.test(title) &&
    !/\.(?:docx?|pdf|indd|pptx?|tex|html?)$/i.test(title)
  )
}

/** `D:20201030012407Z` */
function pdfDate(value: string | undefined): string | undefined {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(value ?? '')
  return match ? isoDate(match[1], Number(match[2]), match[3]) : undefined
}
