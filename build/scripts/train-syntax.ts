/**
 * Fits the tagger and the parser on ../shared/treebank (EWT train) and writes resources/models/english-syntax.txt.
 *   node build/scripts/run-ts.mjs build/scripts/train-syntax.ts WORDS.tsv [out=FILE] [epochs=8] [parsers=3] [taggers=2]
 * WORDS.tsv comes from build/scripts/syntax/word-classes.ts and word-tags.ts. Deterministic: every chance is seeded.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { makeTagger } from '@core/extraction/syntax/tagger'
import { readModel } from '@core/extraction/syntax/model-file'
import { loadSyntax } from '@core/extraction/syntax/syntax'
import { makeTagSet } from '@core/extraction/syntax/tag-set'
import { sentenceView } from '@core/extraction/syntax/sentence-view'
import { tokenFeatures } from '@core/extraction/syntax/token-features'
import { makeAugmenter } from './syntax/augment'
import { fitLexicon, readWordFacts } from './syntax/fit-lexicon'
import { fitParser, type ParserExample } from './syntax/fit-parser'
import { fitTagger, lexiconOf } from './syntax/fit-tagger'
import { describeScores, measure } from './syntax/measure'
import { fitShortcuts } from './syntax/fit-shortcuts'
import { withShortcuts, writeModel } from './syntax/model-writer'
import { makeGold } from './syntax/oracle'
import { seededRandom, shuffled } from './syntax/random'
import { frozen, meanOf, quantise, quantiseMoves } from './syntax/training-weights'
import { readTreebank, type Tree } from './syntax/treebank'

const FOLDS = 5
const options = new Map(
  process.argv.slice(3).map((arg) => {
    const [name, value] = arg.split('=')
    return [name ?? '', value ?? '1'] as const
  }),
)
const numberOf = (name: string, otherwise: number): number => Number(options.get(name) ?? otherwise)
const treebank = resolve(process.cwd(), '../shared/treebank')
const classesPath = process.argv[2]
if (classesPath === undefined) throw new Error('usage: train-syntax WORDS.tsv')
const out = resolve(options.get('out') ?? 'resources/models/english-syntax.txt')

const train = readTreebank(`${treebank}/ewt-train.tsv.gz`)
const dev = readTreebank(`${treebank}/ewt-dev.tsv.gz`)
const tags = frequent(
  train.flatMap((tree) => tree.tags),
  5,
)
const tagIds = new Map(tags.map((tag, i) => [tag, i]))
const labels = frequent(
  train.flatMap((tree) => tree.labels),
  3,
)
const labelIds = new Map(labels.map((label, i) => [label, i]))
const tagSet = makeTagSet(tags)
const classes = readWordFacts(classesPath)
const random = seededRandom(numberOf('seed', 20))
const augmenter = makeAugmenter(random)
const fit = { random, augmenter, slots: 1 << 22, drop: numberOf('taggerDrop', 0.15) }

const taggerEpochs = numberOf('taggerEpochs', 8)
const lexicon = fitLexicon(withVariants(train), tagIds, classes)
const taggers = Array.from({ length: numberOf('taggers', 2) }, () =>
  fitTagger(train, lexiconOf(lexicon), tagIds, {
    ...fit,
    epochs: taggerEpochs,
    minUpdates: 2,
  }).averaged(),
)

// The parser must learn from tags with the mistakes that reading will meet: each fold is tagged by a tagger that has not seen it.
const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const seen = train.filter((_, i) => i % FOLDS !== fold)
  const foldLexicon = lexiconOf(fitLexicon(withVariants(seen), tagIds, classes))
  const weights = fitTagger(seen, foldLexicon, tagIds, {
    ...fit,
    epochs: Math.min(4, taggerEpochs),
    minUpdates: 3,
  })
  return { lexicon: foldLexicon, tagger: makeTagger(frozen(weights.averaged(), tags.length)) }
})
const fullLexicon = lexiconOf(lexicon)
const epochs = numberOf('epochs', 8)
const moves: Map<number, Float32Array>[] = []
const arcs: Map<number, Float32Array>[] = []
for (let fitting = 1; fitting <= numberOf('parsers', 3); fitting++) {
  const weights = fitParser(parserExamples, {
    random,
    epochs,
    labels: labels.length,
    minMoves: 6,
    minArcs: 4,
  })
  moves.push(weights.moves.averaged())
  arcs.push(weights.arcs.averaged())
  write()
}

function* parserExamples(): Generator<ParserExample> {
  const order = shuffled(
    train.map((tree, i) => ({ tree, i })),
    random,
  )
  for (const { tree: plain, i } of order) {
    const tree = augmenter.vary(plain)
    const fold = folds[i % FOLDS]
    if (fold === undefined) continue
    const tagging = fold.tagger.tag(tokenFeatures(tree.forms, fold.lexicon))
    yield {
      view: sentenceView(tokenFeatures(tree.forms, fullLexicon), tagging, tagSet),
      gold: makeGold(
        tree.heads,
        tree.labels.map((label) => labelIds.get(label) ?? labelIds.get('dep') ?? 0),
      ),
    }
  }
}

function write(): void {
  const full = writeModel({
    header: [
      'English part-of-speech tagger and dependency parser for Gnomon: fitted weights.',
      'Fitted on UD_English-EWT (2025-05), https://universaldependencies.org/treebanks/en_ewt, Silveira et al. 2014: CC BY-SA 4.0;',
      'these weights are licensed likewise. Word classes: k-means over GloVe 6B vectors (Pennington et al. 2014, PDDL 1.0).',
      'Tags that words can have: from the lexicon of the Brill tagger (Brill 1992; npm brill, MIT), guessed from the vectors elsewhere.',
      `Fitted by build/scripts/train-syntax.ts: means of ${taggers.length} taggers (${taggerEpochs} epochs) and ${moves.length} parsers (${epochs} epochs), averaged perceptrons; see src-core/extraction/syntax/README.md.`,
    ],
    tags,
    labels,
    lexicon,
    tagger: quantise(meanOf(taggers), numberOf('taggerLeast', 16)),
    moves: quantiseMoves(meanOf(moves), numberOf('movesLeast', 25)),
    arcs: quantise(meanOf(arcs), numberOf('arcsLeast', 22)),
  })
  const model = readModel(full)
  const text = withShortcuts(full, model.size, fitShortcuts(model, withVariants(train)))
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, text)
  console.log(
    `${(text.length / 1e6).toFixed(2)} MB`,
    describeScores('dev', measure(loadSyntax(text), dev)),
  )
}

/** The treebank and one variation of it, so that the words of our genre are known words. */
function withVariants(trees: readonly Tree[]): Tree[] {
  return [...trees, ...trees.map((tree) => augmenter.vary(tree))]
}

function frequent(names: readonly string[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([name]) => name)
    .sort()
}
