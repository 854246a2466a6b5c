/**
 * Learns what -ed and -ing have taken from a verb ("compromis" + e, "stop(p)", "breach") as a decision list of endings, from the
 * treebank's lemmas and, for other verbs, from which candidate is the commoner word.
 *   node build/scripts/run-ts.mjs build/scripts/syntax/lemma-endings.ts out/words.tsv src-core/extraction/syntax/lemma-endings.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readTreebank } from './treebank'

type Change = 'keep' | 'e' | 'halve'
const LONGEST = 6
const [wordsPath, target] = process.argv.slice(2)
if (wordsPath === undefined || target === undefined)
  throw new Error('usage: lemma-endings WORDS.tsv OUT.ts')
const rank = new Map<string, number>()
const verbs = new Set<string>()
readFileSync(wordsPath, 'utf8')
  .trim()
  .split('\n')
  .forEach((line, i) => {
    const [word, , , tags] = line.split('\t')
    if (word === undefined) return
    rank.set(word, i)
    if (/\bVB/.test(tags ?? '')) verbs.add(word)
  })
const answers = new Map<string, { change: Change; weight: number }>()
for (const word of verbs) {
  const stem = /^([a-z]*[aeiouy][a-z]*)(?:ed|ing)$/.exec(word)?.[1]
  if (stem === undefined || stem.length < 3) continue
  const best = candidates(stem)
    .filter(([, lemma]) => verbs.has(lemma))
    .toSorted((a, b) => (rank.get(a[1]) ?? 1e9) - (rank.get(b[1]) ?? 1e9))[0]
  if (best !== undefined) answers.set(stem, { change: best[0], weight: 1 })
}
for (const tree of readTreebank(resolve(process.cwd(), '../shared/treebank/ewt-train.tsv.gz')))
  tree.forms.forEach((form, i) => {
    const stem = /^([a-z]*[aeiouy][a-z]*)(?:ed|ing)$/.exec(form.toLowerCase())?.[1]
    if (stem === undefined || stem.length < 3 || !(tree.tags[i] ?? '').startsWith('VERB')) return
    const change = candidates(stem).find(([, lemma]) => lemma === tree.lemmas[i])?.[0]
    if (change !== undefined)
      answers.set(stem, { change, weight: 5 + (answers.get(stem)?.weight ?? 0) })
  })

/** Endings from short to long; an ending is listed when its majority differs from that of the ending one shorter. */
const listed = new Map<string, Change>([['', 'keep']])
for (let length = 1; length <= LONGEST; length++) {
  const tallies = new Map<string, Map<Change, number>>()
  for (const [stem, { change, weight }] of answers) {
    const ending = `^${stem}`.slice(-length)
    if (ending.length < length) continue
    const tally = tallies.get(ending) ?? new Map<Change, number>()
    tally.set(change, (tally.get(change) ?? 0) + weight)
    tallies.set(ending, tally)
  }
  for (const [ending, tally] of [...tallies].toSorted((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [best] = [...tally].toSorted((a, b) => b[1] - a[1])
    const sure = (tally.get(best?.[0] ?? 'keep') ?? 0) - (tally.get(changeOf(ending.slice(1))) ?? 0)
    if (best !== undefined && best[0] !== changeOf(ending.slice(1)) && sure >= 1)
      listed.set(ending, best[0])
  }
}
const right = [...answers].filter(([stem, a]) => changeOf(`^${stem}`) === a.change).length
console.log(
  `${listed.size} endings; ${((100 * right) / answers.size).toFixed(1)} % of ${answers.size} stems`,
)
const lines = (change: Change): string =>
  [...listed]
    .filter(([ending, c]) => c === change && ending !== '')
    .map(([ending]) => ending)
    .join(' ')
const block = (name: string, change: Change, what: string): string =>
  `/** ${what} */\nexport const ${name} =\n  '${wrap(lines(change))}'\n`
writeFileSync(
  target,
  [
    '// Written by build/scripts/syntax/lemma-endings.ts from UD_English-EWT (CC BY-SA 4.0) and word counts; do not edit.',
    "// Endings of a verb's form without -ed or -ing; ^ is the word's start; the longest that fits decides.",
    '',
    block('takesE', 'e', 'The lemma has an e: "compromis" → "compromise".'),
    block('isHalved', 'halve', 'The lemma has one consonant less: "stopp" → "stop".'),
    block('isKept', 'keep', 'The lemma is the form itself: "breach".'),
  ].join('\n'),
)

function candidates(stem: string): [Change, string][] {
  const result: [Change, string][] = [
    ['keep', stem],
    ['e', `${stem}e`],
  ]
  if (/([bdfgklmnprtvz])\1$/.test(stem)) result.push(['halve', stem.slice(0, -1)])
  return result
}

function changeOf(stem: string): Change {
  for (let length = Math.min(LONGEST, stem.length); length >= 1; length--) {
    const change = listed.get(stem.slice(-length))
    if (change !== undefined) return change
  }
  return 'keep'
}

function wrap(text: string): string {
  return text.replace(/(.{1,100}) /g, "$1 ' +\n  '")
}
