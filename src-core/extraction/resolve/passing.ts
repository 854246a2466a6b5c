import type { Sentence } from '../stages'

const comparing =
  /^(?:overlap(?:s|ped|ping)?|similar(?:ity|ities|ly)?|resembl(?:es?|ed|ing|ances?)|reminiscent|unlike|like|akin|compared|comparable|versus|than|rather|instead|attributed|associated|linked|links?|ties|tied|connected|connections?|shared?|shares|sharing|borrowed|known|previously|formerly|earlier|once|also|not|nor|neither|confused|distinct|different|separate|relat(?:ed|ion)|used|seen|described|reported|evoke[sd]?|recalls?|reminds?|affinit(?:y|ies)|parallels?)$/
const joint = /^(?:with|to|by|from|of|as|like|unlike|than|between|and|or)$/

/**
 * Whether a sentence names an actor only beside the one that it is about: a word of comparing stands a few words before, a preposition right
 * before the name ("overlaps with X", "a loader previously used by X", "unlike X").
 */
export function isPassing(sentence: Sentence, mention: { readonly firstToken: number }): boolean {
  const { tokens } = sentence
  const first = mention.firstToken
  if (first <= 0) return false
  let at = first - 1
  while (at > 0 && /^(?:the|a|an|"|“|both|so-called)$/.test(tokens[at]?.lower ?? '')) at--
  if (!joint.test(tokens[at]?.lower ?? '')) return false
  for (let i = at; i >= Math.max(0, at - 6); i--) {
    const word = tokens[i]?.lower ?? ''
    if (/^[;:.()]$/.test(word)) return false
    if (comparing.test(word)) return true
  }
  return false
}
