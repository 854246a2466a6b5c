/** A compound file (MS-CFB) with these streams; paths with `/` make storages. */
export function aCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, children: [] }]
  const folders = new Map<string, Entry>([['', entries[0]!]])
  const add = (path: string, entry: Entry): Entry => {
    const parent = folderAt(path.split('/').slice(0, -1).join('/'))
    entries.push(entry)
    parent.children.push(entries.length - 1)
    return entry
  }
  const folderAt = (path: string): Entry => {
    const known = folders.get(path)
    if (known) return known
    const made = add(path, { name: path.split('/').at(-1)!, type: 1, children: [] })
    folders.set(path, made)
    return made
  }
  for (const [path, bytes] of Object.entries(streams))
    add(path, { name: path.split('/').at(-1)!, type: 2, children: [], bytes })

  const sectors: Buffer[] = []
  const fat: number[] = []
  const store = (bytes: Uint8Array): number => {
    const first = sectors.length
    const count = Math.max(1, Math.ceil(bytes.length / 512))
    for (let i = 0; i < count; i++) {
      const sector = Buffer.alloc(512)
      Buffer.from(bytes).copy(sector, 0, i * 512, (i + 1) * 512)
      sectors.push(sector)
      fat.push(i === count - 1 ? 0xfffffffe : first + i + 1)
    }
    return first
  }
  const mini = Buffer.concat(
    entries
      .filter(({ bytes }) => bytes && bytes.length < 4096)
      .map(({ bytes }) => Buffer.concat([bytes!, Buffer.alloc((64 - (bytes!.length % 64)) % 64)])),
  )
  let miniAt = 0
  const miniFat: number[] = []
  const starts = entries.map(({ bytes }) => {
    if (!bytes) return 0
    if (bytes.length >= 4096) return store(bytes)
    const count = Math.ceil(bytes.length / 64)
    for (let i = 0; i < count; i++) miniFat.push(i === count - 1 ? 0xfffffffe : miniAt + i + 1)
    miniAt += count
    return miniAt - count
  })
  starts[0] = store(mini)
  const miniFatBytes = Buffer.alloc(Math.max(4, miniFat.length * 4))
  miniFat.forEach((value, i) => miniFatBytes.writeUInt32LE(value, 4 * i))
  const miniFatStart = store(miniFatBytes)
  const directoryStart = store(directory(entries, starts, mini.length))
  const fatSectors = Math.ceil((sectors.length + 4) / 128)
  const fatStart = sectors.length
  const table = Buffer.alloc(fatSectors * 512, 0xff)
  fat.forEach((value, i) => table.writeUInt32LE(value, 4 * i))
  for (let i = 0; i < fatSectors; i++) table.writeUInt32LE(0xfffffffd, 4 * (fatStart + i))
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(fatSectors, 44)
  header.writeUInt32LE(directoryStart, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(miniFatStart, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  for (let i = 0; i < 109; i++)
    header.writeUInt32LE(i < fatSectors ? fatStart + i : 0xffffffff, 76 + 4 * i)
  return new Uint8Array(Buffer.concat([header, ...sectors, table]))
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly children: number[]
  readonly bytes?: Uint8Array
}

/** Siblings hang on each other's right, which is a tree as well. */
function directory(entries: readonly Entry[], starts: readonly number[], miniSize: number): Buffer {
  const right = new Map<number, number>()
  for (const { children } of entries)
    children.forEach((child, i) => right.set(child, children[i + 1] ?? 0xffffffff))
  return Buffer.concat(
    entries.map(({ name, type, children, bytes }, i) => {
      const entry = Buffer.alloc(128)
      entry.write(name, 'utf16le')
      entry.writeUInt16LE(2 * name.length + 2, 64)
      entry.writeUInt8(type, 66)
      entry.writeUInt32LE(0xffffffff, 68)
      entry.writeUInt32LE(right.get(i) ?? 0xffffffff, 72)
      entry.writeUInt32LE(children[0] ?? 0xffffffff, 76)
      entry.writeUInt32LE(starts[i] ?? 0, 116)
      entry.writeUInt32LE(i === 0 ? miniSize : (bytes?.length ?? 0), 120)
      return entry
    }),
  )
}

const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

export interface MessageParts {
  readonly subject: string
  readonly sender: string
  /** ISO instant. */
  readonly sent: string
  readonly body?: string
  readonly html?: string
  readonly attachments?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** An Outlook message (MS-OXMSG). */
export function anOutlookMessage(parts: MessageParts): Uint8Array {
  const { subject, sender, sent, body, html, attachments = [] } = parts
  const properties = Buffer.alloc(48)
  properties.writeUInt32LE(0x00390040, 32)
  properties.writeBigUInt64LE(BigInt(Date.parse(sent) + 11_644_473_600_000) * 10_000n, 40)
  const streams: Record<string, Uint8Array> = {
    '__properties_version1.0': new Uint8Array(properties),
    '__substg1.0_0037001F': wide(subject),
    '__substg1.0_0C1A001F': wide(sender),
  }
  if (body !== undefined) streams['__substg1.0_1000001F'] = wide(body)
  if (html !== undefined) streams['__substg1.0_10130102'] = new TextEncoder().encode(html)
  attachments.forEach(({ name, bytes }, i) => {
    const folder = `__attach_version1.0_#${String(i).padStart(8, '0')}`
    streams[`${folder}/__substg1.0_3707001F`] = wide(name)
    streams[`${folder}/__substg1.0_37010102`] = bytes
  })
  return aCompoundFile(streams)
}
