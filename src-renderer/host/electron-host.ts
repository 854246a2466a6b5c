import type { Bridge } from '@core/contracts/bridge'
import type { Host } from './host'

/** The desktop edition: every verb is a request to the main process. */
export function createElectronHost(bridge: Bridge): Host {
  return {
    edition: 'desktop',
    saveText: (suggestedName, text) => bridge.saveText({ suggestedName, text }),
    saveBytes: (suggestedName, bytes) => bridge.saveBytes({ suggestedName, bytes }),
    saveBlob: async (suggestedName, content) =>
      bridge.saveBytes({ suggestedName, bytes: new Uint8Array(await content.arrayBuffer()) }),
    saveBriefAsPdf: (suggestedName, html) => bridge.saveBriefAsPdf({ suggestedName, html }),
    backups: {
      list: () => bridge.listBackups(null),
      write: async (name, content) =>
        bridge.writeBackup({ name, bytes: new Uint8Array(await content.arrayBuffer()) }),
      read: async (name) => new Blob([new Uint8Array(await bridge.readBackup({ name }))]),
      remove: async (name) => {
        await bridge.removeBackup({ name })
      },
    },
    takeOpenedFiles: () => bridge.takeOpenedFiles(null),
    onFilesOpened: (listener) => bridge.onNotice('filesOpened', listener),
    onMenuCommand: (listener) =>
      bridge.onNotice('menuCommand', ({ command }) => {
        listener(command)
      }),
    networkReport: () => bridge.networkReport(null),
  }
}
