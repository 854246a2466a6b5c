import type { Recognition } from '../stages'
import type { NamedKind } from './class-nouns'
import { canBeNew, make, readName, type ReadName } from './read-name'
import type { RecogniseContext } from './recogniser'

/** ", Y and Z" after a name: more of the same. */
export function furtherNames(
  context: RecogniseContext,
  from: number,
  kind: NamedKind,
  rule: string,
): Recognition[] {
  const found: Recognition[] = []
  let i = from
  for (let guard = 0; guard < 8; guard++) {
    let k = i
    while (
      /^(?:,|and|or|also|\/|as|well|sometimes|variously|aka|otherwise)$/.test(
        context.words.tokens[k]?.lower ?? '',
      ) &&
      k - i < 4
    )
      k++
    if (k === i || context.words.sentenceOf[k] !== context.words.sentenceOf[from - 1]) break
    const name = readName(context, k)
    if (!name || !canBeNew(context, name, [kind]) || isClause(context, name)) break
    found.push(make(context, name, kind, rule, 0.7))
    i = name.next
  }
  return found
}

/** "…, Microsoft said": the subject of the next clause is no further name. */
export function isClause(context: RecogniseContext, name: ReadName): boolean {
  return /^(?:said|says|told|wrote|writes|reported|reports|has|had|is|was|were|are|will|warned|added|found|believes|announced|confirmed|’s|'s)$/.test(
    context.words.tokens[name.next]?.lower ?? '',
  )
}
