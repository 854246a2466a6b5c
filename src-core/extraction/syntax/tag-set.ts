/** The seventeen universal parts of speech (universaldependencies.org/u/pos), in the order of their ids. */
export const uposNames = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type Upos = (typeof uposNames)[number]

/** Joint tags, "VERB_VBN" and so on, as a model numbers them, and what the parser asks of them. */
export interface TagSet {
  readonly upos: readonly Upos[]
  readonly xpos: readonly string[]
  readonly uposOf: Uint8Array
  readonly comma: number
  readonly verb: number
  readonly aux: number
  readonly conjunction: number
  readonly isNominal: Uint8Array
  readonly isPremodifier: Uint8Array
}

export function makeTagSet(names: readonly string[]): TagSet {
  const upos = names.map((name) => toUpos(name.split('_')[0] ?? ''))
  return {
    upos,
    xpos: names.map((name) => name.slice(name.indexOf('_') + 1)),
    uposOf: Uint8Array.from(upos, (name) => uposNames.indexOf(name)),
    comma: names.indexOf('PUNCT_,'),
    verb: uposNames.indexOf('VERB'),
    aux: uposNames.indexOf('AUX'),
    conjunction: uposNames.indexOf('CCONJ'),
    isNominal: flags('NOUN', 'PROPN'),
    isPremodifier: flags('DET', 'ADJ', 'NUM', 'ADV', 'PART', 'SYM'),
  }
}

function toUpos(name: string): Upos {
  return uposNames.find((upos) => upos === name) ?? 'X'
}

/** One longer than the tags are many, for the PAD entries. */
function flags(...names: readonly Upos[]): Uint8Array {
  return Uint8Array.from([...uposNames, 'X'], (upos, i) =>
    i < uposNames.length && names.some((name) => name === upos) ? 1 : 0,
  )
}
