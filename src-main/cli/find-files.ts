import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface FoundFiles {
  readonly paths: readonly string[]
  /** A folder was among the arguments: however few files it holds, they are several. */
  readonly hasFolder: boolean
}

/** Files as they are named; folders by what is in them, sorted, hidden files left out. A missing file is found out when it is read. */
export async function findFiles(places: readonly string[]): Promise<FoundFiles> {
  const paths: string[] = []
  let hasFolder = false
  for (const place of places) {
    const entry = await stat(place).catch(() => null)
    if (entry?.isDirectory() === true) {
      hasFolder = true
      paths.push(...(await filesBelow(place)))
    } else paths.push(place)
  }
  return { paths, hasFolder }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await filesBelow(path)))
    else if (entry.isFile()) found.push(path)
  }
  return found
}
