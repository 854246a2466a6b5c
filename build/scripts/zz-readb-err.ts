import { writeFileSync } from 'node:fs'
import { labelTraining } from './reading/label-pages'
import { loadPages } from './reading/gold'
import { knowledge } from './reading/models'
import { fitTask, linkOptions } from './reading/fit-models'
import { bagScore } from '@core/extraction/score/score-bags'
const rel = process.argv[2] && !process.argv[2].endsWith('.mjs') ? process.argv[2] : 'targets'
const pages = loadPages('train')
const labelled = labelTraining(knowledge()).filter((b) => b.relation === rel)
const bags = labelled.map((b) => ({ page: b.page, positive: b.positive, rows: b.rows.map((r) => r.features.flat()) }))
const { scores, calibration } = fitTask({ name: rel, bags }, linkOptions)
console.log(calibration)
const out: { z: number; s: string; page: number; pos: boolean }[] = []
bags.forEach((b, i) => {
  if (b.page >= 1000) return
  const zs = scores[i] ?? []
  const k = zs.indexOf(Math.max(...zs))
  const row = labelled[i]!.rows[k]!
  const z = bagScore([...zs].sort((x, y) => y - x))
  const t = row.sentence.tokens.map((t) => t.text).join(' ').slice(0, 300)
  out.push({ z, page: b.page, pos: b.positive, s: `${z.toFixed(2)} ${pages[b.page]?.name.slice(0, 12)} ${row.actor} -> ${row.target} [${row.mention.surface}|${row.mention.rule}] ref=${row.candidate?.reference}${row.candidate?.distance} gov=${row.governor?.hit.word.id}/${row.governor?.role?.slot} rows=${zs.length}\n     ${t}` })
})
const th = calibration!.threshold
writeFileSync(`/tmp/readb/fp-${rel}.txt`, out.filter((x) => !x.pos && x.z > th).sort((a, b) => b.z - a.z).map((x) => x.s).join('\n'))
writeFileSync(`/tmp/readb/fn-${rel}.txt`, out.filter((x) => x.pos && x.z < th).sort((a, b) => a.page - b.page).map((x) => x.s).join('\n'))
