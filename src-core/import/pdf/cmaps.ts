import { inflateSync } from 'fflate'

/** What `resources/cmaps/cmaps.json` holds: all CMaps one behind another, deflated, in base64. */
export interface CMapPack {
  readonly names: readonly string[]
  readonly lengths: readonly number[]
  readonly deflated: string
}

export type LookUpCMap = (name: string) => Uint8Array | undefined

/** Unpacked when the first one is asked for: most reports need none. */
export function createCMapLookUp(pack: CMapPack): LookUpCMap {
  let bytes: Uint8Array | undefined
  return (name) => {
    const at = pack.names.indexOf(name)
    if (at < 0) return undefined
    bytes ??= inflateSync(fromBase64(pack.deflated))
    const start = pack.lengths.slice(0, at).reduce((sum, length) => sum + length, 0)
    // A copy, because the library transfers what it gets.
    return bytes.slice(start, start + (pack.lengths[at] ?? 0))
  }
}

/** The class by which pdf.js asks for its data. Of it, text needs CMaps only: outlines of standard fonts and decoders are for drawing. */
export function createBinaryDataFactory(lookUp: LookUpCMap) {
  return class {
    fetch({
      kind,
      filename,
    }: {
      readonly kind: string
      readonly filename: string
    }): Promise<Uint8Array> {
      const bytes = kind === 'cMapUrl' ? lookUp(filename.replace(/\.bcmap$/, '')) : undefined
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`Not shipped: ${filename}`))
    }
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** `atob` is a host's function. */
function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i
  const length = text.length - (/=*$/.exec(text)?.[0].length ?? 0)
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < length; i++) {
    held = ((held << 6) | (values[text.charCodeAt(i)] ?? 0)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}
