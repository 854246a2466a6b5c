import { open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fail, succeed, type Result } from '@core/lib/result'

/** Writes beside the target, to the disk, and renames: there is the old file or the whole new one, never a half. The failure is a sentence's end. */
export async function writeWholeFile(
  out: string,
  content: string | Uint8Array,
): Promise<Result<null, string>> {
  const unfinished = `${out}.${process.pid}.part`
  try {
    const there = await stat(out).catch(() => undefined)
    if (there?.isDirectory() === true) return fail('there is a folder of that name')
    // A device or a pipe cannot be replaced, only written to.
    if (there?.isFile() === false) {
      await writeFile(out, content)
      return succeed(null)
    }
    const file = await open(unfinished, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, out)
    return succeed(null)
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    return fail(reasonOf(cause, out))
  }
}

function reasonOf(cause: unknown, out: string): string {
  if (!(cause instanceof Error)) throw cause
  const code = 'code' in cause ? cause.code : undefined
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full; nothing was left behind'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `the folder ${dirname(out)} may not be written`
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no folder ${dirname(out)}`
    default:
      return cause.message
  }
}
