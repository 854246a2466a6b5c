import type { RecogniseContext } from './recogniser'

const agentVerbs =
  /^(?:claimed|claims|said|says|boasted|boasts|encrypted|hacked|breached|stole|attacked|targeted|struck|leaked|listed|posted|published|has|have|had|is|was|hit|used|uses|exploited|broke|entered|infiltrated|penetrated|deployed|took|sent|put|did|does|went|began|operates|emerged|added|released|denied|demanded|threatened|extorted|put|puts|copied|removed|emptied|auctioned|looted|raided|visited|shares|shared)$/

/** What a gang deals in: enough to make the one who deals in it a gang. */
const gangsGoods =
  /^(?:auction|auctioned|ransom|terabytes?|gigabytes?|entry|entries|victims?|loot|booty|leak|stolen|delisted|dollars|euros|million|bitcoins?|coins|tokens|passwords?|mailboxes|signed)$/

/** "The Spanish-speaking team …", "The group …" at the head of a sentence. */
export function goesOnWithBand({ words, cues }: RecogniseContext, sentence: number): boolean {
  const from = words.firstOf[sentence]
  const to = words.firstOf[sentence + 1]
  if (from === undefined || to === undefined || words.tokens[from]?.text !== 'The') return false
  return anyIn(cues.actor, from + 1, Math.min(to, from + 4))
}

const headingEnd = /^(?:\(|:|\||\.|—|–|-|;|\d.*)$/
/** "PLAY (5 new)", "Akira" on a line of its own, "POLONIUM. Israeli only": a line's label in a text on attacks. */
export function isHeading(context: RecogniseContext, hit: { start: number; end: number }): boolean {
  const { words, segmented } = context
  const first = context.tokenAt(hit.start)
  const sentence = words.sentenceOf[first] ?? 0
  const from = words.firstOf[sentence] ?? 0
  const to = words.firstOf[sentence + 1] ?? from
  // Bullets and numbers may stand before.
  for (let i = from; i < first; i++) if (/\p{L}/u.test(words.tokens[i]?.text ?? '')) return false
  const next = context.tokenAt(hit.end - 1) + 1
  if (next < to && !headingEnd.test(words.tokens[next]?.lower ?? '')) return false
  const before = segmented.sentences[sentence - 1]
  const isOwnLine = before === undefined || context.text.slice(before.end, hit.start).includes('\n')
  if (!isOwnLine || to - from > 9) return false
  return context.aboutAttacks
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
  // "Elliptic points at Foo", "pins it on Foo"
  if (
    /^(?:at|to|on)$/.test(before) &&
    /^(?:points?|pointed|pointing|fingers?|pins?|pinned|blames?|blamed|it|blame)$/.test(
      words.tokens[left - 1]?.lower ?? '',
    ) &&
    (before !== 'to' || words.tokens[left - 1]?.lower !== 'it')
  )
    return true
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
