import { isHalved, isKept, takesE } from './lemma-endings'
import { irregularNouns, irregularVerbs } from './lemma-exceptions'
import type { Upos } from './tag-set'

/** Dictionary form, lower case, of a verb ("breached" → "breach") or noun ("agencies" → "agency"); other words are only lower-cased. */
export function lemmatise(form: string, upos: Upos): string {
  const word = form.toLowerCase().replace(/’/g, "'")
  if (word.length > 40) return word
  if (upos === 'VERB' || upos === 'AUX') return verbLemma(word)
  return upos === 'NOUN' ? nounLemma(word) : word
}

function verbLemma(word: string): string {
  const irregular = irregularVerbs.get(word)
  if (irregular !== undefined) return irregular
  const prefix = /^(?:re|un|over|under|out|mis|pre)-?(?=[a-z]{3,}$)/.exec(word)?.[0]
  const rest = prefix === undefined ? undefined : irregularVerbs.get(word.slice(prefix.length))
  if (prefix !== undefined && rest !== undefined && rest.length > 3) return prefix + rest
  if (/[^aeiou]ie[sd]$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('s')) return thirdPerson(word)
  const stem = /^(.*[aeiouy].*?)(?:ed|ing)$/.exec(word)?.[1]
  if (stem === undefined || stem.length < 2 || /^(?:.?e|proce|exce|succe|ne|inde)$/.test(stem))
    return word
  return restore(stem)
}

function thirdPerson(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is)$/.test(word)) return word
  return /(?:ss|sh|[^a]ch|[aeo]ach|x|zz|o)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

const endings = new Map<string, 'e' | 'half' | 'kept'>([
  ...takesE.split(' ').map((ending) => [ending, 'e'] as const),
  ...isHalved.split(' ').map((ending) => [ending, 'half'] as const),
  ...isKept.split(' ').map((ending) => [ending, 'kept'] as const),
])
const LONGEST_ENDING = 6

/** Puts back what -ed and -ing took away or doubled: the longest listed ending decides. */
function restore(stem: string): string {
  const marked = `^${stem}`
  for (let length = Math.min(LONGEST_ENDING, marked.length); length > 0; length--) {
    const change = endings.get(marked.slice(-length))
    if (change === undefined) continue
    if (change === 'e') return `${stem}e`
    return change === 'half' ? stem.slice(0, -1) : stem
  }
  return stem
}

const plainPlural =
  /(?:movie|cookie|selfie|zombie|rookie|calorie|newbie|hippie|cache|niche|avalanche|axe|head ?ache|heartache|shoe|toe)s$/
const esPlural = /(?:ss|sh|ch|x|zz|hero|potato|tomato|echo|veto|torpedo|cargo|mosquito|volcano)es$/

function nounLemma(word: string): string {
  const irregular = irregularNouns.get(word)
  if (irregular !== undefined) return irregular
  if (/^(?:mid-)?\d+s$/.test(word)) return word
  if (/[a-z]{2}(?:men|children)$/.test(word))
    return word.endsWith('men') ? `${word.slice(0, -3)}man` : word.slice(0, -3)
  if (word.length <= 3 || !word.endsWith('s') || /(?:ss|us|is|'s)$/.test(word)) return word
  if (plainPlural.test(word)) return word.slice(0, -1)
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  return esPlural.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}
