import { readFileSync } from 'node:fs'
import { parseLinkWeights } from '@core/extraction/score/parse-link-weights'
import { readerStages } from '@core/extraction/create-reader'
import { loadPages } from './reading/gold'
import { knowledge, syntaxModel } from './reading/models'
import { inputOf } from './reading/read-page'
let t = performance.now()
const k = knowledge()
console.log('knowledge', performance.now() - t)
t = performance.now()
const stages = readerStages({
  linkWeights: parseLinkWeights(readFileSync('resources/models/link-weights.tsv', 'utf8')),
  ...syntaxModel(),
})
console.log('models', performance.now() - t)
const pages = loadPages('train')
for (let round = 0; round < 3; round++) {
  const ms: Record<string, number> = {}
  const time = <T>(n: string, f: () => T): T => {
    const a = (process.cpuUsage().user+process.cpuUsage().system)/1000
    const r = f()
    ms[n] = (ms[n] ?? 0) + (process.cpuUsage().user+process.cpuUsage().system)/1000 - a
    return r
  }
  for (const p of pages) {
    const seg = time('segment', () => stages.segment(inputOf(p.text, p.gold.published), k))
    const rec = time('recognise', () => stages.recognise(seg, k))
    const set = time('settle', () => stages.settle(rec))
    const res = time('resolve', () => stages.resolve(seg, set, k))
    const rows = time('collect', () => stages.collect(res))
    const bags = time('score', () => stages.score(rows))
    time('link', () => stages.link(res, bags))
  }
  console.log(
    Object.entries(ms)
      .map(([n, v]) => `${n} ${v.toFixed(0)}`)
      .join('  '),
  )
}
