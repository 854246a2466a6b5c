/** `title`: a name follows, never the end of a sentence. `initial`: likewise. `other`: may end one when a fresh sentence plainly begins. */
export type AbbreviationKind = 'none' | 'title' | 'initial' | 'other'

const titles = new Set(
  'mr. mrs. ms. dr. prof. gen. lt. col. maj. capt. sgt. cmdr. adm. brig. sen. rep. gov. pres. hon. rev. st. mt. ft. messrs. amb. sec. vs. v. cf. e.g. i.e. approx. ca. c. no. nos. vol. pp. fig. figs. art. para. paras. sect. ch. ed. eds. al. est. dept.'.split(
    ' ',
  ),
)
const others = new Set(
  'inc. corp. ltd. co. llc. plc. bros. s.a. s.p.a. b.v. n.v. a.g. gmbh. pty. jr. sr. ph.d. m.d. etc. a.m. p.m. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. u.s. u.k. u.n. u.a.e. e.u. d.c. u.s.a. u.s.s.r. d.p.r.k. p.r.c. r.o.k. acc. conf. med. min. max. avg. gov. govt. intl. natl. assn. univ. bldg. ave. blvd. rd. tel. ext.'.split(
    ' ',
  ),
)

/** What a word with its full stop is: "U.S.", "Inc.", "Mr.", "J.". */
export function abbreviationKind(word: string): AbbreviationKind {
  const lower = word.toLowerCase()
  if (!lower.endsWith('.')) return 'none'
  if (titles.has(lower)) return lower === 'no.' || /^[A-Za-z]/.test(word) ? 'title' : 'none'
  if (others.has(lower)) return 'other'
  if (/^\p{Lu}\.$/u.test(word)) return 'initial'
  if (/^(?:\p{L}\.){2,5}$/u.test(word)) return 'other'
  return 'none'
}
