import type { RecogniseContext } from './recogniser'

const agentVerbs =
  /^(?:claimed|claims|said|says|boasted|boasts|encrypted|hacked|breached|stole|attacked|targeted|struck|leaked|listed|posted|published|has|have|had|is|was|hit|used|uses|exploited|broke|entered|infiltrated|penetrated|deployed|took|sent|put|did|does|went|began|operates|emerged|added|released|denied|demanded|threatened|extorted|put|puts|copied|removed|emptied|auctioned|looted|raided|visited|shares|shared)$/

/** What a gang deals in: enough to make the one who deals in it a gang. */
const gangsGoods =
  /^(?:auction|auctioned|ransom|terabytes?|gigabytes?|entry|entries|victims?|loot|booty|leak|stolen|delisted)$/

/** "The Spanish-speaking team …", "The group …" at the head of a sentence. */
export function goesOnWithBand({ words, cues }: RecogniseContext, sentence: number): boolean {
  const from = words.firstOf[sentence]
  const to = words.firstOf[sentence + 1]
  if (from === undefined || to === undefined || words.tokens[from]?.text !== 'The') return false
  return anyIn(cues.actor, from + 1, Math.min(to, from + 4))
}

/** "encrypted by Royal", "Hive claimed", "Rhysida's encryption of …", "the leak site of Play". */
export function agentAround(
  { words, cues }: RecogniseContext,
  left: number,
  right: number,
  from: number,
  to: number,
  before: string,
  after: string,
): boolean {
  if (before === 'by' && left > from && anyIn(cues.attack, Math.max(from, left - 5), left))
    return true
  const ahead = words.tokens[left]?.lower === 'of' ? (words.tokens[left - 1]?.lower ?? '') : ''
  if (
    /^(?:site|page|portal|blog|victims?|affiliates?|signature|hands|work|claims?|list|name|members?|encryption)$/.test(
      ahead,
    )
  )
    return true
  if (right >= to) return false
  if (/^['’]s$/.test(after))
    return (
      /^(?:door|doing|handiwork|trophies|booty|catch|entry|entries|encryption|attack|attacks|turn|servers|site|page|leak|victims|affiliates|list|chats|blog|claim|claims|ransom|hackers|operators|spreadsheets|campaign|intrusion|portal)$/.test(
        words.tokens[right + 1]?.lower ?? '',
      ) || /^(?:leak|dark|tor|own)$/.test(words.tokens[right + 1]?.lower ?? '')
    )
  if (/^(?:claims|claimed|says|boasts|boasted|lists|listed)$/.test(after)) return true
  // "It was Foo that took them"
  if (
    /^(?:was|is)$/.test(before) &&
    words.tokens[left - 1]?.lower === 'it' &&
    /^(?:that|who|which)$/.test(after)
  )
    return true
  if (!agentVerbs.test(after) || right + 1 >= to) return false
  const end = Math.min(to, right + 9)
  for (let i = right; i < end; i++)
    if (cues.attack[i] === 1 || gangsGoods.test(words.tokens[i]?.lower ?? '')) return true
  return false
}

/** Whether a token of the range is marked. */
export function anyIn(marks: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (marks[i] === 1) return true
  return false
}
