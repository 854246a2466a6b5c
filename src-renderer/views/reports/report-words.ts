import type { FormatId } from '@core/model/report'

export const formatLabels: Readonly<Record<FormatId, string>> = {
  text: 'Text',
  markdown: 'Markdown',
  html: 'Web page',
  mhtml: 'Web archive',
  pdf: 'PDF',
  docx: 'Word',
  odt: 'OpenDocument',
  rtf: 'Rich Text',
  email: 'Mail',
  csv: 'Table',
  stix: 'STIX',
  misp: 'MISP',
  navigator: 'Navigator',
}

/** "812 B", "14 KB", "2.3 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const kilobytes = bytes / 1000
  if (kilobytes < 999.5) return `${Math.round(kilobytes)} KB`
  const megabytes = kilobytes / 1000
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
