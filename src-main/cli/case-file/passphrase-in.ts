import { readFileSync } from 'node:fs'
import { UsageError } from '../terminal'

export function passphraseIn(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  try {
    const [line = ''] = readFileSync(file, 'utf8').split(/\r?\n/)
    if (line === '') throw new UsageError(`the first line of ${file} is empty`)
    return line
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} cannot be read`)
  }
}
