import type { Sentence } from '../stages'
import type { Span } from '../../model/span'

export const aliasRules = {
  'alias/stated':
    'words such as "also known as", "tracked as", "which others call" between two names',
  'alias/bracket': 'a further name in brackets right behind a name',
  'alias/equals': 'names set equal by a sign or by a label such as "Other names:"',
  'alias/list': 'a list of names goes on after one of them was equated',
} as const
export type AliasRule = keyof typeof aliasRules

/** A name in a sentence, as far as equating needs it. */
export interface NameInSentence extends Span {
  readonly name: string
}

export interface AliasPair {
  readonly first: number
  readonly second: number
  readonly rule: AliasRule
}

const cue =
  /\b(?:also|better|best|otherwise|elsewhere|variously|aka|a\.k\.a\.?|alias|aliased|known|called|calls?|tracks?|tracked|tracking|refers?|referred|dubs|dubbed|names|named|christened|labels?|labell?ed|prefers?|denominated|designated|monikers?|nicknamed|formerly|previously|i\.e\.|equals|identified|speaks in public as|goes by|lists? as|listed as|in the (?:files|books|reports|nomenclature) of|to older (?:readers|hands)|until (?:last )?(?:spring|summer|autumn|winter|year))\b/iu
const against =
  /\b(?:not|n't|never|nor|neither|overlap(?:s|ped|ping)?|link(?:s|ed)?|similar|similarity|resembl\w+|unlike|than|against|between|versus|subgroups?|sub-group|part of|branch|belongs?|shares?|shared|including|such as|like|attributed|ascribed|associated|connect(?:s|ed|ion)|tied|related|successor|splinter|offshoot|working with|alongside|together with|instead of|rather|confused|different|another|and also|but|while|whereas|targets?|targeted|attack\w*|hack\w*|uses?|used|deploys?|deployed|sold|reminds?|contains)\b/iu
const listGap =
  /^\s*(?:\([^()]{0,40}\)\s*)?(?:[,;/|=·]|\band\b|\bor\b|&|,\s*(?:and|or)\b)?\s*(?:(?:at|to|by|in|for|with) (?:the )?\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*)?|\([^()]{0,40}\)|since [\w ]{3,15},?|until [\w ]{3,20}:?|formerly|sometimes|(?:to|by) (?:a few|some|many|most)(?: people| others)?|[,;/|=&)("'“”‘’\s]|and|or|also|likewise|further|as)*$/u

const namingGoesOn =
  /\b(?:prefers?|says|calls|tracks|lists|names|in many an older report it is|it is|as)\s*["“'‘]?$/iu

/** Which neighbouring names of a sentence the words between them declare to be one actor's. */
export function aliasPairs(
  text: string,
  sentence: Sentence,
  names: readonly NameInSentence[],
): AliasPair[] {
  const pairs: AliasPair[] = []
  let chain = labelled(text, sentence, names)
  for (let i = 1; i < names.length; i++) {
    const before = names[i - 1]
    const here = names[i]
    if (!before || !here) continue
    const gap = text.slice(before.end, here.start)
    const rule = ruleOf(gap, chain)
    if (rule) pairs.push({ first: i - 1, second: i, rule })
    chain = rule !== undefined
  }
  return pairs
}

/** "Other names: A (MITRE), B (CrowdStrike)": every name in the sentence is one actor's. */
function labelled(text: string, sentence: Sentence, names: readonly NameInSentence[]): boolean {
  const first = names[0]
  if (!first) return false
  const lead = text.slice(sentence.start, first.start)
  if (lead.length > 160 || against.test(lead)) return false
  return (
    /^\W*(?:other names|also known as|aliases|aka|names|actor|culprit|synonyms)\b/i.test(lead) ||
    /\b(?:is|are|was|were|group|crew|that|which|whom|who)\b.*\b(?:known|tracked|tracks|referred|call|calls|called|name|names)\b(?: to| as| by| it| in)*\W*$/i.test(
      lead,
    )
  )
}

function ruleOf(gap: string, chain: boolean): AliasRule | undefined {
  if (gap.length > 110 || /[.!?]\s+\p{Lu}/u.test(gap) || against.test(gap)) return undefined
  if (/^\s*(?:=|≡)\s*$/.test(gap)) return 'alias/equals'
  if (/^\s*(?:\([\w\s,:.]{0,50}\)\s*)?=\s*$/.test(gap)) return 'alias/equals'
  if (/^\s*[(\[]\s*$/.test(gap)) return 'alias/bracket'
  if (/^,? or $/.test(gap) && gap.startsWith(',')) return 'alias/stated'
  if (
    /^\s*[(\[]\s*(?:or|formerly|also|a\.?k\.?a\.?|alias|elsewhere|internally|our own label)\b[^()]{0,30}$/i.test(
      gap,
    )
  )
    return 'alias/bracket'
  const parted = /[;:]\s/.test(gap.replace(/^[^;:]*\b(?:label|names?)\b:/, ''))
  // Behind a semicolon only a naming that goes on: "…; Microsoft prefers B, and elsewhere it is C".
  if (cue.test(gap) && (!parted || (chain && namingGoesOn.test(gap)))) return 'alias/stated'
  if (chain && listGap.test(gap)) return 'alias/list'
  return undefined
}
