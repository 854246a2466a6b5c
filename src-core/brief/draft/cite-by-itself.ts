import type { CaseEntity, CaseLink, CaseView } from '../../case/case-view'
import type { LinkId } from '../../model/ids'

/**
 * The links that a sentence of the analyst's uses: those with both ends named in it, by any name worn. So a sentence with
 * a fact carries its citation without a hand being lifted.
 */
export function linksNamedIn(
  sentence: string,
  view: CaseView,
  links: readonly CaseLink[],
): readonly LinkId[] {
  const text = fold(sentence)
  const named = new Map<string, boolean>()
  const isNamed = (entity: CaseEntity | undefined): boolean => {
    if (!entity) return false
    const known = named.get(entity.id)
    if (known !== undefined) return known
    const found = [entity.name, ...entity.names.map(({ name }) => name)].some((name) =>
      holds(text, fold(name)),
    )
    named.set(entity.id, found)
    return found
  }
  return links
    .filter(
      ({ source, target }) =>
        isNamed(view.entities.get(source)) && isNamed(view.entities.get(target)),
    )
    .map(({ id }) => id)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('en')
}

function holds(text: string, name: string): boolean {
  if (name.length < 2) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true
  return false
}

function isLetter(character: string | undefined): boolean {
  // Han and kana names stand without spaces around them: a letter of such a script beside them ends nothing.
  return (
    character !== undefined &&
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(character)
  )
}
