import type { Outcome } from '../../../model/link'
import { wordNumber } from '../../text/vocabulary'
import { nounForms, verbForms } from './inflect'

/** How an attack word names what it did: `weak` words need a named actor beside them to mean an attack. */
export type AttackStrength = Outcome | 'weak'

/** One way to say that somebody attacked somebody. */
export interface AttackWord {
  readonly id: string
  readonly outcome: AttackStrength
  readonly part: 'verb' | 'noun' | 'place'
  /** The victim is the subject ("lost 40 GB", "fell to"). */
  readonly victimIsSubject: boolean
  /** Numbers of the words behind the head word; `gap` stands for up to three words. */
  readonly rest: readonly number[]
}

export const gap = -1

/**
 * Verbs, by how far the actor got. `take over` is a phrase; `lure * into`: up to three words may stand at the star.
 * `<` before a verb: the victim is its subject.
 */
const verbs: Readonly<Record<AttackStrength, string>> = {
  compromised: `
    breach|compromise|hack|infiltrate|penetrate|infect|intrude|enter|break into|break in|break through|get into|get inside|get in|got at
    gain * access|obtain * access|have * access|win * access|buy * access|maintain * access|establish * access|access|acquire * access
    gain * foothold|gain * entry|gain * control|take * control|seize * control|take over|take possession|take hold of|get hold of|get hands on|lay hands on
    steal|exfiltrate|rob|loot|plunder|empty|drain|siphon|syphon|copy|extract|pilfer|purloin|filch|snatch|swipe|grab|lift|harvest
    carry off|carry away|make off with|walk off with|run off with|help * to|relieve|deprive|strip|download|export|pull out|take out|cart off|cart away|spirit away
    encrypt|scramble|lock up|lock down|lock|wipe|erase|destroy|delete|sabotage|cripple|deface|vandalise|vandalize|hijack|commandeer|overrun|burgle|burglarize|ransack|raid
    bug|tap|eavesdrop|eavesdrop on|wiretap|read along|listen in|read|intercept|snoop on|spy on|spy
    plant|implant|install|deploy|inject|drop|plant * on|slip * into|insert|backdoor|trojanise|trojanize|poison|tamper|doctor|smuggle * into|load * onto
    bring to a halt|bring to a standstill|bring * to a halt|bring * to a standstill|knock out|take offline|switch off|shut down|turn off|put out of action|black out|paralyse|paralyze
    sit in|sit inside|sit on|sit for|dwell in|lurk in|lurk inside|reside in|be inside|be in|live in|nest in|settle in|move around in|move about in|move through|roam|persist in|burrow into|dig into|worm into|creep into|tunnel into
    walk into|walk in|sneak into|slip into|wander into|make * way into|make * way in|find * way into|work * way into|force * way into|crack|crack open|pry open|prise open|subvert|violate|invade|permeate|exploit|abuse|turn up in|turn up inside|show up in
    leak|publish|post|release|expose|auction|sell|claim|list|blackmail|extort|defraud|embezzle|launder|clone|skim|scrape|dump|burn|cash out|overwrite|corrupt|manipulate|alter|falsify|blow up|trick
    victimise|victimize|ensnare|entrap|hook|dupe|fool|snare|bite|catch|clean out|scoop up|vacuum up|hoover up|run on|run in|spread in|spread to|reach|visit
    <lose|<fall to|<fall victim to|<fall prey to|<suffer|<succumb to|<own up|<acknowledge|<admit|<concede|<disclose|<be down|<stand still|<go dark|<go black|<go offline|<notice`,
  targeted: `
    target|attack|hit|strike|go after|go for|aim at|aim|direct at|direct against|set * sights on|pursue|focus on|focus|concentrate on|zero in on|home in on|single out|train * on|be after|prey on|prey upon|assault|assail|harass|menace|threaten
    bombard|flood|swamp|overload|overwhelm|bring down|take down|knock offline|knock * offline|jam|ddos|hammer|pummel|disturb|disrupt|disable|interrupt|block|hamper|lay low|lay down|cancel
    surveil|monitor|watch|stalk|hunt|track|follow|shadow|observe|collect on|gather on|be interested in|take * interest in|turn to|turn on|turn against|turn * attention to|shift to|expand to|extend to|operate in|operate against|be active in|be active against|hang|befall|plague|ravage|pester|pick off|cast * at|throw at|throw * at|fall upon|fall on|descend on|crash|blackout|beset|besiege|haunt|afflict|affect|concern|impact|touch|wage|mount|launch|carry out|conduct|stage|run|perpetrate|unleash|serve|tailor|make * way to
    <come under attack|<come under fire|<come under|<face|<be on the receiving end|<be on the list|<repel|<beat off|<ward off|<fend off|<weather`,
  attempted: `
    try|attempt|seek|probe|scan|phish|spearphish|spear-phish|lure|bait|knock|knock at|knock on|rattle|sniff|sniff around|snoop around|look around|reconnoitre|reconnoiter|approach|contact|court|woo|invite|feel|enumerate|map|survey|brute-force|bruteforce|spray|password-spray
    send|email|e-mail|mail|write to|message|address to|address|dispatch|deliver|spam|text|ring|phone|call|circulate|distribute|disseminate|pose|masquerade|impersonate|mimic|imitate|fail|endeavour|endeavor|be sent|offer|tempt|entice|feign
    <receive|<get|<foil|<thwart|<avert|<block|<turn away|<be spared|<recognise|<recognize|<detect`,
  weak: `
    use|see|find|spot|identify|link|attribute|blame|connect|tie|trace|accuse|suspect|work|operate|begin|start|continue|come|go|take|add|include|count|name|describe|report|appear|surface|own|belong|happen|occur`,
}

