import { asciiOf } from '../recognise-binary'

/** What the dictionary holds before the first byte ([MS-OXRTFCP], 2.1.3.1.4). */
const prefix =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'

const maxLength = 64 * 1024 * 1024

/** Rich Text as Outlook packs it, one character a byte; undefined where it is none. */
export function decompressRtf(bytes: Uint8Array): string | undefined {
  if (bytes.length < 16) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(4, true)
  const kind = view.getUint32(8, true)
  if (kind === 0x414c454d) return asciiOf(bytes.subarray(16))
  if (kind !== 0x75465a4c || size > maxLength) return undefined
  const dictionary = new Uint8Array(4096)
  for (let i = 0; i < prefix.length; i++) dictionary[i] = prefix.charCodeAt(i)
  const out = new Uint8Array(size)
  let place = prefix.length
  let length = 0
  const put = (byte: number) => {
    if (length < size) out[length++] = byte
    dictionary[place] = byte
    place = (place + 1) & 4095
  }
  let at = 16
  while (at < bytes.length && length < size) {
    const control = bytes[at++] ?? 0
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      if ((control & (1 << bit)) === 0) put(bytes[at++] ?? 0)
      else {
        const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
        at += 2
        const from = reference >> 4
        if (from === place) return asciiOf(out.subarray(0, length))
        for (let i = 0; i < (reference & 15) + 2; i++) put(dictionary[(from + i) & 4095] ?? 0)
      }
    }
  }
  return asciiOf(out.subarray(0, length))
}
