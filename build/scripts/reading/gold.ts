import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Hand-labelled facts of one page, as `../shared/eval/README.md` defines them. */
export interface Gold {
  readonly published?: string
  readonly actors?: readonly GoldActor[]
  readonly mentioned?: readonly (readonly string[])[]
  readonly targets?: readonly GoldTarget[]
  readonly not_targets?: readonly GoldTarget[]
  readonly uses?: readonly GoldNames[]
  readonly exploits?: readonly GoldNames[]
  readonly based_in?: readonly {
    readonly actor: string
    readonly place?: string
    readonly names?: readonly string[]
  }[]
  readonly reported_by?: readonly (string | readonly string[])[]
  readonly period?: readonly {
    readonly actor: string
    readonly from?: string
    readonly to?: string
  }[]
}
export interface GoldActor {
  readonly id: string
  readonly names: readonly string[]
  readonly origin?: string
}
export interface GoldTarget {
  readonly actor?: string
  readonly kind: 'country' | 'sector' | 'organization'
  readonly value?: string
  readonly names?: readonly string[]
  readonly outcome?: 'compromised' | 'targeted' | 'attempted'
  readonly hedged?: boolean
  readonly why?: string
}
export interface GoldNames {
  readonly actor: string
  readonly names: readonly string[]
}

export interface Page {
  readonly name: string
  readonly text: string
  readonly gold: Gold
}

export const sharedEval = join(process.cwd(), '../shared/eval')

export function loadPages(set: string): Page[] {
  const folder = join(sharedEval, set)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => {
      const name = file.replace('.gold.json', '')
      // Labelled data of a fixed, documented shape; a wrong one fails loudly in scoring.
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold
      return { name, text: readFileSync(join(folder, `${name}.txt`), 'utf8'), gold }
    })
}

/** Name comparison of the scorer. */
export function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

function fold(value: string): string {
  return value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[̀-ͯ]/g, '')
    .replace(/\bthe\b/g, ' ')
    .replace(/[^\p{L}\p{N}:]+/gu, '')
}

export interface NamedEntity {
  readonly name: string
  readonly aliases: readonly string[]
  readonly unnamed?: boolean
  readonly origin?: string
  readonly ref?: string
}

export function anyNameMatches(gold: readonly string[], entity: NamedEntity): boolean {
  return gold.some((g) => [entity.name, ...entity.aliases].some((name) => sameName(g, name)))
}

export function actorMatches(names: readonly string[], entity: NamedEntity): boolean {
  const unnamed = names.find((n) => n.startsWith('unnamed:'))
  if (unnamed !== undefined)
    return entity.unnamed === true && (entity.origin ?? '') === unnamed.slice('unnamed:'.length)
  return entity.unnamed !== true && anyNameMatches(names, entity)
}
