import * as z from 'zod/mini'
import { fail, succeed, type Result } from '../lib/result'

/** One line of `gnomon extract --stdin`. */
export interface ExtractLine {
  readonly id: string | number
  readonly text: string
  /** `YYYY-MM-DD` */
  readonly published?: string
}

export interface LineFailure {
  readonly id: string | number | null
  readonly code: 'bad-json' | 'bad-line'
  readonly message: string
}

const idSchema = z.union([z.string(), z.number()], { error: 'must be a string or a number' })
const lineSchema = z.object(
  {
    id: idSchema,
    text: z.string({ error: 'must be a string' }),
    published: z.optional(z.iso.date({ error: 'must be a day, YYYY-MM-DD' })),
  },
  { error: 'must be an object' },
)
const bearsId = z.object({ id: idSchema })

/** The gate for standard input: a line is one JSON object with `id`, `text` and perhaps `published`. */
export function parseExtractLine(line: string): Result<ExtractLine, LineFailure> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    return fail({ id: null, code: 'bad-json', message: `not JSON: ${cause.message}` })
  }
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const named = bearsId.safeParse(value)
    const message = parsed.error.issues
      .map((issue) => `${issue.path.join('.') || 'the line'} ${issue.message}`)
      .join('; ')
    return fail({ id: named.success ? named.data.id : null, code: 'bad-line', message })
  }
  const { id, text, published } = parsed.data
  return succeed({ id, text, ...(published !== undefined && { published }) })
}
