import { labelFeatures, MAX_LABEL_FEATURES } from '@core/extraction/syntax/label-features'
import type { Model } from '@core/extraction/syntax/model-file'
import { bestMove, onlyMove } from '@core/extraction/syntax/parser'
import { MAX_PARSER_FEATURES, parserFeatures } from '@core/extraction/syntax/parser-features'
import { advance, isDone, LEFT, SHIFT, startState } from '@core/extraction/syntax/parser-state'
import { sentenceView } from '@core/extraction/syntax/sentence-view'
import { labelKeys, MOST_KEYS, moveKeys, tagKeys } from '@core/extraction/syntax/shortcuts'
import { bestOf, makeTagger } from '@core/extraction/syntax/tagger'
import { PAD, tokenFeatures } from '@core/extraction/syntax/token-features'
import type { Tree } from './treebank'

/** A key must have been met as often, and so large a share of the model's decisions there been the same. */
const LEAST = 15
const SHARE = 0.99

export interface Shortcut {
  readonly key: number
  readonly choice: number
}

/** Reads the trees' words with the full model and keeps the keys at which it nearly always decides alike. */
export function fitShortcuts(model: Model, trees: Iterable<Tree>): Shortcut[] {
  const seen = new Map<number, Map<number, number>>()
  const keys = new Int32Array(MOST_KEYS)
  const note = (count: number, choice: number): void => {
    for (const key of keys.subarray(0, count)) {
      const choices = seen.get(key) ?? new Map<number, number>()
      choices.set(choice, (choices.get(choice) ?? 0) + 1)
      seen.set(key, choices)
    }
  }
  const tagger = makeTagger(model.tagger)
  const rootLabel = model.labels.indexOf('root')
  const features = new Int32Array(Math.max(MAX_PARSER_FEATURES, MAX_LABEL_FEATURES))
  const moveScores = new Float64Array(3)
  const labelScores = new Float64Array(model.arcs.classes)
  for (const { forms } of trees) {
    const tokens = tokenFeatures(forms, model.lexicon)
    const tagging = tagger.tag(tokens)
    for (let at = PAD; at < tokens.length + PAD; at++)
      if ((tokens.certain[at] ?? -1) < 0)
        note(tagKeys(tokens, tagging.tags, at, keys), tagging.tags[at] ?? 0)
    const view = sentenceView(tokens, tagging, model.tags)
    const state = startState(view.length)
    while (!isDone(state)) {
      let move = onlyMove(state)
      if (move === undefined) {
        model.moves.score(features, parserFeatures(view, state, features), moveScores)
        move = bestMove(state, moveScores)
        note(moveKeys(view, state, keys), move)
      }
      let label = 0
      if (move !== SHIFT) {
        const dependent = state.stack[state.depth - 1] ?? 0
        const head = move === LEFT ? state.front : (state.stack[state.depth - 2] ?? 0)
        label = rootLabel
        if (head !== view.length) {
          labelScores.fill(0)
          const count = labelFeatures(view, state, dependent, head, features)
          model.arcs.score(features, count, labelScores)
          label = bestOf(labelScores)
          note(labelKeys(view, state, dependent, head, keys), label)
        }
      }
      advance(state, move, label)
    }
  }
  return [...seen].flatMap(([key, choices]) => {
    let total = 0
    let best = { choice: 0, count: 0 }
    for (const [choice, count] of choices) {
      total += count
      if (count > best.count) best = { choice, count }
    }
    return total >= LEAST && best.count >= SHARE * total ? [{ key, choice: best.choice }] : []
  })
}
