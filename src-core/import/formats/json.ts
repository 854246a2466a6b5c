import * as z from 'zod/mini'
import { fail, succeed } from '../../lib/result'
import { decodeText } from '../decode-text'
import type { ContainerFormat, OpenedContainer } from '../import-format'
import { maxBundleBytes } from '../limits'
import { knowledgeFileOf } from '../structured/knowledge-file'
import { readMispEvents } from '../structured/misp/misp-objects'
import { readEvents } from '../structured/misp/read-event'
import { parseLayer, readLayer } from '../structured/read-layer'
import { readBundle } from '../structured/stix/read-bundle'
import { readPlainText } from '../text/read-plain-text'

/** JSON by its shape: STIX bundles, MISP events, Navigator layers, data for the knowledge update; any other is a text. */
export const jsonFormat: ContainerFormat = {
  id: 'data',
  label: 'STIX, MISP or Navigator data',
  extensions: ['.json', '.stix', '.stix2', '.misp'],
  maxBytes: maxBundleBytes,
  recognise: ({ text, extension }) =>
    text !== null &&
    extension !== '.txt' &&
    extension !== '.md' &&
    /^\ufeff?\s{0,200}[{[]/.test(text),
  open: async (file, ports, context) => {
    const decoded = decodeText(file.bytes, ports)
    if (!decoded.ok)
      return fail({ code: 'unknown-format', looksLike: 'binary data of an unknown kind' })
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    const { text } = decoded.value
    const value = parseJson(text)
    const knowledge = knowledgeFileOf(value)
    if (knowledge) return fail({ code: 'knowledge-file', ...knowledge })
    return succeed({ members: [], refused: [], text: readShape(value, text, file.name) })
  },
}

const bundleSchema = z.object({ type: z.literal('bundle'), objects: z.array(z.unknown()) })

function readShape(
  value: unknown,
  text: string,
  fileName: string,
): NonNullable<OpenedContainer['text']> {
  const bundle = bundleSchema.safeParse(value)
  if (bundle.success) return { format: 'stix', read: readBundle(bundle.data.objects, fileName) }
  const [event, ...more] = readMispEvents(value)
  if (event) return { format: 'misp', read: readEvents([event, ...more], fileName) }
  const layer = parseLayer(value)
  if (layer) return { format: 'navigator', read: readLayer(layer, fileName) }
  return { format: 'text', read: readPlainText(text, fileName) }
}

/** Undefined where it is none: then it is a text that begins with a bracket. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    // Broken, or nested deeper than the engine goes.
    if (cause instanceof SyntaxError || cause instanceof RangeError) return undefined
    throw cause
  }
}
