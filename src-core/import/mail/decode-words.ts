import { decodeText } from '../decode-text'
import type { ImportPorts } from '../import-ports'
import { bytesOf, decodeBase64 } from './transfer-encoding'

type DecodingPorts = Pick<ImportPorts, 'decodeBytes' | 'guessEncodings'>

/** A header as people read it: encoded words (RFC 2047) decoded, raw bytes taken for UTF-8 or guessed. */
export function decodeWords(raw: string, ports: DecodingPorts): string {
  const joined = raw.slice(0, 20_000).replace(/(\?=)\s+(?==\?)/g, '$1')
  const decoded = joined.replace(
    /=\?([\w.:-]{1,40})(?:\*[\w-]{0,10})?\?([bq])\?([^?\s]{0,2000})\?=/gi,
    (whole, label: string, encoding: string, text: string) => {
      const bytes =
        encoding.toLowerCase() === 'b'
          ? decodeBase64(text)
          : bytesOf(
              text
                .replaceAll('_', ' ')
                .replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
                  String.fromCharCode(parseInt(hex, 16)),
                ),
            )
      return ports.decodeBytes(bytes, label.toLowerCase(), false) ?? whole
    },
  )
  return decodeRaw(decoded, ports).replace(/\s+/g, ' ').trim()
}

function decodeRaw(text: string, ports: DecodingPorts): string {
  // Eight-bit headers; a character above 255 shows that the words are decoded already.
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text
  const decoded = decodeText(bytesOf(text), ports)
  return decoded.ok ? decoded.value.text : text
}
