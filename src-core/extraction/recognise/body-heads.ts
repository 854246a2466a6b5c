/** Last (or first) words of the names of bodies, with the sectors (slugs) that they put the body into. */
const table: readonly (readonly [heads: string, sectors: string])[] = [
  [
    'ministry ministries department departments secretariat treasury cabinet presidency chancellery parliament congress senate assembly duma bundestag storting riksdag folketing knesset council municipality government bureau directorate inspectorate registry ombudsman embassy consulate court tribunal prosecutor police gendarmerie customs election elections borough county prefecture governorate commune voivodeship presidium',
    'government',
  ],
  [
    'university universities polytechnic college school academy faculty gymnasium campus schools',
    'education',
  ],
  ['hospital hospitals clinic clinics medical healthcare health', 'healthcare'],
  [
    'bank banks bancorp insurance assurance exchange securities asset capital holdings-bank fintech credit pension investments',
    'financial-services',
  ],
  [
    'airlines airways airline railway railways railroad rail airport logistics transport transit shipping-line metro',
    'transportation',
  ],
  ['shipping port maritime shipyard ferries seaports ports harbour', 'maritime'],
  ['telecom telecoms telecommunications mobile telekom telefonica broadband', 'telecommunications'],
  ['energy power petroleum oil gas electric electricity nuclear refinery hydropower dam', 'energy'],
  ['water waterworks wastewater utilities utility', 'utilities'],
  [
    'news newspaper times post herald gazette tribune inquirer broadcasting television tv radio media press daily',
    'media',
  ],
  ['institute institutes laboratory laboratories observatory research', 'research'],
  [
    'army navy force forces command aerospace-force defence defense military marines corps',
    'defense',
  ],
  ['foundation ngo charity trust rights greenpeace', 'civil-society'],
  ['steel manufacturing motors motor industries works cement', 'manufacturing'],
  [
    'software technologies technology systems solutions networks digital computing electronics informatics data it tech',
    'technology',
  ],
  ['mining mines minerals metals', 'mining'],
  ['pharma pharmaceuticals pharmaceutical biotech', 'pharmaceutical'],
  ['hotel hotels resorts resort casino', 'hospitality'],
  ['church diocese temple mosque', 'religious'],
]
const plain =
  'agency authority commission committee office centre center service services administration fund organisation organization association federation confederation union society group holding holdings inc inc. ltd ltd. llc plc corp corp. corporation company co co. gmbh ag ab as asa sa s.a. spa s.p.a. bv nv oy oyj pty limited partners party forum board station system museum library theatre theater club league games summit chiefs complex consortium alliance network institution foundation’s stadium federation’s congregation unit division branch subsidiary dealership brewery apparel foods stores retail supermarkets dac ulc kk cooperative'.split(
    ' ',
  )

const sectorsOfHead = new Map<string, readonly string[]>(plain.map((head) => [head, []]))
for (const [heads, sector] of table)
  for (const head of heads.split(' ')) sectorsOfHead.set(head, [sector])

/** Sectors of a head word of a body's name, or undefined if it is none. */
export function bodySectors(lower: string): readonly string[] | undefined {
  return sectorsOfHead.get(lower)
}

/** Words that only companies end with. */
export const companySuffix =
  /^(?:inc|inc\.|ltd|ltd\.|llc|plc|corp|corp\.|corporation|co\.|gmbh|ag|ab|as|asa|sa|s\.a\.|spa|s\.p\.a\.|bv|nv|oy|oyj|pty|limited|holdings?|dac|ulc|kk|group)$/
