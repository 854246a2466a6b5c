import { fail, succeed, type Result } from '../../lib/result'
import { maxUpdateBytes, type UpdateFailure } from './propose-update'

/** The bytes of a file that may update the knowledge as JSON. `decode` throws on what is no UTF-8. */
export function parseUpdateFile(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): Result<unknown, UpdateFailure> {
  if (bytes.byteLength > maxUpdateBytes)
    return fail({ code: 'too-large', byteLength: bytes.byteLength, limit: maxUpdateBytes })
  let text: string
  try {
    text = decode(bytes)
  } catch {
    return fail({ code: 'not-utf8' })
  }
  try {
    // Microsoft's map begins with a byte-order mark.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return succeed(value)
  } catch (cause) {
    // Deep nesting is refused by the parser as a RangeError.
    if (!(cause instanceof SyntaxError) && !(cause instanceof RangeError)) throw cause
    return fail({ code: 'not-json', detail: cause.message.slice(0, 200) })
  }
}
