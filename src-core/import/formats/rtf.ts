import { succeed } from '../../lib/result'
import type { ImportFormat } from '../import-format'
import type { ImportPorts } from '../import-ports'
import { maxTextBytes } from '../limits'
import { composeDocument } from '../office/compose-document'
import { asciiOf } from '../recognise-binary'
import { readRtf } from '../rtf/read-rtf'

/** Rich Text, as mail programs and old word processors write it. */
export const rtfFormat: ImportFormat = {
  id: 'rtf',
  label: 'Rich Text',
  extensions: ['.rtf'],
  maxBytes: maxTextBytes,
  recognise: ({ head }) => /^\s{0,8}\{\\rtf1?/.test(asciiOf(head.subarray(0, 64))),
  read: async (file, ports, context) => {
    const { collector, properties } = readRtf(asciiOf(file.bytes), decoder(ports))
    await context.breathe()
    return succeed(composeDocument(collector, properties, file.name))
  },
}

/** The text of a Rich Text that stands inside something else, as an Outlook message's body does. */
export function rtfText(bytes: Uint8Array, ports: ImportPorts): string {
  const { collector } = readRtf(asciiOf(bytes), decoder(ports))
  return collector.blocks.map(({ text }) => text).join('\n\n')
}

function decoder(ports: ImportPorts): (bytes: readonly number[], codePage: number) => string {
  return (bytes, codePage) =>
    ports.decodeBytes(Uint8Array.from(bytes), labelOf(codePage), false) ??
    String.fromCharCode(...bytes)
}

/** Windows code pages by the names that browsers know. */
const labels: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

function labelOf(codePage: number): string {
  return labels[codePage] ?? `windows-${codePage}`
}
