// Fits the link scorers on the labelled training pages and writes resources/models/link-weights.tsv.
//   node build/scripts/run-ts.mjs build/scripts/fit-links.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { writeLinkWeights } from '@core/extraction/score/parse-link-weights'
import { knowledge } from './reading/models'
import { loadPages } from './reading/gold'
import { fitModels, tasksOf } from './reading/fit-models'
import { labelPages, trainingNote } from './reading/label-pages'

const pages = [...loadPages('train'), ...loadPages('start')]
const started = Date.now()
const labelled = labelPages(pages, knowledge())
console.log(`${pages.length} pages, ${labelled.length} bags in ${Date.now() - started} ms`)
const weights = fitModels(tasksOf(labelled), trainingNote(pages.length))
mkdirSync('resources/models', { recursive: true })
writeFileSync('resources/models/link-weights.tsv', writeLinkWeights(weights))
for (const [name, model] of Object.entries(weights.relations))
  console.log(
    name.padEnd(22),
    Object.keys(model.weights).length,
    'weights, threshold',
    model.threshold,
  )
console.log(`${Date.now() - started} ms`)
