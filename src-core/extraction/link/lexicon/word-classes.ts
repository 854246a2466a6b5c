import { wordNumber } from '../../text/vocabulary'

/**
 * Closed classes of words that tell a victim from a bystander. A word may be in several. `_` stands for a space.
 * Each class becomes readable features of the scorer ("cue:relay near the name"); the scorer learns what they are worth.
 */
const classes = {
  negation: `not n't never no none nobody nothing neither nor without cannot no-one nowhere hardly denied denies deny denying denial refuted refutes
    debunked false untrue untouched unaffected intact spared unharmed unscathed unrelated unconnected disregarded cleared clean immune safe`,
  noEvidence: `no_evidence no_trace no_sign no_signs no_indication no_connection no_proof no_grounds no_sign_of nothing_to_do not_affected not_attacked
    not_breached not_hit not_touched not_compromised not_entered not_involved not_the_work not_attribute not_attributed did_not_find no_case no_cases
    no_victim no_victims no_part in_no_way not_hacked not_the_goal not_the_object not_victims not_to_be`,
  withdrawn: `withdraw withdrawn withdrew retract retracted correction corrected corrections erratum errata mistake mistaken wrong wrongly slip rumour rumor hoax
    fabricated invented imaginary fictitious made-up recycled disregard apologise apology overblown misinformed mixed_up mix-up confused struck_out struck`,
  hypothetical: `if would could might should suppose imagine assume scenario exercise drill rehearsal training simulation game hypothetical invented example
    fictional imaginary were_to possible potential next future forecast outlook expect expects expected predict plans planned`,
  hedge: `likely probably possibly perhaps maybe believed believes believe suspected suspects suspect suspicion allegedly alleged alleges allege reportedly
    apparently purportedly presumably supposedly may seem seems seemed appears appear assesses assess assessed assessment confidence unconfirmed said_to thought_to
    claims claimed claim claiming boast boasts boasted brag brags bragged hypothesis credited unverified unclear if_true by_its_own own_account says_it says_that_it
    according_to_the_group looks_like hallmarks held_responsible accuse accused accuses charged indicted indictment plausible guess grey took_credit takes_credit took_the_credit
    responsibility quotation`,
  lowConfidence: `low_confidence low moderate medium_confidence moderate_confidence medium`,
  claimSite: `leak_site leak_page dark_web tor_page telegram blog listed lists posted posting entry sample samples auction claims claimed boasts boasted proof`,
  relay: `relay relays relayed relaying proxy proxies vpn vps hosted hosting hoster host hosts rented rent rents renting leased lease registered registrar router routers
    node nodes botnet hop stepping_stones stepping_stone traffic infrastructure domain domains exit transit dialled tunnel cloud server servers address addresses
    redirected redirect sinkhole sinkholes c2 command-and-control located location colocation hijacked abused`,
  relayOwner: `owners owner unaware hacked_site hacked_sites compromised_sites hacked_mailboxes hacked_mailbox legitimate`,
  lure: `lure lures theme themes themed decoy decoys disguised posing posed pose purporting purported pretend pretends pretended imitate imitated imitating impersonate
    impersonated impersonates impersonating spoofed spoofing logo logos letterhead fake bogus forged in_the_name_of named borrowed mimicking mimicked masquerading
    masqueraded titled topic topics subject subjects wanted invitation invitations dressed_up passed_off costume page copy copied_page`,
  comment: `embassy spokesman spokeswoman spokesperson spokespeople minister ministers official officials comment comments commented ambassador respond responded response
    statement denies denied declined declines rejected rejects calls_it called_it quoted press_conference told says said asked replied answered answers`,
  support: `condemn condemned condemns solidarity welcomed welcomes thank thanks thanked thanking partners partner co-signed cosigned co-authored co-signatories
    expressed support supports supported help helped helps assisted assistance cooperation cooperate cooperates collaborate collaborates joint ally allies stands_by
    exchange exchanged contributed counterparts colleagues align`,
  justice: `sanctions sanctioned sanction indicted charged arrest arrested arrests police prosecutors prosecutor extradition extradited court courts judge judgment law
    bill parliament_passed seized seizure takedown warrant warrants wanted reward trial jail sentenced lawsuit fine fined custody detained lawmakers`,
  seat: `based headquartered offices office seat seated hiring vacancies webinar conference speak speakers booth stand registered customers customer clients subscribers
    readers members funded financed sponsors sponsor supported_by accredited founded located lives live living resident recorded written travels visit visits trip
    author authors reporter reporters correspondent correspondents bureau editor editors contributed editing desk works protects stands`,
  noise: `football golf weather rain snow inflation election elections ceasefire truce quake earthquake fire strike ferry cattle oil soybean film cup olympics viewed
    subscribe cookie cookies newsletter advertisement sponsored recommends related latest quiz podcast novel shares stocks trading stock market landslide vote`,
  accident: `outage fault failure failed fuse maintenance transformer cable cables anchor certificate expired switch cut printer accident overloaded landslide update own_fault
    planned_maintenance power_cut burnt-out bug insider intern`,
  otherActor: `another_group different_group other_group somebody_else someone_else by_whom unknown unidentified unattributed no_group culprit not_known criminal
    different separately separate unrelated others nobody_knows not_attributed no_attribution whoever nobody_has another_crew another_gang other_hands`,
  history: `previously earlier formerly past last_year years_ago historically long_ago once in_the_past used_to before`,
  statistic: `percent per_cent % rank ranking statistics table total survey index average median share shares cases count counts`,
  victimWord: `victim victims target targets targeted hit affected infected compromised breached attacked recipients recipient addressees addressee prey casualties casualty
    afflicted object objects list among goal sights interest interested`,
  asset: `network networks system systems computer computers mailbox mailboxes mail mails email emails e-mail e-mails account accounts site sites website websites portal
    portals page pages database databases data file files document documents infrastructure machine machines device devices laptop laptops phone phones firewall
    firewalls gateway gateways appliance appliances controller controllers panel pumps servers server workstations workstation hosts archives records credentials`,
  bodyWord: `organisation organisations organization organizations company companies firm firms ministry ministries agency agencies body bodies institution institutions
    university universities hospital hospitals bank banks government governments operator operators provider providers authority authorities department departments
    municipality municipalities entity entities office offices embassy embassies newspaper newspapers school schools business businesses enterprise enterprises
    contractor contractors maker makers carrier carriers group's citizens people users officials politicians lawmakers diplomats activists journalists academics
    researchers soldiers military army parliament sector sectors industry industries targets interests networks developers employees staff shipping telecom telecoms
    energy defence defense utility utilities airline airlines airport port ports retailer insurer exchange brewer carmaker supplier subsidiary institute charity ngo`,
  actorWord: `hackers hacker group groups gang gangs crew spies operators actors actor attackers intruders cyberspies cyber-spies hacktivists extortionists apt collective
    state-backed state-sponsored threat cluster team operatives intelligence spy spying outfit unit affiliates criminals cybercriminals nationals government-backed`,
  originWord: `from origin origins linked aligned nexus affiliated backed sponsored tied attributed belongs works working behalf directed controlled steered run service
    services pay state flag nationality chinese-speaking russian-speaking speaking presumed located operating links interests`,
  researchWord: `researchers analysts researcher analyst report reported reports research discovered disclosed published attributed attributes tracked tracks according blog
    wrote writes found finds noticed spotted documented described unveiled revealed observed saw sees said says told attributed names named warned advisory alert labs
    identified linked links blamed blames confirmed confirms assesses assess counted counts investigates investigated concluded`,
  since: `since from between until during in by on`,
} as const satisfies Record<string, string>

export type WordClass = keyof typeof classes
export const wordClassNames: readonly WordClass[] = Object.keys(classes).filter(
  (name): name is WordClass => name in classes,
)

export interface WordClasses {
  /** By word number: bit i: the single word is in class i of `wordClassNames`. */
  readonly bitsOf: Int32Array
  /** By the number of their first word: phrases, as numbers. */
  readonly phrases: readonly (readonly Phrase[] | undefined)[]
}

interface Phrase {
  readonly words: readonly number[]
  readonly bits: number
}

/** Made before any text is read: its words enter the vocabulary. */
export function compileWordClasses(): WordClasses {
  const bitsOf: number[] = []
  const phrases: Phrase[][] = []
  wordClassNames.forEach((name, index) => {
    const bits = 1 << index
    for (const entry of classes[name].split(/\s+/)) {
      if (entry === '') continue
      const words = entry.split('_').map(wordNumber)
      const head = words[0] ?? 0
      if (words.length === 1) bitsOf[head] = (bitsOf[head] ?? 0) | bits
      else (phrases[head] ??= []).push({ words, bits })
    }
  })
  return { bitsOf: Int32Array.from({ length: bitsOf.length }, (_, i) => bitsOf[i] ?? 0), phrases }
}
