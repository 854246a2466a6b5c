import type { Recognition } from '../stages'
import { cueList } from '../text/vocabulary'
import { canBeNew, make, readName, type ReadName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Reporters that no table has: "cybersecurity firm X", "researchers at X", "X Labs", the house whose name stands at the head of its report. */
export const vendorsFromContext: Recogniser = {
  id: 'vendors-from-context',
  reason:
    'names that the text calls a security company, that its researchers belong to, or that sign the report',
  recognise(context) {
    const found: Recognition[] = []
    for (const head of heads)
      for (const i of context.words.at(head)) found.push(...besideHead(context, i))
    for (const run of context.runs) {
      const vendor = byShape(context, run.from, run.to) ?? mastheadName(context, run.from, run.to)
      if (vendor) found.push(vendor)
    }
    return found
  },
}

const heads = cueList(
  'firm company vendor provider startup start-up specialist specialists responders researchers researcher analysts experts house team maker lab division outfit unit bureau',
)
const security =
  /^(?:security|cybersecurity|cyber|threat|intelligence|antivirus|anti-virus|incident|forensics|malware|infosec|cyber-security|blockchain|cyberdefence|response|forensic)$/
const researchers = /^(?:researchers?|analysts|experts|specialists|responders)$/

/** "cybersecurity firm X", "researchers at/of/from X", "X researchers", "analysts of the firm X". */
function besideHead(context: RecogniseContext, head: number): Recognition[] {
  const { words } = context
  const lower = words.tokens[head]?.lower ?? ''
  const sentence = words.sentenceOf[head] ?? 0
  const floor = words.firstOf[sentence] ?? 0
  let secure = researchers.test(lower)
  for (let i = Math.max(floor, head - 4); i < head; i++)
    if (security.test(words.tokens[i]?.lower ?? '')) secure = true
  if (!secure) return []
  let i = head + 1
  while (
    /^(?:at|of|from|with|the|firm|company|called|named|,|group|lab|a|an|institute)$/.test(
      words.tokens[i]?.lower ?? '',
    ) &&
    i - head < 5
  )
    i++
  const name = words.sentenceOf[i] === sentence ? readName(context, i) : undefined
  const found: Recognition[] = []
  if (
    name &&
    (i > head + 1 || !researchers.test(lower)) &&
    canBeNew(context, name) &&
    !isPersonal(context, name, i - head)
  )
    found.push(vendor(context, name, 'called', 0.8))
  if (researchers.test(lower)) {
    let first = head - 1
    while (
      first > floor &&
      head - first < 5 &&
      /^\p{Lu}/u.test(words.tokens[first - 1]?.text ?? '')
    )
      first--
    const before = head > floor ? readName(context, first) : undefined
    if (before && before.to === head && first > floor && canBeNew(context, before))
      found.push(vendor(context, before, 'researchers', 0.7))
  }
  return found
}

/** "researcher Lotte Kuijpers": a person. */
const isPersonal = (context: RecogniseContext, name: ReadName, distance: number): boolean => {
  const head = context.words.tokens[name.from - distance]?.lower ?? ''
  return (
    distance === 1 &&
    /^(?:researcher|researchers|expert|specialist|analyst|experts|analysts|specialists)$/.test(head)
  )
}

const shapeTail =
  /^(?:labs?|intelligence|research|threat|security|cyber|cybersecurity|cyberdefence|defence|defense|response|cert|csirt|infosec|intel|forensics|counter|observatory|sinkhole)$/
const certWord =
  /^(?:[A-Za-z]*CERT(?:-[A-Za-z]{2,})?|CERT[-/.A-Za-z]*|[A-Z]+-?CSIRT|CSIRT[-A-Za-z]*)$/

/** "Black Lotus Labs", "Zaslon Threat Intelligence", "SamCERT", "Hollow Pine Counter Threat Desk". */
function byShape(context: RecogniseContext, from: number, to: number): Recognition | undefined {
  const { words } = context
  for (let i = from; i < to; i++) {
    const token = words.tokens[i]
    if (token && certWord.test(token.text)) {
      const centre = context.text.startsWith('/CC', token.end) ? 3 : 0
      const end = token.end + centre
      let first = i
      if (token.text === 'CERT')
        while (first > from && /^\p{Lu}\p{Ll}/u.test(words.tokens[first - 1]?.text ?? '')) first--
      const name = readName(context, first)
      return name
        ? vendor(
            context,
            { ...name, to: i + 1, end, surface: context.text.slice(name.start, end), next: i + 1 },
            'cert',
            0.85,
          )
        : undefined
    }
  }
  if (to - from < 2 || to - from > 6) return undefined
  let first = from
  while (
    first < to - 1 &&
    /^(?:the|at|by|from|of|a|in|and|with|but|while|according|as)$/.test(
      words.tokens[first]?.lower ?? '',
    )
  )
    first++
  const hits = words.tokens
    .slice(first + 1, to)
    .filter((token) => shapeTail.test(token.lower)).length
  const last = words.tokens[to - 1]?.lower ?? ''
  if (
    hits === 0 ||
    !/^(?:labs?|intelligence|research|security|cybersecurity|cyberdefence|response|defence|defense|desk|observatory|team|institute|project|group|unit|division|cyber|intel|forensics)$/.test(
      last,
    )
  )
    return undefined
  if (
    /^(?:national|federal|state|ministry|department|homeland|social|internal|public|military|foreign|un|nato|deputy|economic|energy|food|global|international|european|british|russian|chinese)$/.test(
      words.tokens[first]?.lower ?? '',
    )
  )
    return undefined
  const name = readName(context, first)
  if (!name || name.to !== to || !canBeNew(context, name)) return undefined
  return vendor(context, name, 'shape', 0.74)
}

/** A name that is a whole line, or a cell of one, at the head of a report: who publishes it. */
function mastheadName(
  context: RecogniseContext,
  from: number,
  to: number,
): Recognition | undefined {
  const { words, segmented } = context
  const sentence = segmented.sentences[words.sentenceOf[from] ?? 0]
  if (
    !sentence ||
    (sentence.zone !== 'title' && sentence.zone !== 'dateline') ||
    sentence.index > 5
  )
    return undefined
  const before = words.tokens[from - 1]
  const after = words.tokens[to]
  const opens = !before || before.end <= sentence.start || /^[|·•–—]$/.test(before.text)
  const closes = !after || after.start >= sentence.end || /^[|·•–—:,]$/.test(after.text)
  if (!opens || !closes || to - from > 6 || (sentence.index === 0 && to - from > 5))
    return undefined
  const name = readName(context, from)
  if (!name || name.to !== to || !canBeNew(context, name) || sentence.end - sentence.start > 140)
    return undefined
  const shape = words.tokens
    .slice(from, to)
    .some((token) =>
      /^(?:research|labs?|intelligence|security|response|institute|desk|observatory|threat|cyber|incident|cert|defence|defense|project|centre|center)$/.test(
        token.lower,
      ),
    )
  return vendor(context, name, 'masthead', shape ? 0.72 : 0.42)
}

function vendor(
  context: RecogniseContext,
  name: ReadName,
  rule: string,
  strength: number,
): Recognition {
  return { ...make(context, name, 'vendor', rule, strength), rule: `vendor/${rule}`, form: 'name' }
}
