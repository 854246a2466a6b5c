import * as z from 'zod/mini'
import type { ReadText } from '../import-format'
import { titleFromFileName } from '../metadata/read-file-name'
import { plainDescription } from './plain-description'
import { oneLine, StructureBuilder, type Piece } from './structure-builder'

const text = z.catch(z.optional(z.string()), undefined)
const techniqueSchema = z.object({
  techniqueID: z.string().check(z.regex(/^T\d{4}(?:\.\d{3})?$/)),
  comment: text,
  color: text,
  score: z.catch(z.optional(z.nullable(z.number())), undefined),
  enabled: z.catch(z.optional(z.boolean()), undefined),
})
type Technique = z.infer<typeof techniqueSchema>

const layerSchema = z.object({
  name: text,
  description: text,
  domain: text,
  techniques: z.array(z.catch(z.nullable(techniqueSchema), null)),
})
export type Layer = z.infer<typeof layerSchema>

/** A layer of the ATT&CK Navigator (formats 2 to 4.5); undefined for any other JSON. */
export function parseLayer(value: unknown): Layer | undefined {
  const parsed = layerSchema.safeParse(value)
  return parsed.success && parsed.data.techniques.some((technique) => technique !== null)
    ? parsed.data
    : undefined
}

/** The techniques that the layer marks. Whose they are it says only where it names a group or software by ATT&CK id. */
export function readLayer(layer: Layer, fileName: string): ReadText {
  const title = oneLine(layer.name ?? '', 300) || titleFromFileName(fileName)
  const description = oneLine(plainDescription(layer.description ?? ''), 2000)
  const builder = new StructureBuilder()
  builder.plain('title', title)
  builder.plain('paragraph', description)
  const owner = ownerOf(title, description)
  const user = owner && builder.thing(owner)
  if (owner && user !== undefined)
    builder.sentence('paragraph', ['Layer of ', { thing: user }, ` (${owner.ref}).`])
  for (const technique of marked(layer)) {
    const id = technique.techniqueID
    const thing = builder.thing({ kind: 'technique', name: id, ref: id })
    if (thing === undefined) continue
    const said = oneLine(plainDescription(technique.comment ?? ''), 600)
    const end = said === '' ? '.' : `: ${said}`
    const pieces: readonly Piece[] =
      user === undefined
        ? ['Technique ', { thing }, end]
        : [{ thing: user }, ' uses ', { thing }, end]
    builder.sentence(
      'list-item',
      pieces,
      user === undefined
        ? undefined
        : { source: user, target: thing, predicate: 'uses', hedged: false, confidence: 0.85 },
    )
  }
  return {
    source: builder.build('navigator'),
    metadata: { title, language: 'en' },
    pageCount: 0,
  }
}

/** Those with a score, a colour or a comment; a layer that marks none lists what it means. */
function marked({ techniques }: Layer): readonly Technique[] {
  const enabled = techniques.filter((one) => one !== null).filter((one) => one.enabled !== false)
  const chosen = enabled.filter(
    ({ score, color, comment }) =>
      (score ?? 0) > 0 || (color ?? '') !== '' || (comment ?? '') !== '',
  )
  return chosen.length > 0 ? chosen : enabled
}

/** "APT29 (G0016)", "Enterprise techniques used by APT29, ATT&CK group G0016 v1.0". */
function ownerOf(
  title: string,
  description: string,
): { kind: 'actor' | 'malware'; name: string; ref: string } | undefined {
  for (const words of [title, description]) {
    const match =
      /(?:\bby\s+)?([\p{Lu}\d][\p{L}\d .'-]{0,60}?)\s*[,(-]\s*(?:ATT&CK\s+)?(?:group|software)?\s*([GS]\d{4})\b/u.exec(
        words,
      )
    const name = match?.[1]?.replace(/^.*\bby\s+/, '')
    const ref = match?.[2]
    if (name !== undefined && ref !== undefined)
      return { kind: ref.startsWith('G') ? 'actor' : 'malware', name, ref }
  }
  return undefined
}
