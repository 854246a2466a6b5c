/**
 * Ways of not vouching for a statement, by what makes it doubtful. `_` stands for a space. Each class is a feature of the scorer of
 * hedges; which class hedges, where it stands, is learned.
 */
const classes = {
  ownWord: `claims claimed claiming boasts boasted boasting brags bragged says_it says_that_it says_to_have said_it so_it_says by_its_own_account
    by_its_own_telling by_its_own_say-so by_their_own_account own_account own_words own_telling declares declared announced announces took_credit takes_credit
    took_the_credit takes_the_credit claims_credit responsibility wrote_on writes_on posted_on according_to_the_group according_to_the_gang
    according_to_the_hackers according_to_the_attackers according_to_itself says_the_group says_the_gang proclaimed vaunts`,
  listing: `leak_site leak_page leak_blog lists listed listing entry entries sample samples appeared_on on_its_site on_its_page on_their_site put_up dark_web
    no_proof proof_pack proof data_leak_site victim_page countdown for_sale auction`,
  belief: `believed believes believe thinks think thought reckons reckon reckoned suspects suspect suspected suspicion suspicions presumably presumed supposed
    supposedly assess assesses assessed assessment confidence conf likely probably possibly perhaps apparently seems seem seemed appears appear appeared
    looks_like hallmarks appearances resembles plausible plausibly suggests suggest suggested hints hint points_to conceivable speculation speculates
    estimate estimates estimated moderate guess guesses assume assumes assumed seemingly evidently in_all_likelihood`,
  accusation: `alleged allegedly alleges allege alleging accuse accuses accused accusation accusations charge charged charges indicted indictment blame
    blames blamed holds_responsible held_responsible prosecutors purported purportedly attributed attributes attribution ascribed`,
  hearsay: `reportedly is_said_to are_said_to was_said_to said_to_have said_to_be have_it_that has_it_that newspapers rumoured rumored rumour rumours
    according_to_media according_to_reports according_to_press media_reports unconfirmed named_only bloggers quoted_as told sources hearsay`,
  modal: `may might could may_have might_have could_have would_have must_have may_also`,
  doubt: `denies denied deny rejects rejected disputes disputed never_confirmed not_confirmed has_not_confirmed have_not_confirmed said_nothing says_nothing
    no_comment declined cannot_tell can't_tell unclear unverified not_verified could_not_verify no_confirmation open_question doubt doubts doubtful silent
    noticed_nothing not_commented has_not_commented still_checking`,
} as const satisfies Record<string, string>

export type HedgeClass = keyof typeof classes

interface HedgePhrase {
  readonly words: readonly string[]
  readonly hedge: HedgeClass
}

export interface FoundHedge {
  readonly at: number
  readonly hedge: HedgeClass
}

const byFirstWord: ReadonlyMap<string, readonly HedgePhrase[]> = (() => {
  const found = new Map<string, HedgePhrase[]>()
  for (const hedge of Object.keys(classes).filter((name): name is HedgeClass => name in classes))
    for (const entry of classes[hedge].trim().split(/\s+/)) {
      const words = entry.split('_')
      const first = words[0] ?? ''
      const list = found.get(first)
      if (list) list.push({ words, hedge })
      else found.set(first, [{ words, hedge }])
    }
  return found
})()

/** Every hedge in a sentence, left to right, by its first word. */
export function hedgesOfSentence(words: readonly string[]): FoundHedge[] {
  const found: FoundHedge[] = []
  for (let at = 0; at < words.length; at++)
    for (const { words: phrase, hedge } of byFirstWord.get(words[at] ?? '') ?? [])
      if (phrase.every((part, k) => words[at + k] === part)) found.push({ at, hedge })
  return found
}
