import type { Handlers } from '../ipc/serve-requests'
import { networkReport } from './network-report'
import { saveBriefAsPdf } from './save-brief-as-pdf'
import { saveBytes } from './save-bytes'
import { saveText } from './save-text'
import { takeOpenedFiles } from './take-opened-files'
import type { HandlerParts } from './handler-parts'

/** One file a request; this list joins them to what they need. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    saveText: (input) => saveText(input, parts),
    saveBytes: (input) => saveBytes(input, parts),
    saveBriefAsPdf: (input) => saveBriefAsPdf(input, parts),
    listBackups: () => parts.backups.list(),
    writeBackup: ({ name, bytes }) => parts.backups.write(name, bytes),
    readBackup: ({ name }) => parts.backups.read(name),
    removeBackup: ({ name }) => parts.backups.remove(name),
    takeOpenedFiles: () => takeOpenedFiles(parts),
    networkReport: () => networkReport(parts),
  }
}
