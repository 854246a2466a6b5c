/**
 * Accuracy and speed of the shipped tagger and parser on the treebanks of ../shared: the tables of src-core/extraction/syntax/README.md.
 *   node build/scripts/run-ts.mjs build/scripts/measure-syntax.ts [MODEL.txt]
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadSyntax, type Syntax } from '@core/extraction/syntax/syntax'
import { englishSyntaxModel } from '../../resources/models/syntax'
import { describeScores, measure, type Scores } from './syntax/measure'
import { readTreebank, type Tree } from './syntax/treebank'

const path = process.argv[2]
const text = path === undefined ? englishSyntaxModel : readFileSync(path, 'utf8')
const start = performance.now()
const syntax = loadSyntax(text)
console.log(
  `model ${(text.length / 1e6).toFixed(2)} MB, first load ${(performance.now() - start).toFixed(0)} ms`,
)
const again = cpuMilliseconds()
loadSyntax(text)
console.log(`second load ${(cpuMilliseconds() - again).toFixed(0)} ms of CPU`)

const shown = [
  'nsubj',
  'nsubj:pass',
  'obj',
  'obl',
  'obl:agent',
  'nmod',
  'nmod:poss',
  'compound',
  'flat',
  'appos',
  'amod',
  'conj',
  'acl',
  'acl:relcl',
  'xcomp',
  'ccomp',
  'advcl',
  'aux:pass',
  'root',
]
const results = ['ewt-dev', 'ewt-test', 'pud'].map((name) => {
  const trees = readTreebank(resolve(process.cwd(), `../shared/treebank/${name}.tsv.gz`))
  const scores = measure(syntax, trees)
  console.log(describeScores(name, scores))
  if (name === 'ewt-dev') console.log(`  ${speed(syntax, trees)} tokens a second of CPU`)
  return scores
})
for (const label of shown)
  console.log(
    `${label.padEnd(12)} ${results.map((scores) => f1(scores, label).padStart(5)).join('  ')}`,
  )

function f1(scores: Scores, label: string): string {
  const entry = scores.labels.get(label)
  if (entry === undefined || entry.gold === 0) return '–'
  return ((200 * entry.right) / (entry.gold + entry.found)).toFixed(1)
}

/** The best of five rounds, by CPU time: other processes may share the machine. */
function speed(reader: Syntax, trees: readonly Tree[]): number {
  const tokens = trees.reduce((sum, tree) => sum + tree.forms.length, 0)
  let best = 0
  for (let round = 0; round < 5; round++) {
    const before = cpuMilliseconds()
    for (const tree of trees) reader.parse(tree.forms)
    best = Math.max(best, (tokens / (cpuMilliseconds() - before)) * 1000)
  }
  return Math.round(best)
}

function cpuMilliseconds(): number {
  const usage = process.cpuUsage()
  return (usage.user + usage.system) / 1000
}
