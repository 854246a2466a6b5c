import type { BackupEntry, SaveOutcome } from '@core/contracts/bridge'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Backups as ordinary files in one folder. Names are bare file names: the gate of the requests sees to it. */
export class BackupFolder {
  constructor(private readonly folder: string) {}

  async list(): Promise<readonly BackupEntry[]> {
    await mkdir(this.folder, { recursive: true })
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.gnomon'))
    return Promise.all(
      names.map(async (name) => {
        const { size, mtime } = await stat(join(this.folder, name))
        return { name, size, at: mtime.toISOString() }
      }),
    )
  }

  /** Beside the target, to the disk, then renamed: a full disk leaves the older backups as they were. */
  async write(name: string, bytes: Uint8Array): Promise<SaveOutcome> {
    const path = join(this.folder, name)
    const unfinished = `${path}.part`
    try {
      await mkdir(this.folder, { recursive: true })
      const file = await open(unfinished, 'w')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, path)
      return { status: 'saved', path }
    } catch (error) {
      await rm(unfinished, { force: true })
      return { status: 'failed', detail: error instanceof Error ? error.message : String(error) }
    }
  }

  async read(name: string): Promise<Uint8Array> {
    return new Uint8Array(await readFile(join(this.folder, name)))
  }

  async remove(name: string): Promise<null> {
    await rm(join(this.folder, name), { force: true })
    return null
  }
}
