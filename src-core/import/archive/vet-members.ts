import type { Member, RefusedMember } from '../import-format'
import { maxMembers, maxMemberBytes, maxPackRatio, maxUnpackedBytes } from '../limits'
import type { ZipEntry } from './zip-directory'

export interface Vetted {
  readonly members: readonly Member[]
  readonly refused: readonly RefusedMember[]
}

/** Which entries of an archive are taken. By what the directory states alone: nothing is unpacked to find out. */
export function vetMembers(entries: readonly ZipEntry[]): Vetted {
  const members: Member[] = []
  const refused: RefusedMember[] = []
  let total = 0
  for (const entry of entries) {
    if (entry.isFolder || isLitter(entry.name)) continue
    const failure = refusal(entry, members.length, total)
    if (failure) {
      refused.push({ name: displayName(entry.name), size: entry.size, failure })
      continue
    }
    total += entry.size
    const { name, size, offset, packedSize, method, crc32 } = entry
    members.push({
      name: name.replaceAll('\\', '/'),
      size,
      content: { type: 'packed', offset, packedSize, size, method, crc32 },
    })
  }
  return { members, refused }
}

function refusal(
  entry: ZipEntry,
  count: number,
  total: number,
): RefusedMember['failure'] | undefined {
  if (isUnsafe(entry.name)) return { code: 'unsafe-name' }
  if (entry.isEncrypted) return { code: 'encrypted' }
  if (entry.method !== 0 && entry.method !== 8)
    return {
      code: 'damaged',
      format: 'zip',
      detail: `packed by method ${entry.method}, which nobody uses for reports`,
    }
  if (entry.size === 0) return { code: 'empty-file' }
  const ratio = entry.size / Math.max(1, entry.packedSize)
  if (ratio > maxPackRatio && entry.size > 1024 * 1024)
    return { code: 'bomb', byteLength: entry.size, packedLength: entry.packedSize }
  if (entry.size > maxMemberBytes)
    return { code: 'too-large', byteLength: entry.size, limit: maxMemberBytes }
  if (count >= maxMembers) return { code: 'too-many', limit: maxMembers }
  if (total + entry.size > maxUnpackedBytes)
    return { code: 'too-large', byteLength: total + entry.size, limit: maxUnpackedBytes }
  return undefined
}

/** Names that would leave a folder or name a device: `../x`, `/etc/x`, `C:\x`, `\\server\x`, and control characters. */
export function isUnsafe(name: string): boolean {
  const parts = name.split(/[/\\]/)
  return (
    /^[/\\]/.test(name) ||
    /^[a-z]:/i.test(name) ||
    parts.includes('..') ||
    /[\u0000-\u001f\u007f]/.test(name)
  )
}

/** What systems put beside files: it was never anybody's report. */
function isLitter(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1)
  return (
    name.startsWith('__MACOSX/') ||
    base.startsWith('.') ||
    base === 'Thumbs.db' ||
    base === 'desktop.ini'
  )
}

function displayName(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f]/g, '\ufffd').slice(0, 300)
}
