// npm run bench: prints rates and ratios beside the budgets that we promised. Nothing is asserted.
//   npm run bench -- [reading] [intake] [brief] [case] [window] [graph] [frames] [search]     (all without arguments)
import type { BenchRow } from './bench-row'
import { benchBrief } from './brief'
import { benchCase } from './case'
import { benchGraphFrames } from './graph-frames'
import { benchIntake } from './intake'
import { benchReading } from './reading'
import { benchSearch } from './search'
import { benchGraph, benchWindow } from './window'

const benches: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  reading: benchReading,
  intake: benchIntake,
  brief: benchBrief,
  case: benchCase,
  window: benchWindow,
  graph: benchGraph,
  frames: benchGraphFrames,
  search: () => Promise.resolve(benchSearch()),
}
const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}`)
  for (const { what, measured, budget } of await bench())
    console.log(`  ${what.padEnd(52)} ${measured.padStart(14)}${budget ? `   (${budget})` : ''}`)
}
