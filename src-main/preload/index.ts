import type { Bridge, NoticeName, Notices, RequestName, Requests } from '@core/contracts/bridge'
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

function ask<N extends RequestName>(name: N) {
  // Main answers by the same contract; the cast is the process boundary.
  return (input: Requests[N]['input']) =>
    ipcRenderer.invoke(name, input) as Promise<Requests[N]['answer']>
}

function onNotice<N extends NoticeName>(
  name: N,
  listener: (notice: Notices[N]) => void,
): () => void {
  const receive = (_event: IpcRendererEvent, notice: Notices[N]): void => listener(notice)
  ipcRenderer.on(name, receive)
  return () => ipcRenderer.off(name, receive)
}

const bridge: Bridge = {
  saveText: ask('saveText'),
  saveBytes: ask('saveBytes'),
  saveBriefAsPdf: ask('saveBriefAsPdf'),
  listBackups: ask('listBackups'),
  writeBackup: ask('writeBackup'),
  readBackup: ask('readBackup'),
  removeBackup: ask('removeBackup'),
  takeOpenedFiles: ask('takeOpenedFiles'),
  networkReport: ask('networkReport'),
  onNotice,
}

contextBridge.exposeInMainWorld('gnomon', bridge)
