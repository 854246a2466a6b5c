import type { Recognition } from '../stages'
import { shape } from '../text/make-token'
import { wordClass } from '../text/vocabulary'
import { malwareNouns, toolNouns } from './cue-words'
import { canBeNew, make, readName, type ReadName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Programs that no list has, by how such names are written ("QuanPinLoader", "NOROBOT") where the words around speak of programs. */
export const softwareFromContext: Recogniser = {
  id: 'software-from-context',
  reason:
    'coined names beside words for programs or verbs of deploying; names ending in a class word',
  recognise(context, soFar) {
    const taken = new Set<number>()
    for (const one of soFar)
      if (one.strength >= 0.6 && one.kind !== 'sector' && one.kind !== 'indicator')
        taken.add(one.start)
    const found: Recognition[] = []
    for (const run of context.runs) {
      if (run.loud) continue
      for (let i = run.from; i < run.to; i++) {
        const token = context.words.tokens[i]
        if (!token || taken.has(token.start)) continue
        const tailed = withClassWord(context, i, run.to)
        const one = tailed ?? coined(context, i) ?? deployed(context, i)
        if (!one) continue
        found.push(one)
        while (i + 1 < run.to && (context.words.tokens[i + 1]?.start ?? 0) < one.end) i++
      }
    }
    return found
  },
}

const classWord =
  /^(?:RAT|Stealer|Loader|Locker|Ransomware|Trojan|Backdoor|Bot|Wiper|Framework|C2|Botnet|Dropper|Downloader|Keylogger|Rootkit|Spyware|Miner|Clipper|Implant|Infostealer|VPN|Scanner|Tunnel|Proxy|RMM|Stager|Agent|Worm|Banker|Grabber|Killer)$/
const classWords = wordClass(
  'rat stealer loader locker ransomware trojan backdoor bot wiper framework c2 botnet dropper downloader keylogger rootkit spyware miner clipper implant infostealer vpn scanner tunnel proxy rmm stager agent worm banker grabber killer',
)

/** "CurlBack RAT", "AK47 C2": the class word is part of the name. */
function withClassWord(context: RecogniseContext, i: number, to: number): Recognition | undefined {
  const { tokens } = context.words
  for (let k = i + 1; k < Math.min(to, i + 3); k++) {
    const token = tokens[k]
    if (!token || !classWords.has(token) || !classWord.test(token.text)) continue
    const name = readName(context, i)
    if (!name || name.to < k + 1) return undefined
    if (
      i === (context.words.firstOf[context.words.sentenceOf[i] ?? 0] ?? 0) &&
      k === i + 1 &&
      !isCoined(tokens[i]?.text ?? '')
    )
      return undefined
    const cut: ReadName = {
      ...name,
      to: k + 1,
      next: k + 1,
      end: token.end,
      surface: context.text.slice(name.start, token.end),
    }
    if (
      /^(?:the|a|an|this|new|web|remote|access|banking|android|linux|windows|ssl|ip)$/i.test(
        tokens[i]?.text ?? '',
      ) ||
      !canBeNew(context, cut, ['malware', 'tool'])
    )
      return undefined
    return make(
      context,
      cut,
      /^(?:VPN|Scanner|Tunnel|Proxy|RMM|Framework|C2)$/.test(token.text) ? 'tool' : 'malware',
      'class-word',
      0.72,
    )
  }
  return undefined
}

const suffix =
  /(?:loader|stealer|locker|door|shell|wiper|crypt|crypter|ransom|dropper|spy|rat|bot|grabber|miner|kit|drop|control|cat|snake|bait|worm|steal|tunnel|proxy|inject|hook|keylog|rootkit|RAT)$/i

/** "TinyShell", "SUCTIONCHAR", "CVE-less" words that nobody writes by accident. */
export function isCoined(text: string): boolean {
  if (/^(?:De|Di|La|Le|Mc|Mac|Van|Von|Du|Del|Fitz|O)\p{Lu}\p{Ll}+$/u.test(text)) return false
  if (text.length < 4) return false
  if (/^\p{Lu}{6,}\d{0,2}$/u.test(text)) return true
  if (/^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+\d{0,2}$/u.test(text)) return true
  if (/^\p{Lu}{2,}\p{Ll}+(?:\p{Lu}\p{Ll}*)*$/u.test(text) && text.length >= 6) return true
  return (
    /^\p{Lu}\p{Ll}{3,}\d{1,2}$/u.test(text) ||
    /^\p{Lu}\p{Ll}+\p{Lu}{2,}$/u.test(text) ||
    /^\p{Ll}{2,}\p{Lu}\p{Ll}+$/u.test(text) ||
    /^\p{Lu}\p{L}*\d+\p{L}{2,}$/u.test(text)
  )
}

const deployVerbs =
  /^(?:deploy|deploys|deployed|deploying|drops?|dropped|dropping|installs?|installed|installing|loads?|loaded|loading|delivers?|delivered|delivering|executes?|executed|launch(?:es|ed|ing)?|unleash(?:es|ed)?|spreads?|spreading|implant(?:s|ed)?|plant(?:s|ed)?|fetch(?:es|ed)?|run|runs|ran|running|download(?:s|ed)?|push(?:es|ed)?|distribut(?:es|ed|ing)|brings?|brought|infect(?:s|ed)|left|put|called|wrote|developed)$/
const meansWords =
  /^(?:with|using|via|through|of|uses?|used|by|means|and|or|,|is|as|named|plus|namely|including|like|comes|come|be|got|its|their|another)$/

/** What every coined word has one of. */
const mayBeCoined = shape.laterUpper | shape.hasDigit

/** A coined word with a word for programs within reach, or after a verb of deploying. */
function coined(context: RecogniseContext, i: number): Recognition | undefined {
  const { words, cues } = context
  const token = words.tokens[i]
  if (
    !token ||
    (token.shape & mayBeCoined) === 0 ||
    !isCoined(token.text) ||
    /[%_$\\/]/.test(context.text[token.start - 1] ?? '') ||
    /[%_\\(]/.test(context.text[token.end] ?? '')
  )
    return undefined
  const name = readName(context, i)
  if (!name || !canBeNew(context, name, ['malware', 'tool'])) return undefined
  const only: ReadName = { ...name, to: i + 1, next: i + 1, end: token.end, surface: token.text }
  if (
    context
      .known(token.text)
      .some((one) => one.kind !== 'malware' && one.kind !== 'tool' && one.kind !== 'place')
  )
    return undefined
  const sentence = words.sentenceOf[i] ?? 0
  const from = words.firstOf[sentence] ?? 0
  const to = words.firstOf[sentence + 1] ?? from
  const before = words.tokens[i - 1]?.lower ?? ''
  const deployedBefore = i > from && deployVerbs.test(before)
  let near = false
  let anywhere = false
  for (let k = from; k < to; k++) {
    if (k === i || cues.software[k] !== 1) continue
    const word = words.tokens[k]?.lower ?? ''
    if (!malwareNouns.has(word) && !toolNouns.has(word)) continue
    anywhere = true
    if (Math.abs(k - i) <= 7) near = true
  }
  const means = i > from && meansWords.test(before)
  const shaped = suffix.test(token.text)
  const opensSentence = i === from
  if (shaped && (means || near || deployedBefore || anywhere))
    return make(context, only, 'malware', 'coined', 0.74)
  if (deployedBefore) return make(context, only, 'malware', 'coined', 0.7)
  if (near && !followedBySubjectVerb(context, i, to))
    return make(context, only, 'malware', 'coined', 0.68)
  if (shaped) return make(context, only, 'malware', 'coined', 0.62)
  if (anywhere && means && !opensSentence) return make(context, only, 'malware', 'coined', 0.6)
  const hostile = context.hostile[sentence] === 1
  if (!hostile || opensSentence) return undefined
  if (/^(?:with|using|via|through|uses?|used|means|brings?|brought|comes?|came)$/.test(before))
    return make(context, only, 'malware', 'coined', 0.56)
  return undefined
}

/** "GalaxyGato has a new backdoor": the subject is whoever has it. */
function followedBySubjectVerb({ words }: RecogniseContext, i: number, to: number): boolean {
  const after = i + 1 < to ? (words.tokens[i + 1]?.lower ?? '') : ''
  return /^(?:has|had|have|uses|used|deployed|deploys|posed|sent|sends|claimed|claims|delivered|delivers|began|continues|targeted|targets|relies|relied|'s|’s)$/.test(
    after,
  )
}

const strongDeploy = wordClass(
  'deploy deploys deployed deploying dropped drops installs install installed unleashes unleashed unleash executes execute executed',
)

/** "deployed Apostle": any capitalised word that nothing else explains. */
function deployed(context: RecogniseContext, i: number): Recognition | undefined {
  if (
    !strongDeploy.has(context.words.tokens[i - 1]) ||
    context.words.sentenceOf[i - 1] !== context.words.sentenceOf[i]
  )
    return undefined
  const name = readName(context, i)
  return name && name.to - name.from <= 3 && canBeNew(context, name, ['malware', 'tool'])
    ? make(context, name, 'malware', 'deployed', 0.62)
    : undefined
}
