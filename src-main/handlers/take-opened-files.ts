import type { OpenedFile } from '@core/contracts/bridge'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { HandlerParts } from './handler-parts'

/** The files that came by command line or "open with" since the last call. One that cannot be opened arrives empty, and intake says so. */
export async function takeOpenedFiles({
  openedFiles,
}: HandlerParts): Promise<readonly OpenedFile[]> {
  return Promise.all(
    openedFiles.take().map(async (path) => ({ name: basename(path), bytes: await bytesOf(path) })),
  )
}

async function bytesOf(path: string): Promise<ArrayBuffer> {
  try {
    const bytes = await readFile(path)
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  } catch {
    // Gone or unreadable since it was named: the import panel shows it as an empty file.
    return new ArrayBuffer(0)
  }
}
