/** English verbs and nouns whose forms no rule gives, "form form … lemma" a line. */
const verbLines = `
am is are was were been being 'm 're 's be
has had having 've 'd have
does did done doing do
'll will
born bear
bore borne bear
arose arisen arise
put putting put
present present
need need
proceed proceed
exceed exceed
succeed succeed
biting bite
forgone forgo
foretold foretell
gon go
goin go
wan want
stunk stink
ate eaten eat
beat beaten beat
became become
began begun begin
bent bend
bound bind
bit bitten bite
bled bleed
blew blown blow
broke broken break
bred breed
brought bring
built build
burnt burn
bought buy
caught catch
chose chosen choose
clung cling
came come
crept creep
dealt deal
dug dig
drew drawn draw
dreamt dream
drank drunk drink
drove driven drive
fell fallen fall
fed feed
felt feel
fought fight
found find
fled flee
flew flown flies fly
forbade forbidden forbid
foresaw foreseen foresee
forgot forgotten forget
forgave forgiven forgive
froze frozen freeze
got gotten get
gave given give
went gone goes go
ground grind
grew grown grow
hung hang
heard hear
hid hidden hide
held hold
kept keep
knelt kneel
knew known know
laid lay
led lead
leant lean
leapt leap
learnt learn
left leave
lent lend
lay lain lie
lit light
lost lose
made make
meant mean
met meet
misled mislead
mistook mistaken mistake
misunderstood misunderstand
overcame overcome
overtook overtaken overtake
overthrew overthrown overthrow
paid pay
proven prove
rode ridden ride
rang rung ring
rose risen rise
ran run
rerouted reroute
said say
saw seen see
sought seek
sold sell
sent send
shook shaken shake
shone shine
shot shoot
showed shown show
shrank shrunk shrink
sang sung sing
sank sunk sink
sat sit
slept sleep
slid slide
spoke spoken speak
sped speed
spent spend
spun spin
spoilt spoil
sprang sprung spring
stood stand
stole stolen steal
stuck stick
stung sting
struck stricken strike
strove striven strive
swore sworn swear
swept sweep
swam swum swim
swung swing
took taken take
taught teach
tore torn tear
told tell
thought think
threw thrown throw
understood understand
undertook undertaken undertake
undid undone undo
upheld uphold
withdrew withdrawn withdraw
withheld withhold
withstood withstand
woke woken wake
wore worn wear
wove woven weave
wept weep
won win
wound wind
wrote written write
rewrote rewritten rewrite
rebuilt rebuild
died dies dying die
lied lies lying lie
tied ties tying tie
ca can
wo will
sha shall
dubbed dub
agreed agree
freed free
guaranteed guarantee
oversaw overseen oversee
disagreed disagree
refereed referee
seeing see
fleeing flee
using used uses use
focuses focus
biases bias
focused focussed focusing focus
targeted targeting targetted targetting target
`
const nounLines = `
men man
women woman
children child
people people
thanks thanks
troops troop
clothes clothes
goods goods
headaches headache
taxes tax
media media
feet foot
teeth tooth
geese goose
mice mouse
oxen ox
lives life
wives wife
knives knife
leaves leaf
thieves thief
halves half
shelves shelf
selves self
wolves wolf
loaves loaf
analyses analysis
crises crisis
bases base
theses thesis
hypotheses hypothesis
diagnoses diagnosis
oases oasis
emphases emphasis
phenomena phenomenon
criteria criterion
indices index
matrices matrix
vertices vertex
appendices appendix
alumni alumnus
fungi fungus
nuclei nucleus
stimuli stimulus
bacteria bacterium
viruses virus
campuses campus
bonuses bonus
statuses status
buses bus
gases gas
lenses lens
series series
species species
news news
means means
headquarters headquarters
diabetes diabetes
politics politics
geopolitics geopolitics
statistics statistics
logistics logistics
genetics genetics
forensics forensics
robotics robotics
analytics analytics
chaos chaos
economics economics
mathematics mathematics
physics physics
ethics ethics
electronics electronics
telecommunications telecommunication
malware malware
`

export const irregularVerbs = table(verbLines)
export const irregularNouns = table(nounLines)

function table(lines: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const line of lines.trim().split('\n')) {
    const words = line.split(' ')
    const lemma = words.at(-1) ?? ''
    for (const form of words) map.set(form, lemma)
  }
  return map
}
