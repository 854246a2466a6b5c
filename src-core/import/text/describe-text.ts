import type { ReportMetadata } from '../../model/report'
import type { Block } from '../../model/source-text'
import { detectLanguage } from '../metadata/detect-language'
import { findDateline } from '../metadata/find-dateline'
import { dateInFileName, titleFromFileName } from '../metadata/read-file-name'
import { findTlp } from '../metadata/find-tlp'

/** What a text says about itself, where no format says it. */
export function describeText(
  text: string,
  blocks: readonly Block[],
  fileName: string,
): ReportMetadata {
  const title = blocks.slice(0, 4).find(({ kind }) => kind === 'title' || kind === 'heading')
  const dateline = findDateline(blocks.slice(0, 12).map(({ start, end }) => text.slice(start, end)))
  const named = dateInFileName(fileName)
  const published = dateline ?? named
  const tlp = findTlp(text)
  return {
    title: title ? text.slice(title.start, title.end) : titleFromFileName(fileName),
    language: detectLanguage(text),
    ...(published !== undefined && {
      published,
      publishedFrom: dateline === undefined ? 'file name' : 'dateline',
    }),
    ...(tlp && { tlp }),
  }
}
