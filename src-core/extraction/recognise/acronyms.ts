import type { Recognition } from '../stages'
import { cueList, wordClass } from '../text/vocabulary'
import type { RecogniseContext, Recogniser } from './recogniser'

const [opening = '('] = cueList('(')
const closing = wordClass(') , ;')
const bearing = new Set<Recognition['kind']>(['organization', 'vendor', 'actor', 'sector'])

/** "Federal Agency for Cartography and Geodesy (BKG)", "Gonjeshke (Predatory Sparrow)": the short form in brackets is the same thing. */
export const acronyms: Recogniser = {
  id: 'acronyms',
  reason: 'a short form in brackets after a long name takes its kind and key',
  recognise(context, soFar) {
    const opened = context.words.at(opening)
    if (opened.length === 0) return []
    const byEnd = new Map<number, Recognition>()
    for (const one of soFar) {
      if (!bearing.has(one.kind) || one.kind === 'sector' || one.unnamed) continue
      const rival = byEnd.get(one.end)
      if (!rival || one.end - one.start > rival.end - rival.start) byEnd.set(one.end, one)
    }
    return opened.flatMap((open) => shortForm(context, open, byEnd))
  },
}

function shortForm(
  context: RecogniseContext,
  open: number,
  byEnd: ReadonlyMap<number, Recognition>,
): Recognition[] {
  const { words, text } = context
  const close = words.tokens[open + 2]
  if (!close || !closing.has(close)) return []
  let before = words.tokens[open - 1]
  if (before && /^["”’]$/.test(before.text)) before = words.tokens[open - 2]
  const long = before && byEnd.get(before.end)
  const short = words.tokens[open + 1]
  if (!long || long.strength < 0.5 || !short || tradeWords.test(short.text)) return []
  if (!/^\p{Lu}[\p{L}\d&.-]{1,11}$/u.test(short.text) || !fitsInitials(long.surface, short.text))
    return []
  return [
    {
      start: short.start,
      end: short.end,
      kind: long.kind,
      key: long.key,
      name: long.name,
      surface: text.slice(short.start, short.end),
      rule: `${long.kind === 'vendor' ? 'vendor' : long.kind === 'actor' ? 'context' : 'organization'}/acronym`,
      strength: long.kind === 'actor' ? 0.93 : 0.86,
      sentence: context.sentenceAt(short.start),
      form: 'name',
      aliases: [long.surface],
      ...(long.country && { country: long.country }),
      ...(long.sectors && { sectors: long.sectors }),
      ...(long.subtype && { subtype: long.subtype }),
      ...(long.origin && { origin: long.origin }),
    },
  ]
}

/** Words of the trade, not names: they stand in brackets after anything and on their own beside programs. */
export const tradeWords =
  /^(?:BECs?|TTPs?|RATs?|VB[AS]|DLLs?|APTs?|C2s?|C&C|CnC|I[oO]Cs?|RFQs?|RDP|SSH|DDoS|VPNs?|MFA|2FA|APIs?|URLs?|DNS|HTTPS?|SQL|XSS|RCE|LPE|AV|EDR|OS|IT|OT|ICS|SCADA|PDFs?|CVEs?|POC|PoC|ISPs?|MSPs?|NGOs?|CEO|CISO|SOC|AD|MITM|SMB|FTP|IP|USB|US|UK|EU|UN)$/

/** All capitals, or letters that occur in this order at the heads of the words ("Sedena" in "Secretariat of National Defense"). */
function fitsInitials(long: string, short: string): boolean {
  if (/^\p{Lu}{2,}s?$/u.test(short.replace(/[.&-]/g, ''))) return true
  const letters = long.toLowerCase().replace(/[^\p{L}]/gu, '')
  let at = 0
  for (const letter of short.toLowerCase()) {
    const next = letters.indexOf(letter, at)
    if (next < 0) return false
    at = next + 1
  }
  return long.includes(' ')
}
