import type { HeadCue } from './head-cues'

/**
 * Lexical cues of page furniture. Each is anchored or bounded, and tested on the head of a unit only: linear. What a pattern cannot do
 * without stands in `head-cues`: a new one needs its words there.
 */

/** Stands over (or in front of) other articles, whatever they are. */
export const otherArticles =
  /^\W{0,4}(?:also read|read (?:also|more|next|on|this(?: next)?)|related(?: (?:stories|story|articles?|news|content|coverage|links?|topics?|posts?|reading))?|more (?:on this(?: story| topic)?|from\b.{0,30}|stories|features|news|headlines|to explore|like this)|most (?:read|viewed|popular|shared)\b.{0,20}|many viewed\b.{0,20}|top stories|(?:our )?other (?:news|stories|headlines|articles|reports)|(?:short|brief) news|news (?:in brief|briefs|ticker)|(?:latest|trending|popular|recent|featured|promoted)(?: (?:news|stories|posts|articles|headlines|now))?|recommended(?: (?:for you|reading|stories|articles))?|you (?:may|might) (?:also )?(?:like|be interested)\b.{0,20}|(?:the )?editor['’]?s['’]? (?:picks?|choice)|in other news|elsewhere on the (?:web|site)|don['’]t miss|see also|keep reading|up next|what to read next|in pictures|from our partners|around the web|today['’]s (?:headlines|top stories)|tomorrow in\b.{0,30}|in tomorrow['’]s\b.{0,30}|coming up|next on\b.{0,20})(?=\s*(?:[:|>»–—-]|$|\n|\d|[^\p{L}\s]))/iu

/** A unit of its own that belongs to the page, not to the report. */
export const furniture: readonly (readonly [rule: HeadCue, pattern: RegExp])[] = [
  ['tags', /^\W{0,3}(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|labels?)\s*[:—–|-]/i],
  [
    'cookies',
    /^.{0,60}\b(?:we (?:and our partners )?use cookies|uses cookies|cookies? (?:settings|policy|preferences|notice|banner|consent)|accept (?:all )?cookies|reject (?:all|non-essential)|manage (?:cookies|preferences|consent))\b/i,
  ],
  [
    'subscription',
    /^.{0,40}\b(?:subscribe(?:rs?)? (?:to|now|today|here|for)|sign up (?:here|for|to|now)|unsubscribe|forwarded (?:this|to you)|you (?:are|received|get|got) (?:on )?this (?:list|e-?mail|newsletter)|get (?:our|the) (?:daily|weekly|newsletter|app)|join our (?:newsletter|mailing|channel|telegram|whatsapp)|follow us|download (?:our|the) app|this (?:content|article) is for subscribers|already a (?:subscriber|member)|log ?in to|read in (?:your )?browser|view (?:online|in browser)|free trial)\b/i,
  ],
  [
    'sharing',
    /^(?:share|save|print|listen|e-?mail|comments?|bookmark|copy link)\b(?:\s*(?:this|article|\(\d+\)|[·|•,/]|\d+|min)){1,8}/i,
  ],
  [
    'membership',
    /^.{0,60}\b(?:become a (?:member|supporter|subscriber)|support (?:our|independent) journalism|is free(?: of charge)? thanks to|support us|donate (?:now|today)|in next week['’]s issue|next week in this place|next (?:edition|issue) (?:will|comes|is out)|free webinar)\b/i,
  ],
  [
    'sponsor',
    /^\W{0,3}(?:sponsored|advertis(?:ement|ing|er)|promoted|paid (?:content|post|partnership)|partner content|brought to you by|presented by|this (?:edition|episode|issue|newsletter) is (?:sponsored|brought))\b/i,
  ],
  [
    'copyright',
    /^.{0,80}(?:copyright\b|©|ⓒ|\(c\)\s*(?:19|20)\d\d|all rights reserved|unauthori[sz]ed (?:reproduction|copying|use)|may not be (?:reproduced|republished|redistributed)|terms of (?:use|service)|privacy (?:policy|notice))/i,
  ],
  [
    'translation-note',
    /^\W{0,2}(?:(?:this|the) (?:article|text|story|page|document|report|translation)\b.{0,30}\b(?:translated|translation|rendered)|(?:machine|automatic|courtesy|unofficial|own|ai)[ -]?(?:assisted )?translat|translated (?:from|by|with)|translation\s*:|from \p{Lu}\p{Ll}+, (?:machine|automatic) translation|english version\s*:)/iu,
  ],
  [
    'syndication',
    /^\W{0,2}(?:this (?:story|article|item|report) (?:has not been edited|is (?:auto-?generated|published from)|first appeared|was (?:originally|first) published|originally appeared)|(?:first|originally) published (?:in|by|on|at))\b/i,
  ],
  [
    'navigation',
    /^(?:skip to (?:content|main)|menu\b|home\s*[|>›»/]|back to (?:top|home|overview)|previous(?: article| post)?\s*[|:]|next(?: article| post)?\s*[|:]|log ?in\b|search\b\s*[|:]?|breadcrumb)/i,
  ],
  [
    'weather',
    /^\W{0,3}(?:weather|traffic|horoscope|tides|lottery|sudoku|crossword|tv tonight|obituar(?:y|ies)|classifieds?)\b\s*(?:[:|>]|$)/i,
  ],
]

/** Who wrote, edited or contributed; found at the head or the foot. */
export const credits =
  /^\W{0,3}(?:(?:additional )?reporting (?:by|from|and editing by)|writ(?:ing|ten) by|editing by|edited by|edited by:|compiled by|translated by|with (?:reports?|files|agencies|inputs?|contributions|additional reporting|material) (?:from|by|of)|\(?with (?:afp|reuters|ap|agencies)|editors?\s*:|reporter\s*:?\s\p{Lu}|source\s*:|sources\s*:|correspondent\s*:|contact\s*:|media contact|press contact|(?:associated|staff|contributing) (?:writer|reporter|correspondent)s?\b|recorded in\b|produced by\b|prepared (?:from|by)\b|acknowledge?ments?\b|we are hiring|press release number)/iu

/** A writer introduced at the foot. */
export const biography =
  /^(?:about (?:the )?(?:authors?|writers?|us|the (?:lab|institute|company|group|team|publisher))\b|(?:dr\.? |prof\.? |mr\.? |ms\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3},? (?:covers|writes (?:from|about|on|for)|reports (?:on|for|from)|is (?:an?|the) (?:[\p{L}-]+ ){0,3}(?:reporter|journalist|correspondent|editor|writer|columnist|fellow|analyst|author|freelancer?|researcher)|teaches|is based in|lives in|has (?:covered|written)|can be reached|served as))/u

export const caption =
  /^\W{0,2}(?:(?:file |cover |stock |archive )?(?:photos?|images?|pictures?|illustrations?|graphics?|videos?|screenshots?)(?: (?:by|from|credits?|courtesy)\b.{0,40})?|fig(?:ure|\.)? ?\d{1,3}|captions?|credits?)\s*[.:|—–-]/i

export const indicatorHeading =
  /^\W{0,3}(?:(?:appendix|annex) \w{1,3}[.: ]{1,3})?(?:\d{1,2}[.)] )?(?:(?:network|host|file|selected|known|some)[- ]?(?:based )?)?(?:indicators?(?: of (?:compromise|attack))?|iocs?|(?:file )?hashes|samples)\b.{0,50}$/i

export const referenceHeading =
  /^\W{0,3}(?:\d{1,2}[.)] )?(?:references|sources|further reading|bibliography|works cited|literature|links)\s*:?$/i

export const footnoteHeading = /^\W{0,3}(?:foot|end)?notes?\s*:?$/i

/** Words that make a paragraph one about attacks: a teaser needs none of them. */
export const threatWord =
  /\b(?:hack|cyber|UAC-|UNC\d|TA\d|DEV-|group|gang|victim|attribut|malware|ransom|phish|breach|intru[ds]|spyware|backdoor|trojan|botnet|wiper|espionage|exploit|vulnerab|ddos|attacker|compromis|infect|stole|leak|CVE-|APT\d|threat actor|credential)/i
