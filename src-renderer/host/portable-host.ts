import type { SaveOutcome } from '@core/contracts/bridge'
import type { Host } from './host'
import { createPortableBackups } from './portable-backups'
import { printInFrame } from './print-in-frame'

/** The portable edition: what a page in a plain browser can do by itself. */
export function createPortableHost(): Host {
  return {
    edition: 'portable',
    saveText: save,
    saveBytes: (suggestedName, bytes) => save(suggestedName, new Blob([Uint8Array.from(bytes)])),
    saveBlob: save,
    saveBriefAsPdf: async (suggestedName, html) => {
      try {
        await printInFrame(html, suggestedName.replace(/\.pdf$/i, ''))
        return { status: 'handed-to-print-dialog' }
      } catch (error) {
        return { status: 'failed', detail: messageOf(error) }
      }
    },
    backups: createPortableBackups(),
    takeOpenedFiles: () => Promise.resolve([]),
    onFilesOpened: () => nothingToUnsubscribe,
    onMenuCommand: () => nothingToUnsubscribe,
    networkReport: () => Promise.resolve(undefined),
  }
}

const nothingToUnsubscribe = () => undefined

interface SaveFilePicker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle>
}

function hasSaveFilePicker(target: object): target is SaveFilePicker {
  return 'showSaveFilePicker' in target && typeof target.showSaveFilePicker === 'function'
}

async function save(suggestedName: string, content: string | Blob): Promise<SaveOutcome> {
  if (!hasSaveFilePicker(window)) return download(suggestedName, content)
  try {
    const handle = await window.showSaveFilePicker({ suggestedName })
    const file = await handle.createWritable()
    await file.write(content)
    await file.close()
    return { status: 'saved', path: handle.name }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return { status: 'cancelled' }
    // No user gesture is left, or the policy of the machine forbids the picker: a download still works.
    if (error instanceof DOMException && error.name === 'SecurityError')
      return download(suggestedName, content)
    return { status: 'failed', detail: messageOf(error) }
  }
}

function download(suggestedName: string, content: string | Blob): SaveOutcome {
  const url = URL.createObjectURL(new Blob([content]))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = suggestedName
  anchor.click()
  // The browser takes the blob when the download starts, a moment after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
  return { status: 'saved', path: suggestedName }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
