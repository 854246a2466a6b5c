import type { Token } from '../stages'
import { vocabularySize, wordNumber } from '../text/vocabulary'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Nouns for those who attack: beside a name they make it an actor's. */
export const actorNouns = set(
  'group groups gang gangs actor actors crew crews hackers hacker collective collectives cluster clusters apt apts operators operator outfit outfits syndicate cartel hacktivists hacktivist cyberspies spies attackers intruders affiliate affiliates umbrella subgroup extortionists blackmailers cybercriminals criminals cybergang adversary team squad band threat-actor threat nexus operatives persona personas set',
)

/** The plain ones: enough before or after a name without further words. */
export const strongActorNouns = set(
  'gang gangs crew crews hackers collective hacktivists cyberspies extortionists blackmailers ransomers cybercriminals spies outfit syndicate cybergang operators affiliate affiliates actors group groups actor cluster apt',
)

export const malwareNouns = set(
  'malware ransomware backdoor backdoors rat rats trojan trojans loader loaders dropper droppers stealer stealers infostealer infostealers botnet botnets implant implants worm worms virus viruses wiper wipers spyware rootkit rootkits bootkit downloader downloaders keylogger webshell webshells shell shells payload payloads locker encryptor encryptors bot stager beacon miner cryptominer clipper adware skimmer ransomware-as-a-service raas variant variants strain strains family families sample samples scareware banker injector',
)

export const toolNouns = set(
  'tool tools utility utilities framework frameworks program programs software scanner tunnel tunneller tunneler proxy module modules toolkit kit library client plugin script scripts c2 exploit-kit platform',
)

export const campaignNouns = set('campaign campaigns operation operations wave')

/** Ways of saying what something is called. */
export const namingVerbs = set(
  'called calls call calling dubbed dubs dub named names naming nicknamed codenamed code-named labelled labeled known tracked tracks track tracking follow follows aka a.k.a. alias identified designated christened baptised referred refers styled name moniker label under titled entitled',
)

/** Verbs whose subject attacks, or whose "by" names the attacker. */
export const attackWords = set(
  'hacked hacks hack attacked attacks attack targeted targets targeting target breached breaches breach compromised compromises compromising infiltrated penetrated infected infects encrypted encrypts stole steals stolen stealing leaked leaks exfiltrated exploited exploits exploiting intruded hit hits struck crippled defaced wiped disrupted claimed claims boasted boasts listed extorted extorts ransomed posted deployed deploys deploying used uses using spied phished robbed emptied drained locked looted published dumped sent broke entered accessed infiltrating penetrating hacking attacking scanned planted installed dropped launched conducted carried operates run behind responsible attributed blamed suspected accused linked ddosed destroyed copied visited',
)

/** Prepared once a text: what each token hints at. */
export interface CueMarks {
  readonly actor: Uint8Array
  readonly software: Uint8Array
  readonly attack: Uint8Array
}

const bit = { actor: 1, software: 2, attack: 4 } as const

/** What each word of the vocabulary hints at, by its number: one look-up a word. */
const hints: Uint8Array = (() => {
  const all = new Map<string, number>()
  const add = (words: Iterable<string>, bits: number): void => {
    for (const word of words) all.set(word, (all.get(word) ?? 0) | bits)
  }
  add(attackWords, bit.attack)
  add(toolNouns, bit.software)
  add(malwareNouns, bit.software)
  // A naming verb names either; a noun for attackers is not also one for programs.
  for (const word of actorNouns) all.set(word, bit.actor)
  for (const word of namingVerbs) all.set(word, bit.actor | bit.software)
  for (const word of all.keys()) wordNumber(word)
  const byNumber = new Uint8Array(vocabularySize())
  for (const [word, bits] of all) byNumber[wordNumber(word)] = bits
  return byNumber
})()

export function markCues(tokens: readonly Token[]): CueMarks {
  const actor = new Uint8Array(tokens.length)
  const software = new Uint8Array(tokens.length)
  const attack = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) break
    const known = token.word < hints.length ? (hints[token.word] ?? 0) : 0
    const bits = known !== 0 ? known : isWare(token) ? bit.software : 0
    if (bits === 0) continue
    actor[i] = bits & bit.actor
    software[i] = bits & bit.software ? 1 : 0
    attack[i] = bits & bit.attack ? 1 : 0
  }
  return { actor, software, attack }
}

/** "ransomware", "crimeware": a program whatever stands before it. */
function isWare({ lower }: Token): boolean {
  return lower.charCodeAt(lower.length - 1) === 101 && lower.length > 5 && lower.endsWith('ware')
}
