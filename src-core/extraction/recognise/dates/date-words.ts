const monthNames =
  'january february march april may june july august september october november december'.split(' ')

export const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((name, i) => {
    const short = name.slice(0, 3)
    const forms = [name, short, `${short}.`]
    return (
      name === 'september' ? [...forms, 'sept', 'sept.'] : name === 'may' ? [name] : forms
    ).map((form) => [form, i + 1] as const)
  }),
)

export const weekdays: ReadonlyMap<string, number> = new Map(
  'sunday monday tuesday wednesday thursday friday saturday'
    .split(' ')
    .map((name, i) => [name, i] as const),
)

/** First and last month, northern hemisphere as newspapers use the words; winter begins in December of the year before. */
export const seasons: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['fall', [9, 11]],
  ['winter', [12, 14]],
])

export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i] as const),
  ['a', 1],
  ['an', 1],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['hundred', 100],
])

export const ordinals: ReadonlyMap<string, number> = new Map([
  ...'first second third fourth'.split(' ').map((word, i) => [word, i + 1] as const),
  ['1st', 1],
  ['2nd', 2],
  ['3rd', 3],
  ['4th', 4],
  ['last', 4],
])

/** In days, or in months where the calendar counts so. */
export const units: ReadonlyMap<string, { readonly days?: number; readonly months?: number }> =
  new Map([
    ['day', { days: 1 }],
    ['days', { days: 1 }],
    ['week', { days: 7 }],
    ['weeks', { days: 7 }],
    ['fortnight', { days: 14 }],
    ['month', { months: 1 }],
    ['months', { months: 1 }],
    ['quarter', { months: 3 }],
    ['quarters', { months: 3 }],
    ['year', { months: 12 }],
    ['years', { months: 12 }],
    ['decade', { months: 120 }],
    ['decades', { months: 120 }],
  ])
