import { succeed, type Result } from '../../lib/result'
import type { ReadFailure } from '../../contracts/worker-tasks'
import type { ReadText } from '../import-format'
import { scanXml } from '../xml/scan-xml'
import { composeDocument } from './compose-document'
import { DocumentCollector } from './document-blocks'
import { DocxVisitor } from './docx-visitor'
import { readDocxStyles } from './docx-styles'
import { readProperties } from './read-properties'
import type { ReadPart } from './part-reader'

/** Word documents (ECMA-376, WordprocessingML): text, tables, footnotes and endnotes; deleted and hidden words are left out. */
export function readDocx(readPart: ReadPart, fileName: string): Result<ReadText, ReadFailure> {
  const styleSheet = readPart('word/styles.xml')
  const main = readPart('word/document.xml')
  if (!main.ok) return main
  const styles = readDocxStyles(styleSheet.ok ? (styleSheet.value ?? '') : '')
  const collector = new DocumentCollector()
  scanXml(main.value ?? '', new DocxVisitor(collector, styles))
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const notes = readPart(name)
    if (notes.ok && notes.value !== undefined)
      scanXml(notes.value, new DocxVisitor(collector, styles, 'footnote'))
  }
  const core = readPart('docProps/core.xml')
  const app = readPart('docProps/app.xml')
  const properties = {
    ...readProperties(app.ok ? app.value : undefined),
    ...readProperties(core.ok ? core.value : undefined),
    margins: marginText(readPart),
  }
  return succeed(composeDocument(collector, properties, fileName))
}

/** Word numbers its heads and feet; a document has a handful. */
function marginText(readPart: ReadPart): string {
  const collector = new DocumentCollector()
  for (let i = 1; i <= 6; i++)
    for (const place of ['header', 'footer']) {
      const part = readPart(`word/${place}${i}.xml`)
      if (part.ok && part.value !== undefined)
        scanXml(part.value, new DocxVisitor(collector, readDocxStyles('')))
    }
  return collector.blocks.map(({ text }) => text).join('\n')
}
