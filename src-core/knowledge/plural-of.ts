/** The regular English plural of a noun phrase: of its last word, or of the word before "of", "for", "in" and "and". */
export function pluralOf(phrase: string): string {
  const head = /^(.+?)( (?:of|for|in|to) .+)$/.exec(phrase)
  if (head?.[1] !== undefined && head[2] !== undefined) return pluralOf(head[1]) + head[2]
  if (/[A-Z]$/.test(phrase)) return `${phrase}s`
  if (/[^aeiou]y$/.test(phrase)) return `${phrase.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh)$/.test(phrase)) return `${phrase}es`
  if (/(?:wo)?man$/.test(phrase)) return `${phrase.slice(0, -2)}en`
  return `${phrase}s`
}
