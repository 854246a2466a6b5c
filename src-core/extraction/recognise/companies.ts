import type { Recognition } from '../stages'
import { bodySectors, companySuffix } from './body-heads'
import { canBeNew, giants, make, namesInRun, type ReadName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Companies and bodies whose names tell nothing: "the airline Qantas", "Bybit, a crypto exchange", "carmaker Volvo", "customers of Lidl". */
export const companies: Recogniser = {
  id: 'companies',
  reason: 'capitalised names that the words beside them call a company or body, or treat as one',
  recognise(context) {
    const bodyWords = bodySpans(context)
    const voting = ['campaign', 'candidate', 'president', 'presidential', 'election'].some(
      (word) => word !== 'campaign' && context.words.at(word).length > 0,
    )
    return context.runs.flatMap((run) =>
      namesInRun(context, run.from, run.to).flatMap((name) => {
        const typed = run.loud ? undefined : withType(context, name, bodyWords.beginningAt, voting)
        if (typed) return [typed]
        if (!canBeNew(context, name)) return []
        if (giants.has(name.surface.toLowerCase()) && /^\p{Lu}/u.test(name.surface))
          return [
            recognition(context, name, {
              sectors: [],
              rule: 'well-known',
              strength: platforms.test(name.surface) ? 0.46 : 0.66,
            }),
          ]
        if (context.knownAt(name.start, name.end).some((one) => one.kind === 'actor')) return []
        const told = calledABody(context, name, bodyWords)
        if (told && !run.loud) return [recognition(context, name, told)]
        return bare(context, name, run.loud || (run.initial && name.from === run.from))
      }),
    )
  },
}

interface BodyWord {
  readonly start: number
  readonly end: number
  readonly sectors: readonly string[]
}

/** Descriptors of typed bodies in the text, singular ones, by the offset at which they end and at which they begin. */
function bodySpans(context: RecogniseContext): {
  readonly endingAt: ReadonlyMap<number, BodyWord>
  readonly beginningAt: ReadonlyMap<number, BodyWord>
} {
  const endingAt = new Map<number, BodyWord>()
  const beginningAt = new Map<number, BodyWord>()
  for (const hit of context.hits) {
    const names = hit.names.filter((name) => name.kind === 'sector' && name.form === 'body')
    if (names.length === 0) continue
    const slugs = names
      .map((name) => context.knowledge.sectors.get(name.key)?.slug ?? '')
      .filter((slug) => slug !== '')
    const word = { start: hit.start, end: hit.end, sectors: [...new Set(slugs)] }
    endingAt.set(hit.end, word)
    beginningAt.set(hit.start, word)
  }
  return { endingAt, beginningAt }
}

const townBodies =
  /^(?:municipality|airport|port|hospital|dam|university|council|refinery|prison|stadium|waterworks|cathedral|town|library|museum|court|clinic|college|harbour)$/

/** Places where things are posted, far more often than bodies that things happen to. */
const platforms =
  /^(?:Twitter|LinkedIn|Discord|Facebook|YouTube|Instagram|TikTok|WhatsApp|Signal|Slack|Yahoo|Mozilla|Dropbox)$/

/** "Lugano municipality", "Mackay hospital", "the Smith campaign" before an election: the type behind the name is part of it. */
function withType(
  context: RecogniseContext,
  name: ReadName,
  beginningAt: ReadonlyMap<number, BodyWord>,
  voting: boolean,
): Recognition | undefined {
  const { words } = context
  const next = words.tokens[name.next]
  if (!next || name.quoted || words.sentenceOf[name.next] !== words.sentenceOf[name.from])
    return undefined
  const body = beginningAt.get(next.start)
  const town = townBodies.test(next.lower) && body !== undefined && body.end === next.end
  const campaign = voting && next.lower === 'campaign'
  if (!town && !campaign) return undefined
  const known = context.knownAt(name.start, name.end)
  if (
    known.some(
      (one) =>
        one.kind === 'country' ||
        one.kind === 'vendor' ||
        one.kind === 'actor' ||
        one.kind === 'malware' ||
        (campaign && one.kind !== 'place') ||
        one.kind === 'sector',
    )
  )
    return undefined
  const whole = {
    ...name,
    to: name.next + 1,
    next: name.next + 1,
    end: next.end,
    surface: context.text.slice(name.start, next.end),
  }
  if (!/^\p{Lu}\p{L}/u.test(name.surface) || !canBeNew(context, whole)) return undefined
  return {
    ...recognition(context, whole, {
      sectors: campaign ? ['government'] : (body?.sectors ?? []),
      rule: 'with-type',
      strength: campaign ? 0.6 : 0.66,
    }),
    aliases: [name.surface],
  }
}

const plainBody =
  /^(?:company|firm|group|giant|maker|operator|provider|supplier|organisation|organization|institute|body|agency|startup|start-up|subsidiary|unit|chain|brand|contractor|manufacturer|retailer|service|platform|site|website|portal|charity|association|federation|utility|broker|developer|producer|distributor|carrier|publisher|exchange|house|conglomerate|business|enterprise|plant|facility|mine|network|outlet|registry|association|dealer|carmaker|airline|insurer|lender|bank|newspaper|broadcaster|hospital|university|app|wallet|marketplace|brewer|brewery|cooperative|club|party|channel|agency|clinic|lab|laboratory|vendor)$/

interface Told {
  readonly sectors: readonly string[]
  readonly rule: string
  readonly strength: number
  readonly country?: string
}

function calledABody(
  context: RecogniseContext,
  name: ReadName,
  spans: ReturnType<typeof bodySpans>,
): Told | undefined {
  return (
    before(context, name, spans.endingAt) ?? after(context, name, spans) ?? suffixed(context, name)
  )
}

/** "mobile operator Kyivstar", "the airline “Pobeda”", "software house of Lucerne, Xplain". */
function before(
  context: RecogniseContext,
  name: ReadName,
  endingAt: ReadonlyMap<number, BodyWord>,
): Told | undefined {
  const { words } = context
  let i = name.from - 1
  if (name.quoted) i--
  if (
    words.tokens[i]?.text === ',' ||
    words.tokens[i]?.lower === 'called' ||
    words.tokens[i]?.lower === 'named'
  )
    i--
  const token = words.tokens[i]
  if (!token || words.sentenceOf[i] !== words.sentenceOf[name.from]) return undefined
  const body = endingAt.get(token.end)
  if (body) return { sectors: body.sectors, rule: 'called', strength: 0.78 }
  if (plainBody.test(token.lower))
    return { sectors: bodySectors(token.lower) ?? [], rule: 'called', strength: 0.7 }
  return undefined
}

/** "Bybit, a crypto exchange", "Solway, the operator of a mine", "Synnovis (a laboratory service)", "MGPTT, the mutual fund of …". */
function after(
  context: RecogniseContext,
  name: ReadName,
  { beginningAt }: ReturnType<typeof bodySpans>,
): Told | undefined {
  const { words } = context
  let i = name.next
  const sentence = words.sentenceOf[name.from] ?? 0
  const limit = Math.min(words.firstOf[sentence + 1] ?? i, i + 11)
  const opener = words.tokens[i]?.lower ?? ''
  if (!/^(?:,|\(|is|was|–|—|-)$/.test(opener)) return undefined
  i++
  if (
    /^(?:which|who)$/.test(words.tokens[i]?.lower ?? '') &&
    /^(?:is|was)$/.test(words.tokens[i + 1]?.lower ?? '')
  )
    i += 2
  const article = words.tokens[i]?.lower ?? ''
  const determined =
    /^(?:a|an|the|another|one|its|their|country’s|itself)$/.test(article) ||
    /^\p{Lu}/u.test(words.tokens[i]?.text ?? '')
  if (!determined) return undefined
  for (let k = i; k < limit; k++) {
    const token = words.tokens[k]
    if (
      !token ||
      /^[.;:)]$|^(?:said|says|and|or|has|had|were|told|from|in|for|by|at)$/.test(token.lower)
    )
      return undefined
    if (token.text === ',' && k > i + 1) return undefined
    const body = beginningAt.get(token.start)
    if (body && body.sectors.length > 0)
      return { sectors: body.sectors, rule: 'apposition', strength: 0.74 }
    if (
      plainBody.test(token.lower) &&
      !/^(?:group|unit|network|house|body|party|channel|lab|service)$/.test(token.lower)
    )
      return { sectors: bodySectors(token.lower) ?? [], rule: 'apposition', strength: 0.68 }
  }
  return undefined
}

function suffixed(context: RecogniseContext, name: ReadName): Told | undefined {
  const last = context.words.tokens[name.to - 1]?.lower ?? ''
  const state = name.to - name.from === 2 ? branchState(context, name) : undefined
  if (state !== undefined) return { sectors: [], rule: 'branch', strength: 0.66, country: state }
  return name.to - name.from > 1 && companySuffix.test(last)
    ? { sectors: [], rule: 'suffix', strength: 0.75 }
    : undefined
}

/** "Vodafone Ukraine", "Nissan Oceania": a house with its country or region behind. */
function branchState(context: RecogniseContext, name: ReadName): string | undefined {
  const { words } = context
  const first = words.tokens[name.from]
  const last = words.tokens[name.to - 1]
  if (!first || !last || name.from === (words.firstOf[words.sentenceOf[name.from] ?? 0] ?? 0))
    return undefined
  if (
    context
      .knownAt(first.start, first.end)
      .some((one) => one.kind !== 'vendor' && one.kind !== 'product')
  )
    return undefined
  const place = context
    .knownAt(last.start, last.end)
    .find(
      (one) =>
        (one.kind === 'country' && one.role === 'name') ||
        (one.kind === 'region' && one.role === 'name'),
    )
  if (!place || words.tokens[name.next]?.text.startsWith('-') === true) return undefined
  return place.kind === 'country' ? place.key : ''
}

const victimBefore =
  /^(?:at|against|on|of|from|into|inside|hit|hacked|breached|attacked|targeted|encrypted|by|crippled|to|including|namely|like|victims|robbed|struck|with|and|over|for|disrupted|compromised|infiltrated|emptied|drained|locked|stopped|penetrated)$/
const victimAfter =
  /^(?:’s|'s|was|were|has|had|said|says|confirmed|confirms|admitted|admits|reported|denied|disclosed|is|told|acknowledged|now|also|\?|:|,|conceded|and|itself|lost|customers|employees|servers|systems|network|website)$/

/** A capitalised name that nothing explains, in a sentence about an attack: perhaps a victim, to be believed only in a victim's place. */
function bare(context: RecogniseContext, name: ReadName, weakCase: boolean): Recognition[] {
  const { words } = context
  const attack = context.hostile[words.sentenceOf[name.from] ?? 0] === 1
  if (name.to - name.from > 4 || isPerson(context, name)) return []
  const left = words.tokens[name.from - 1]?.lower ?? ''
  const right = words.tokens[name.next]?.lower ?? ''
  const placed = victimBefore.test(left) || victimAfter.test(right)
  if (weakCase && !(placed && /^(?:’s|'s|was|were|has|had|said|confirmed|is|,)$/.test(right)))
    return []
  if (
    weakCase &&
    name.to - name.from === 1 &&
    !/\p{Lu}.*\p{Lu}|\d/u.test(name.surface) &&
    words.at(name.surface.toLowerCase()).length < 2
  )
    return []
  const strength = 0.3 + (attack ? 0.08 : 0) + (placed ? 0.07 : 0)
  return [recognition(context, name, { sectors: [], rule: 'bare-name', strength })]
}

const personBefore =
  /^(?:mr|ms|mrs|dr|prof|minister|president|general|spokesman|spokeswoman|spokesperson|senator|judge|sir|captain|colonel|admiral|king|queen|secretary|director|chief|head|editor|reporter|correspondent|chairman|ceo|founder|co-founder|mayor|chancellor|premier|expert|analyst|researcher|officer|deputy|lawyer|writer|author|coder|commissioner|lawmaker|engineer|governor|prosecutor|ambassador|coordinator|leader|boss)\.?$/
const personAfter =
  /^(?:told|writes|recalled|added|replied|insisted|explained|laughed|joked|born|aged|argued|tweeted|resigned)$/

/** Two or three plain capitalised words with a title before, an age or a verb of speech after. */
function isPerson(context: RecogniseContext, name: ReadName): boolean {
  const { words } = context
  const before = words.tokens[name.from - 1]?.lower ?? ''
  const after = words.tokens[name.next]?.lower ?? ''
  if (
    personBefore.test(before) ||
    personAfter.test(after) ||
    personBefore.test(words.tokens[name.from]?.lower ?? '')
  )
    return true
  if (after === ',' && /^\d{2}$/.test(words.tokens[name.next + 1]?.text ?? '')) return true
  if (
    after === ',' &&
    /^(?:its|the|his|her)$/.test(words.tokens[name.next + 1]?.lower ?? '') &&
    personBefore.test(words.tokens[name.next + 2]?.lower ?? '')
  )
    return true
  return (
    /^(?:\p{Lu}\p{Ll}+|\p{Lu}\.) (?:\p{Lu}\. )?\p{Lu}\p{Ll}+$/u.test(name.surface) &&
    /^(?:said|says)$/.test(after)
  )
}

function recognition(context: RecogniseContext, name: ReadName, told: Told): Recognition {
  return {
    ...make(context, name, 'organization', told.rule, told.strength),
    rule: `organization/${told.rule}`,
    form: 'name',
    ...(told.sectors.length > 0 && { sectors: told.sectors }),
    ...(told.country && { country: told.country }),
  }
}
