// Measures the reader on everything labelled and prints one table; predictions and misses go to out/eval.
//   node build/scripts/run-ts.mjs build/scripts/eval.ts [start train held dev annoctr.dev ctinexus.dev captier.dev tram.dev]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createReader, type Read } from '@core/extraction/create-reader'
import { parseLinkWeights } from '@core/extraction/score/parse-link-weights'
import { foldCount, foldOf, fitModels } from './reading/fit-models'
import { loadPages } from './reading/gold'
import { labelTraining } from './reading/label-pages'
import { knowledge, syntaxModel } from './reading/models'
import { printTable } from './reading/print-table'
import { reliabilityLines } from './reading/reliability'
import { scorePublic, scoreSet, writePredictions, type SetScore } from './reading/score-set'

const publicSets = ['annoctr.dev', 'ctinexus.dev', 'captier.dev', 'tram.dev']
const asked = process.argv.slice(2).filter((arg) => !arg.endsWith('.mjs'))
const wants = (name: string): boolean => asked.length === 0 || asked.includes(name)
const facts = knowledge()
const readerWith = (weights: string): Read =>
  createReader(facts, { linkWeights: parseLinkWeights(weights), ...syntaxModel() })
const read = readerWith(readFileSync('resources/models/link-weights.tsv', 'utf8'))
const scores: Record<string, SetScore> = {}
const calibration: string[] = []

for (const set of ['start', 'train', 'dev'])
  if (wants(set)) {
    const pages = loadPages(set)
    const started = Date.now()
    writePredictions(pages, () => read, `out/eval/${set}`)
    const size = pages.reduce((sum, page) => sum + page.text.length, 0)
    console.error(`${set}: ${(size / 1000 / (Date.now() - started)).toFixed(2)} MB/s`)
    if (set === 'dev') calibration.push('', 'dev', ...reliabilityLines(pages, `out/eval/${set}`))
    record(set, set)
  }
if (wants('held')) {
  const pages = loadPages('train')
  const labelled = labelTraining(facts)
  const all = parseLinkWeights(readFileSync('resources/models/link-weights.tsv', 'utf8'))
  const readers: Read[] = []
  for (let fold = 0; fold < foldCount; fold++) {
    const inside = labelled.filter((bag) => foldOf(bag.page) !== fold)
    readers.push(
      createReader(facts, { linkWeights: fitModels(inside, '', all).weights, ...syntaxModel() }),
    )
  }
  writePredictions(pages, (page) => readers[foldOf(page)] ?? read, 'out/eval/held')
  calibration.push('', 'train, held out', ...reliabilityLines(pages, 'out/eval/held'))
  record('held', 'train')
}
printTable(scores)
if (calibration.length > 0) console.log(`\nvictim links by confidence\n${calibration.join('\n')}`)
for (const set of publicSets)
  if (wants(set)) console.log(`\n${set}\n${scorePublic(set, read, 'out/eval/public')}`)

function record(name: string, gold: string): void {
  const { score, misses } = scoreSet(gold, `out/eval/${name}`)
  scores[name] = score
  mkdirSync('out/eval', { recursive: true })
  // Misses on dev stay unread: it is for measuring only.
  if (name !== 'dev') writeFileSync(`out/eval/${name}.misses.txt`, misses)
}
