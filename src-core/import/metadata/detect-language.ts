/** The commonest words of languages in which threat reports are written; each is rare in the others. */
const stopWords: Readonly<Record<string, readonly string[]>> = {
  en: [
    'the',
    'and',
    'of',
    'that',
    'with',
    'was',
    'were',
    'by',
    'from',
    'which',
    'has',
    'have',
    'this',
  ],
  de: [
    'der',
    'die',
    'und',
    'das',
    'nicht',
    'von',
    'mit',
    'wurde',
    'auf',
    'ist',
    'eine',
    'den',
    'für',
  ],
  fr: ['le', 'les', 'des', 'et', 'une', 'dans', 'par', 'pour', 'est', 'sur', 'aux', 'ont', 'cette'],
  es: ['el', 'los', 'las', 'y', 'una', 'por', 'con', 'para', 'del', 'fue', 'que', 'han', 'como'],
  it: [
    'il',
    'gli',
    'della',
    'che',
    'per',
    'nel',
    'sono',
    'stato',
    'una',
    'dei',
    'alla',
    'di',
    'con',
  ],
  pt: ['os', 'uma', 'não', 'foi', 'para', 'com', 'dos', 'pelo', 'são', 'mais', 'ao', 'em', 'das'],
  nl: [
    'het',
    'een',
    'van',
    'voor',
    'zijn',
    'niet',
    'werd',
    'ook',
    'naar',
    'door',
    'bij',
    'deze',
    'aan',
  ],
}

/** Scripts that tell the language, or near enough; the first that holds a tenth of the letters. */
const scripts: readonly { readonly pattern: RegExp; readonly language: string }[] = [
  { pattern: /[\u3040-\u30ff]/g, language: 'ja' },
  { pattern: /[\uac00-\ud7af]/g, language: 'ko' },
  { pattern: /[\u4e00-\u9fff]/g, language: 'zh' },
  { pattern: /[їієґЇІЄҐ]/g, language: 'uk' },
  { pattern: /[\u0400-\u04ff]/g, language: 'ru' },
  { pattern: /[پچژگ]/g, language: 'fa' },
  { pattern: /[\u0600-\u06ff]/g, language: 'ar' },
  { pattern: /[\u0590-\u05ff]/g, language: 'he' },
  { pattern: /[\u0370-\u03ff]/g, language: 'el' },
]

/** BCP 47 primary tag of a text by its script and commonest words, from its first 20,000 characters; `und` where it is too short to tell. */
export function detectLanguage(text: string): string {
  const head = text.slice(0, 20_000)
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'und'
  for (const { pattern, language } of scripts) {
    const share = (head.match(pattern)?.length ?? 0) / letters
    if (share > (language === 'uk' || language === 'fa' ? 0.02 : 0.1)) return language
  }
  const counts = new Map<string, number>()
  for (const word of head.toLowerCase().match(/\p{L}+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1)
  const scores = Object.entries(stopWords)
    .map(([language, words]) => ({
      language,
      score: words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score)
  const [best] = scores
  return best && best.score > 0 ? best.language : 'und'
}

/**
 * The language of a text that is surely not English; undefined where it may be. Lists of hosts hold "com", quotations hold foreign words: a
 * tenth of the words must be another language's commonest ones, five different ones at least, or a third of the letters of another script.
 */
export function foreignLanguage(text: string): string | undefined {
  const head = text.slice(0, 60_000)
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0
  const words = head.toLowerCase().match(/\p{L}+/gu) ?? []
  const english = new Set(stopWords.en)
  if (words.filter((word) => english.has(word)).length >= Math.max(2, 0.03 * words.length))
    return undefined
  const language = detectLanguage(head)
  if (letters > 0 && letters - latin > 0.33 * letters) return language
  const common = new Set(stopWords[language] ?? [])
  const found = words.filter((word) => common.has(word))
  const isSure = found.length >= 0.1 * words.length && new Set(found).size >= 5
  return isSure && language !== 'en' ? language : undefined
}
