import type { BackupEntry, SaveOutcome } from '@core/contracts/bridge'
import type { BackupStore } from './backup-store'

/** What this needs of the File System Access API, which TypeScript's own library knows in part. */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>
}
interface FolderPicker {
  showDirectoryPicker(options: { mode: 'readwrite'; id: string }): Promise<Folder>
}

const storeName = 'gnomon-host'

/** A folder that the analyst chose once; the browser may ask for leave again after a start. */
export function createPortableBackups(): BackupStore | undefined {
  if (!hasFolderPicker(window)) return undefined
  const picker = window
  return {
    list: async () => {
      const folder = await allowedFolder()
      if (!folder) return undefined
      const entries: BackupEntry[] = []
      for await (const handle of folder.values()) {
        if (!isFile(handle) || !handle.name.endsWith('.gnomon')) continue
        const file = await handle.getFile()
        const at = new Date(file.lastModified).toISOString()
        entries.push({ name: file.name, size: file.size, at })
      }
      return entries
    },
    write: async (name, content): Promise<SaveOutcome> => {
      const folder = await allowedFolder()
      if (!folder) return { status: 'failed', detail: 'no backup folder has been chosen' }
      try {
        const file = await folder.getFileHandle(name, { create: true })
        // The browser writes beside the file and puts it in place as it is closed.
        const stream = await file.createWritable()
        await content.stream().pipeTo(stream)
        return { status: 'saved', path: name }
      } catch (error) {
        return { status: 'failed', detail: error instanceof Error ? error.message : String(error) }
      }
    },
    read: async (name) => {
      const handle = await (await allowedFolder())?.getFileHandle(name).catch(() => undefined)
      return handle?.getFile()
    },
    remove: async (name) => {
      await (await allowedFolder())?.removeEntry(name).catch(() => undefined)
    },
    choose: async () => {
      try {
        const known = await storedFolder()
        const folder =
          known ?? (await picker.showDirectoryPicker({ mode: 'readwrite', id: 'gnomon-backups' }))
        const leave = await folder.requestPermission({ mode: 'readwrite' })
        if (leave === 'granted') await keepFolder(folder)
        return leave === 'granted'
      } catch (error) {
        // Called off by the analyst.
        if (error instanceof DOMException && error.name === 'AbortError') return false
        throw error
      }
    },
  }
}

function hasFolderPicker(target: object): target is FolderPicker {
  return 'showDirectoryPicker' in target && typeof target.showDirectoryPicker === 'function'
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file'
}

async function allowedFolder(): Promise<Folder | undefined> {
  const folder = await storedFolder()
  if (!folder) return undefined
  return (await folder.queryPermission({ mode: 'readwrite' })) === 'granted' ? folder : undefined
}

async function storedFolder(): Promise<Folder | undefined> {
  const store = await openStore('readonly')
  // Nothing else is ever put there.
  return (await settled(store.get('backup-folder'))) as Folder | undefined
}

async function keepFolder(folder: Folder): Promise<void> {
  const store = await openStore('readwrite')
  await settled(store.put(folder, 'backup-folder'))
}

async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const request = indexedDB.open(storeName, 1)
  request.onupgradeneeded = () => request.result.createObjectStore('handles')
  const database = await settled(request)
  const transaction = database.transaction('handles', mode)
  transaction.oncomplete = () => database.close()
  return transaction.objectStore('handles')
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The request failed'))
  })
}
