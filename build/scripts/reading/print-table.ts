import type { SetScore } from './score-set'

const percent = (value: number): string => (100 * value).toFixed(1)

/** One table: a line a measure, a column a set. */
export function printTable(scores: Readonly<Record<string, SetScore>>): void {
  console.log(tableLines(scores).join('\n'))
}

export function tableLines(scores: Readonly<Record<string, SetScore>>): string[] {
  const sets = Object.keys(scores)
  const first = sets[0] === undefined ? undefined : scores[sets[0]]
  if (!first) return []
  const line = (name: string, value: (score: SetScore) => string): string =>
    `| ${name} | ${Object.values(scores).map(value).join(' | ')} |`
  const ratio = (r: { p: number; r: number; f1: number } | undefined): string =>
    r ? `${percent(r.f1)} (${percent(r.p)} / ${percent(r.r)})` : '–'
  return [
    `| F1 (precision / recall) | ${sets.map((set) => `${set} (${scores[set]?.documents ?? 0})`).join(' | ')} |`,
    `|---|${sets.map(() => '---|').join('')}`,
    ...Object.keys(first.rows).map((row) => line(row, (s) => ratio(s.rows[row]))),
    line('**all targets**', (s) => ratio(s.targets)),
    line('**all rows**', (s) => ratio(s.all)),
    line('outcome, mean of 3', (s) => percent(s.outcomeMacro)),
    line('hedged = yes', (s) => ratio(s.hedgedTrue)),
    ...(['outcome', 'hedged', 'period', 'traps', 'offsets'] as const).map((key) =>
      line(key, (s) => `${percent(s[key].rate)} (${s[key].ok} of ${s[key].n})`),
    ),
  ]
}
