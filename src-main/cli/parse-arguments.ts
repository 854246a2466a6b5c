import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './terminal'

type Options = NonNullable<ParseArgsConfig['options']>

/** Node's own parser; what it throws becomes wrong usage. */
export function parseArguments<const Named extends Options>(
  args: readonly string[],
  options: Named,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    if (cause instanceof TypeError)
      throw new UsageError(cause.message.replace(/\.$/, '').split('. ')[0])
    throw cause
  }
}

export function checkDate(value: string | undefined, option: string): string | undefined {
  if (value === undefined) return undefined
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  if (!isDay) throw new UsageError(`${option} takes a day as YYYY-MM-DD, not "${value}"`)
  return value
}

/** A share from 0 to 1. */
export function checkShare(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined
  const share = Number(value)
  if (value.trim() === '' || !(share >= 0 && share <= 1))
    throw new UsageError(`${option} takes a number from 0 to 1, not "${value}"`)
  return share
}
