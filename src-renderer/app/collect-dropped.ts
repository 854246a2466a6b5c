import { candidateFromFile } from '../data/import-candidate'
import type { ImportCandidate } from '../data/import-candidate'

/**
 * The files of a drop, folders walked. From file:// only handles reach into folders; a browser without them gives the
 * files alone. Everything must be asked for before the first `await`: afterwards the drop is empty.
 */
export async function collectDropped(transfer: DataTransfer): Promise<readonly ImportCandidate[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file')
  const files = [...transfer.files]
  const handles = items.map((item) =>
    hasHandles(item) ? item.getAsFileSystemHandle() : Promise.resolve(null),
  )
  const found = await Promise.all(
    handles.map(async (asked, index) => {
      const handle = await asked.catch(() => null)
      if (handle) return walk(handle, '')
      const file = files[index]
      return file ? [candidateFromFile(file)] : []
    }),
  )
  return found.flat()
}

interface WithHandles {
  getAsFileSystemHandle(): Promise<FileSystemHandle | null>
}

function hasHandles(item: object): item is WithHandles {
  return 'getAsFileSystemHandle' in item
}

async function walk(handle: FileSystemHandle, folder: string): Promise<ImportCandidate[]> {
  const name = folder === '' ? handle.name : `${folder}/${handle.name}`
  if (isFile(handle)) return [{ name, open: () => handle.getFile() }]
  if (!isFolder(handle)) return []
  const entries: FileSystemHandle[] = []
  for await (const entry of handle.values()) entries.push(entry)
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: ImportCandidate[] = []
  for (const entry of entries) if (!isHidden(entry.name)) found.push(...(await walk(entry, name)))
  return found
}

interface Folder {
  values(): AsyncIterable<FileSystemHandle>
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file'
}

/** TypeScript's DOM library does not know that directory handles can be walked. */
function isFolder(handle: object): handle is Folder {
  return 'values' in handle
}

/** What systems leave in folders: .DS_Store, Thumbs.db. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini'
}
