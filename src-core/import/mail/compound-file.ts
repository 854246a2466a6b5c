import { fail, succeed, type Result } from '../../lib/result'

/** A stream of a compound file with its path, storages joined by `/`. */
export interface CompoundStream {
  readonly path: string
  readonly read: () => Uint8Array
}

const endOfChain = 0xfffffffe
const noStream = 0xffffffff
/** More entries than any message or document has. */
const maxEntries = 50_000

/** Opens the container of Outlook messages and old Office documents (MS-CFB). Chains that go in circles end after as many steps as there are sectors. */
export function openCompoundFile(bytes: Uint8Array): Result<readonly CompoundStream[], string> {
  if (bytes.length < 512) return fail('it is cut off')
  const file = new CompoundFile(bytes)
  const streams = file.streams()
  return streams.length === 0 ? fail('its directory cannot be read') : succeed(streams)
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

class CompoundFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorSize: number
  readonly #fat: Uint32Array
  readonly #miniFat: Uint32Array
  readonly #mini: Uint8Array
  readonly #entries: readonly Entry[]

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#sectorSize = this.#view.getUint16(30, true) === 12 ? 4096 : 512
    this.#fat = this.#readFat()
    this.#entries = this.#readDirectory()
    this.#miniFat = words(this.#chain(this.#view.getUint32(60, true)))
    const root = this.#entries[0]
    this.#mini = root ? this.#chain(root.start).subarray(0, root.size) : new Uint8Array()
  }

  streams(): CompoundStream[] {
    const found: CompoundStream[] = []
    const seen = new Set<number>()
    const open: { readonly index: number; readonly path: string }[] = []
    const push = (index: number, path: string) => {
      if (index === noStream || seen.has(index) || index >= this.#entries.length) return
      seen.add(index)
      open.push({ index, path })
    }
    push(this.#entries[0]?.child ?? noStream, '')
    for (let at = open.pop(); at; at = open.pop()) {
      const entry = this.#entries[at.index]
      if (!entry) continue
      push(entry.left, at.path)
      push(entry.right, at.path)
      const path = at.path === '' ? entry.name : `${at.path}/${entry.name}`
      if (entry.type === 1) push(entry.child, path)
      else if (entry.type === 2) found.push({ path, read: () => this.#read(entry) })
    }
    return found
  }

  #read({ start, size }: Entry): Uint8Array {
    const isSmall = size < 4096
    const whole = isSmall ? this.#miniChain(start) : this.#chain(start)
    return whole.slice(0, Math.min(size, whole.length))
  }

  #sector(index: number): Uint8Array {
    const at = (index + 1) * this.#sectorSize
    return this.#bytes.subarray(at, at + this.#sectorSize)
  }

  #readFat(): Uint32Array {
    const count = Math.min(this.#view.getUint32(44, true), this.#sectorCount())
    const places: number[] = []
    for (let i = 0; i < 109; i++) places.push(this.#view.getUint32(76 + 4 * i, true))
    let next = this.#view.getUint32(68, true)
    for (let step = 0; next < endOfChain - 2 && step < this.#sectorCount(); step++) {
      const more = words(this.#sector(next))
      places.push(...more.subarray(0, more.length - 1))
      next = more.at(-1) ?? endOfChain
    }
    const used = places.filter((place) => place < endOfChain - 2).slice(0, count)
    return words(joined(used.map((place) => this.#sector(place))))
  }

  #sectorCount(): number {
    return Math.ceil(this.#bytes.length / this.#sectorSize)
  }

  #chain(start: number): Uint8Array {
    const parts: Uint8Array[] = []
    let at = start
    for (let step = 0; at < this.#fat.length && step < this.#sectorCount(); step++) {
      parts.push(this.#sector(at))
      at = this.#fat[at] ?? endOfChain
    }
    return joined(parts)
  }

  #miniChain(start: number): Uint8Array {
    const parts: Uint8Array[] = []
    let at = start
    for (let step = 0; at < this.#miniFat.length && step < this.#miniFat.length; step++) {
      parts.push(this.#mini.subarray(at * 64, at * 64 + 64))
      at = this.#miniFat[at] ?? endOfChain
    }
    return joined(parts)
  }

  #readDirectory(): Entry[] {
    const bytes = this.#chain(this.#view.getUint32(48, true))
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const entries: Entry[] = []
    for (let at = 0; at + 128 <= bytes.length && entries.length < maxEntries; at += 128) {
      const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2)
      const codes = Array.from({ length: length / 2 }, (_, i) => view.getUint16(at + 2 * i, true))
      entries.push({
        name: String.fromCharCode(...codes),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      })
    }
    return entries
  }
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) =>
    view.getUint32(4 * i, true),
  )
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
