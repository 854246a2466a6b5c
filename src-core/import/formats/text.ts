import { fail, succeed } from '../../lib/result'
import { decodeText } from '../decode-text'
import type { ImportFormat } from '../import-format'
import { maxTextBytes } from '../limits'
import { readPlainText } from '../text/read-plain-text'

/** The stored text is the file's own, character for character: spans index what another program reads from the file. */
export const textFormat: ImportFormat = {
  id: 'text',
  label: 'Plain text',
  extensions: ['.txt', '.text', '.log'],
  maxBytes: maxTextBytes,
  recognise: ({ text }) => text !== null,
  read: async (file, ports, context) => {
    const decoded = decodeText(file.bytes, ports)
    if (!decoded.ok)
      return fail({ code: 'unknown-format', looksLike: 'binary data of an unknown kind' })
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    return succeed(readPlainText(decoded.value.text, file.name))
  },
}
