import * as z from 'zod/mini'

const text = z.catch(z.optional(z.string()), undefined)
/** MISP writes the same field as text, number or array from version to version. */
const scalar = z.catch(z.optional(z.union([z.string(), z.number()])), undefined)
const list = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.catch(z.array(z.catch(z.nullable(schema), null)), [])

const tag = z.object({ name: text })
const meta = z.catch(z.record(z.string(), z.unknown()), {})

const cluster = z.object({
  value: text,
  type: text,
  description: text,
  meta,
})
export type MispCluster = z.infer<typeof cluster>

const galaxy = z.object({ type: text, name: text, GalaxyCluster: list(cluster) })

const attribute = z.object({
  type: text,
  value: scalar,
  comment: text,
  deleted: z.catch(z.optional(z.boolean()), undefined),
  Galaxy: list(galaxy),
  Tag: list(tag),
})
export type MispAttribute = z.infer<typeof attribute>

const mispObject = z.object({ name: text, Attribute: list(attribute) })
const eventReport = z.object({ name: text, content: text })

const eventSchema = z.object({
  info: z.string(),
  date: text,
  uuid: text,
  Orgc: z.catch(z.optional(z.object({ name: text })), undefined),
  Tag: list(tag),
  Attribute: list(attribute),
  Object: list(mispObject),
  Galaxy: list(galaxy),
  EventReport: list(eventReport),
})
export type MispEvent = z.infer<typeof eventSchema>

/** The events of a file: one, as the window exports it, or the answer to a search. Empty where it is no MISP data. */
export function readMispEvents(value: unknown): readonly MispEvent[] {
  return candidates(value).flatMap((candidate) => {
    const parsed = eventSchema.safeParse(candidate)
    return parsed.success ? [parsed.data] : []
  })
}

const wrapped = z.object({ Event: z.unknown() })
const answer = z.object({ response: z.array(z.unknown()) })

function candidates(value: unknown): readonly unknown[] {
  const response = answer.safeParse(value)
  const items: readonly unknown[] = response.success
    ? response.data.response
    : Array.isArray(value)
      ? value
      : [value]
  return items.flatMap((item) => {
    const inner = wrapped.safeParse(item)
    return inner.success ? [inner.data.Event] : []
  })
}

/** What is there: `list` leaves a null for every entry that is none. */
export function present<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value) => value !== null)
}
