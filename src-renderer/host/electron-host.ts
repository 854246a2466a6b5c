import type { Bridge } from '@core/contracts/bridge'
import type { Host } from './host'

/** The desktop edition: every verb is a request to the main process. */
export function createElectronHost(bridge: Bridge): Host {
  return {
    edition: 'desktop',
    saveText: (suggestedName, text) => bridge.saveText({ suggestedName, text }),
    saveBytes: (suggestedName, bytes) => bridge.saveBytes({ suggestedName, bytes }),
    saveBriefAsPdf: (suggestedName, html) => bridge.saveBriefAsPdf({ suggestedName, html }),
    takeOpenedFiles: () => bridge.takeOpenedFiles(null),
    onFilesOpened: (listener) => bridge.onNotice('filesOpened', listener),
    onMenuCommand: (listener) =>
      bridge.onNotice('menuCommand', ({ command }) => {
        listener(command)
      }),
    networkReport: () => bridge.networkReport(null),
  }
}
