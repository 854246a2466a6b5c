import * as z from 'zod/mini'
import { cleanName, cleanNames } from './clean-name'
import type { SourceFacts } from './source-facts'
import { noFacts } from './source-facts'

const rowSchema = z.looseObject({
  'Threat actor name': z.string(),
  'Origin/Threat': z.optional(z.string()),
  'Other names': z.optional(z.string()),
})

/** Reads Microsoft's naming map; undefined where it is none. */
export function readMicrosoftMap(value: unknown): SourceFacts | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const rows = (value as unknown[]).flatMap((row) => {
    const parsed = rowSchema.safeParse(row)
    return parsed.success ? [parsed.data] : []
  })
  if (rows.length === 0) return undefined
  const actors = rows.flatMap((row) => {
    const name = cleanName(row['Threat actor name'])
    if (name === undefined) return []
    const others = cleanNames((row['Other names'] ?? '').split(/[,;]/))
    // "China", but also "Private sector offensive actor, Israel" and "Financially motivated".
    const origin = row['Origin/Threat']?.split(',').at(-1)?.trim()
    return [
      {
        name,
        names: [{ name, namedBy: 'Microsoft' }, ...others.map((other) => ({ name: other }))],
        ...(origin === undefined || origin === '' ? {} : { origin }),
      },
    ]
  })
  const facts = noFacts({ kind: 'microsoft-map', title: "Microsoft's threat actor names" })
  return { ...facts, actors, unusable: value.length - actors.length }
}
