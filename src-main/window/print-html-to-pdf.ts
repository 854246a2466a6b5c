import { BrowserWindow, session } from 'electron'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NetworkWall } from './network-wall'

/** Prints a self-contained document in a hidden window without scripts, behind the same wall: tagged, with bookmarks. */
export async function printHtmlToPdf(html: string, wall: NetworkWall): Promise<Uint8Array> {
  const directory = mkdtempSync(join(tmpdir(), 'gnomon-brief-'))
  const printing = session.fromPartition('brief', { cache: false })
  await wall.guardSession(printing, directory)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      spellcheck: false,
    },
  })
  try {
    const page = join(directory, 'brief.html')
    writeFileSync(page, html)
    await window.loadFile(page)
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    window.destroy()
    rmSync(directory, { recursive: true, force: true })
  }
}
