import type { ImportCandidate } from './import-candidate'
import { candidateFromFile } from './import-candidate'

/** What this needs of a drop; `webkitGetAsEntry().file()` fails on file://, handles work, folders too. */
interface DroppedItem {
  readonly kind: string
  getAsFile(): File | null
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
}

/**
 * The files of a drop, folders opened all the way down, in the order of their names: the same drop gives the same list. Must
 * be called inside the drop event itself, because the browser empties the list right after it. Opens no file.
 */
export async function expandDrop(
  items: Iterable<DroppedItem>,
): Promise<readonly ImportCandidate[]> {
  const dropped = [...items].filter((item) => item.kind === 'file')
  // All handles are asked for before the first await, while the event still lasts.
  const asked = dropped.map((item) => ({
    handle: item.getAsFileSystemHandle?.().catch(() => null),
    file: item.getAsFile(),
  }))
  const lists = await Promise.all(
    asked.map(async ({ handle, file }) => {
      const found = await handle
      if (found) return candidatesOf(found, '')
      return file ? [candidateFromFile(file)] : []
    }),
  )
  return lists.flat().toSorted(byName)
}

/** For `<input type="file" multiple>`, with or without `webkitdirectory`. */
export function candidatesFromInput(files: Iterable<File>): readonly ImportCandidate[] {
  return [...files].map(candidateFromFile).toSorted(byName)
}

async function candidatesOf(handle: FileSystemHandle, folder: string): Promise<ImportCandidate[]> {
  const name = folder === '' ? handle.name : `${folder}/${handle.name}`
  if (isFile(handle)) return [{ name, open: () => handle.getFile() }]
  if (!isDirectory(handle)) return []
  const lists: ImportCandidate[][] = []
  for await (const child of handle.values())
    if (!isLeftBySystem(child.name)) lists.push(await candidatesOf(child, name))
  return lists.flat()
}

/** What systems leave in folders. Dropped by itself, such a file is imported like any other. */
function isLeftBySystem(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini'
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file'
}

interface ReadableDirectory extends FileSystemHandle {
  values(): AsyncIterable<FileSystemHandle>
}

function isDirectory(handle: FileSystemHandle): handle is ReadableDirectory {
  return handle.kind === 'directory' && 'values' in handle
}

function byName(a: ImportCandidate, b: ImportCandidate): number {
  return collator.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

/** A locale of its own, so that the order does not depend on the machine's; "part 2" comes before "part 10". */
const collator = new Intl.Collator('en', { numeric: true })
