import { fail, succeed } from '../../lib/result'
import type { ContainerFormat, OpenedContainer } from '../import-format'
import type { ImportPorts } from '../import-ports'
import { maxMailBytes } from '../limits'
import { composeMail } from '../mail/compose-mail'
import { openCompoundFile, type CompoundStream } from '../mail/compound-file'
import { readOutlookMessage } from '../mail/outlook-message'
import { bytesOf } from '../mail/transfer-encoding'
import { startsWith } from '../recognise-binary'
import { rtfText } from './rtf'

/** The container of Outlook messages; old Office documents share it and are named as what they are. */
export const compoundFormat: ContainerFormat = {
  id: 'compound',
  label: 'Outlook message',
  extensions: ['.msg', '.oft'],
  maxBytes: maxMailBytes,
  recognise: ({ head }) => startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  open: async (file, ports, context) => {
    const opened = openCompoundFile(file.bytes)
    if (!opened.ok) return fail({ code: 'damaged', format: 'msg', detail: opened.failure })
    await context.breathe()
    const streams = opened.value
    const holds = (path: string) => streams.some((stream) => stream.path === path)
    if (holds('EncryptedPackage')) return fail({ code: 'encrypted' })
    if (holds('__properties_version1.0')) return succeed(readMessage(streams, ports, file.name))
    const kind = oldDocuments.find(({ stream }) => holds(stream))
    return fail({ code: 'unknown-format', looksLike: kind?.what ?? 'an old Office document' })
  },
}

const oldDocuments = [
  { stream: 'WordDocument', what: 'a Word 97–2003 document (DOC)' },
  { stream: 'Workbook', what: 'an Excel 97–2003 workbook (XLS)' },
  { stream: 'Book', what: 'an Excel 5 workbook (XLS)' },
  { stream: 'PowerPoint Document', what: 'a PowerPoint 97–2003 presentation (PPT)' },
]

function readMessage(
  streams: readonly CompoundStream[],
  ports: ImportPorts,
  fileName: string,
): OpenedContainer {
  const { head, body, rtf } = readOutlookMessage(streams, ports)
  const shown =
    rtf === undefined
      ? body.shown
      : [{ type: 'plain' as const, text: rtfText(bytesOf(rtf), ports) }]
  return {
    text: { format: 'email', read: composeMail(head, { ...body, shown }, fileName) },
    members: body.attachments,
    refused: [],
  }
}
