/**
 * Fits the shortcuts of a parser's model anew and writes them into it; the weights stay as they are.
 *   node build/scripts/run-ts.mjs build/scripts/fit-shortcuts.ts [MODEL.txt]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readModel } from '@core/extraction/syntax/model-file'
import { makeAugmenter } from './syntax/augment'
import { fitShortcuts } from './syntax/fit-shortcuts'
import { withShortcuts } from './syntax/model-writer'
import { seededRandom } from './syntax/random'
import { readTreebank } from './syntax/treebank'

const file = resolve(process.argv[2] ?? 'resources/models/english-syntax.txt')
const text = readFileSync(file, 'utf8')
const model = readModel(text)
const trees = readTreebank(resolve(process.cwd(), '../shared/treebank/ewt-train.tsv.gz'))
const augmenter = makeAugmenter(seededRandom(20))
const shortcuts = fitShortcuts(model, [...trees, ...trees.map((tree) => augmenter.vary(tree))])
writeFileSync(file, withShortcuts(text, model.size, shortcuts))
console.log(`${shortcuts.length} shortcuts`)
