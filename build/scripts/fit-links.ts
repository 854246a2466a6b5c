// Fits the link scorers on the labelled training pages and writes resources/models/link-weights.tsv.
//   node build/scripts/run-ts.mjs build/scripts/fit-links.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { writeLinkWeights } from '@core/extraction/score/parse-link-weights'
import { fitModels } from './reading/fit-models'
import { labelTraining, trainingNote } from './reading/label-pages'
import { knowledge } from './reading/models'

const started = Date.now()
const labelled = labelTraining(knowledge())
console.log(`${labelled.length} bags in ${Date.now() - started} ms`)
const { weights, lines } = fitModels(labelled, trainingNote())
mkdirSync('resources/models', { recursive: true })
writeFileSync('resources/models/link-weights.tsv', writeLinkWeights(weights))
console.log(lines.join('\n'))
console.log(`${Date.now() - started} ms`)
