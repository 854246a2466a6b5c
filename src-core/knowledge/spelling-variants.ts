import type { KnownName } from './knowledge'

/**
 * The names and how else reporters write them: "Cobalt Strike" as "CobaltStrike", "GhostEmperor" as "Ghost Emperor". Only names that are
 * nobody's ordinary words are joined, and what is taken apart wants its capitals and counts as made of common words.
 */
export function spellingVariants(names: readonly KnownName[]): KnownName[] {
  const taken = new Set(names.map((name) => `${name.key}\t${name.surface.toLowerCase()}`))
  return names.flatMap((name) => {
    const variant = variantOf(name)
    if (!variant || taken.has(`${name.key}\t${variant.surface.toLowerCase()}`)) return [name]
    taken.add(`${name.key}\t${variant.surface.toLowerCase()}`)
    return [name, variant]
  })
}

function variantOf(name: KnownName): KnownName | undefined {
  const { surface } = name
  if (name.class === 'distinctive' && /^\p{L}{3,}[ -]\p{L}{3,}$/u.test(surface))
    return { ...name, surface: surface.replace(/[ -]/, ''), role: 'alias' }
  if (name.class === 'distinctive' && /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,}$/u.test(surface))
    return {
      ...name,
      surface: surface.replace(/(\p{Ll})(\p{Lu})/u, '$1 $2'),
      role: 'alias',
      class: 'multiword-common',
      written: 'capitalised',
    }
  return undefined
}