const nouns: Readonly<Record<AttackStrength, string>> = {
  compromised: `breach|compromise|hack|hacking|intrusion|infiltration|penetration|infection|break-in|burglary|robbery|heist|raid|theft|stealing|exfiltration|encryption|wiping|defacement|takeover|hijacking|foothold|backdoor|implant|web shell|webshell|rootkit|loot|booty|catch|haul|prey|trophy|leak site|leak page|dark web|leak|data theft|hack-and-leak|ransom note|note|intruder|presence|access|espionage|eavesdropping|spying|sabotage|infected|infections|victim|victims|patient zero|casualty|ransom|extortion|compromised`,
  targeted: `attack|cyberattack|cyber-attack|cyber attack|strike|assault|campaign|operation|targeting|target|targets|ddos|ddos attack|denial-of-service|flood|wave|onslaught|offensive|hit list|object|interest|focus|hunting ground|quarry|hits|incident|outage|activity|activities`,
  attempted: `attempt|phishing|spear-phishing|spearphishing|lure|bait|decoy|probing|probe|scan|scanning|reconnaissance|recipient|addressee|mailing|e-mail|email|mails|message|messages|letter|letters|invitation|spraying|password spraying`,
  weak: `hacker|malware|virus|trojan|ransomware|worm|claim|boast|case|work|deed`,
}

/** Prepositions that put the actor in the victim's house: "inside nine carriers". */
const places = 'inside|within|into|against|at the expense of'

export interface AttackLexicon {
  /** By the number of a head word's form: the words that it may begin, the longest first. */
  readonly byForm: readonly (readonly AttackWord[] | undefined)[]
  /** By the same: 1 where the form alone names an attack. */
  readonly isAttack: Uint8Array
}

/** Compiles the tables once, before any text is read; forms are built here so that reading needs no stemmer. */
export function compileAttackLexicon(): AttackLexicon {
  const byForm: AttackWord[][] = []
  const add = (form: string, word: AttackWord): void => {
    ;(byForm[wordNumber(form)] ??= []).push(word)
  }
  for (const [outcome, list] of entriesOf(verbs))
    for (const entry of list) {
      const victimIsSubject = entry.startsWith('<')
      const [head = '', ...rest] = (victimIsSubject ? entry.slice(1) : entry).split(' ')
      const id = [head, ...rest.filter((r) => r !== '*')].join('-')
      const word: AttackWord = { id, outcome, part: 'verb', victimIsSubject, rest: numbers(rest) }
      for (const form of verbForms(head)) add(form, word)
    }
  for (const [outcome, list] of entriesOf(nouns))
    for (const entry of list) {
      const words = entry.split(' ')
      const [head = '', ...rest] = words
      const id = words.join('-')
      const word: AttackWord = {
        id,
        outcome,
        part: 'noun',
        victimIsSubject: false,
        rest: numbers(rest),
      }
      for (const form of rest.length === 0 ? nounForms(head) : [head]) add(form, word)
    }
  for (const place of places.split('|')) {
    const [head = '', ...rest] = place.split(' ')
    const rules = { outcome: 'weak', part: 'place', victimIsSubject: false } as const
    add(head, { id: place, ...rules, rest: numbers(rest) })
  }
  const isAttack = new Uint8Array(byForm.length)
  byForm.forEach((list, form) => {
    list.sort((a, b) => b.rest.length - a.rest.length)
    if (list.some((word) => word.outcome !== 'weak' && word.rest.length === 0)) isAttack[form] = 1
  })
  return { byForm, isAttack }
}

function numbers(words: readonly string[]): number[] {
  return words.map((word) => (word === '*' ? gap : wordNumber(word)))
}

function entriesOf(
  table: Readonly<Record<AttackStrength, string>>,
): readonly (readonly [AttackStrength, readonly string[]])[] {
  const strengths: readonly AttackStrength[] = ['compromised', 'targeted', 'attempted', 'weak']
  return strengths.map((strength) => [
    strength,
    table[strength]
      .split(/[|\n]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  ])
}
