/** Past and participle forms that English does not build with -ed; regular verbs are not listed. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  be: ['am', 'is', 'are', 'was', 'were', 'been', 'being'],
  have: ['has', 'had', 'having'],
  do: ['does', 'did', 'done', 'doing'],
  break: ['broke', 'broken'],
  steal: ['stole', 'stolen'],
  get: ['got', 'gotten', 'getting'],
  take: ['took', 'taken'],
  go: ['goes', 'went', 'gone'],
  hit: ['hitting', 'hit'],
  strike: ['struck', 'stricken'],
  lose: ['lost'],
  fall: ['fell', 'fallen'],
  send: ['sent'],
  write: ['wrote', 'written'],
  read: ['read'],
  see: ['saw', 'seen'],
  find: ['found'],
  make: ['made'],
  bring: ['brought'],
  come: ['came'],
  leave: ['left'],
  put: ['putting', 'put'],
  set: ['setting', 'set'],
  shut: ['shutting', 'shut'],
  sit: ['sat', 'sitting'],
  lie: ['lay', 'lain', 'lying'],
  lay: ['laid'],
  seek: ['sought'],
  spy: ['spied'],
  eat: ['ate', 'eaten'],
  spread: ['spread'],
  give: ['gave', 'given'],
  drive: ['drove', 'driven'],
  run: ['ran', 'running'],
  hold: ['held'],
  creep: ['crept'],
  sweep: ['swept'],
  catch: ['caught'],
  bite: ['bit', 'bitten'],
  let: ['letting', 'let'],
  say: ['said'],
  tell: ['told'],
  know: ['knew', 'known'],
  sell: ['sold'],
  buy: ['bought'],
  dwell: ['dwelt'],
  feel: ['felt'],
  feed: ['fed'],
  fling: ['flung'],
  throw: ['threw', 'thrown'],
  wring: ['wrung'],
  slip: ['slipped', 'slipping'],
  tap: ['tapped', 'tapping'],
  rob: ['robbed', 'robbing'],
  grab: ['grabbed', 'grabbing'],
  bug: ['bugged', 'bugging'],
  plan: ['planned', 'planning'],
  plunder: ['plundered', 'plundering'],
  drop: ['dropped', 'dropping'],
  strip: ['stripped', 'stripping'],
  ship: ['shipped', 'shipping'],
  wipe: ['wiped', 'wiping'],
  jam: ['jammed', 'jamming'],
  scan: ['scanned', 'scanning'],
  map: ['mapped', 'mapping'],
  trap: ['trapped', 'trapping'],
  dump: ['dumped', 'dumping'],
  snap: ['snapped', 'snapping'],
  nab: ['nabbed', 'nabbing'],
  swap: ['swapped', 'swapping'],
  log: ['logged', 'logging'],
  step: ['stepped', 'stepping'],
  stop: ['stopped', 'stopping'],
  beg: ['begged', 'begging'],
  bait: ['baited', 'baiting'],
  stalk: ['stalked', 'stalking'],
}

/** All forms of an English verb, the base form first. */
export function verbForms(base: string): readonly string[] {
  const special = irregular[base]
  const stem = base.endsWith('e') ? base.slice(0, -1) : base
  const consonantY = /[^aeiou]y$/.test(base)
  const third = consonantY
    ? `${base.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(base)
      ? `${base}es`
      : `${base}s`
  const past = consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`
  const regular = [base, third, `${stem}ing`]
  return [...new Set([...regular, ...(special ?? [past])])]
}

/** Singular and plural of a noun, hyphenated ones too. */
export function nounForms(base: string): readonly string[] {
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`]
  return [base, /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`]
}
