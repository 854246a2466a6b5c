/** Undoes a content transfer encoding (RFC 2045, 6). `raw` has one character a byte; what is no such encoding stays as it is. */
export function decodeTransfer(raw: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return decodeBase64(raw)
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(raw)
  return bytesOf(raw)
}

export function bytesOf(raw: string): Uint8Array {
  const bytes = new Uint8Array(raw.length)
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i)
  return bytes
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Int8Array(128).fill(-1)
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i

/** Characters outside the alphabet are skipped, as the standard says. */
export function decodeBase64(raw: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((raw.length * 3) / 4) + 3)
  let length = 0
  let bits = 0
  let held = 0
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    const value = code < 128 ? (values[code] ?? -1) : -1
    if (value < 0) continue
    bits = (bits << 6) | value
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[length++] = (bits >> held) & 255
    }
  }
  return bytes.slice(0, length)
}

export function decodeQuotedPrintable(raw: string): Uint8Array {
  return bytesOf(
    raw
      .replace(/[ \t]+(?=\r?\n)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  )
}
