/** What a text must hold for its digests and IPv6 addresses to be worth looking for: one pass instead of one for each pattern. */
export interface IndicatorSigns {
  /** A run of letters and digits as long as the shortest digest or wallet, or "123:" of a fuzzy digest. */
  readonly digests: boolean
  /** Two colons so close that only a group of an IPv6 address stands between. */
  readonly colons: boolean
}

/** No wallet and no digest is shorter. */
const shortestRun = 26
/** "[::ffff" and brackets around either colon. */
const colonReach = 8

export function indicatorSigns(text: string): IndicatorSigns {
  let run = 0
  let longest = 0
  let fuzzy = false
  let colons = false
  let lastColon = -colonReach
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const letter = code | 32
    if ((letter >= 97 && letter <= 122 && code < 128) || (code >= 48 && code <= 57)) run++
    else {
      if (run > longest) longest = run
      run = 0
      if (code === 58) {
        if (before >= 48 && before <= 57) fuzzy = true
        if (i - lastColon < colonReach) colons = true
        lastColon = i
      }
    }
    before = code
  }
  return { digests: fuzzy || Math.max(run, longest) >= shortestRun, colons }
}
