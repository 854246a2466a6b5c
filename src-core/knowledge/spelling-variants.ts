import type { KnownName } from './knowledge'

/**
 * How else reporters write these names: "Cobalt Strike" as "CobaltStrike", "GhostEmperor" as "Ghost Emperor". What is taken
 * apart wants its capitals and counts as made of common words. Enter them behind the names
 * themselves: the index keeps the first of two that are found alike.
 */
export function spellingVariants(names: readonly KnownName[]): KnownName[] {
  const variants: KnownName[] = []
  for (const name of names) {
    if (name.class !== 'distinctive' && name.class !== 'multiword-common') continue
    const { surface } = name
    if (/^[A-Za-z]{3,}[ -][A-Za-z]{3,}$/.test(surface))
      variants.push({ ...name, surface: surface.replace(/[ -]/, ''), role: 'alias' })
    else if (name.class === 'distinctive' && /^[A-Z][a-z]{2,}[A-Z][a-z]{2,}$/.test(surface))
      variants.push({
        ...name,
        surface: surface.replace(/([a-z])([A-Z])/, '$1 $2'),
        role: 'alias',
        class: 'multiword-common',
        written: 'capitalised',
      })
  }
  return variants
}
