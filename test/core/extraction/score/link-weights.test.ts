import { describe, expect, it } from 'vitest'
import { listOf } from '@core/extraction/score/feature-list'
import { parseLinkWeights, writeLinkWeights } from '@core/extraction/score/parse-link-weights'
import {
  compileModel,
  confidenceOf,
  rawScore,
  type CompiledModel,
  type RelationModel,
} from '@core/extraction/score/relation-model'
import { bagScore } from '@core/extraction/score/score-bags'

const model: RelationModel = {
  bias: -1,
  weights: { 'prep in': 1.5, 'cue near (': -0.25 },
  trees: {
    bias: -1,
    nodes: [
      {
        feature: 'prep in',
        yes: { value: 2 },
        no: { feature: 'kind country', yes: { value: 1 }, no: { value: -1 } },
      },
    ],
  },
  threshold: 0.2,
  calibration: { scale: 0.9, shift: -0.1 },
}

describe('link weights', () => {
  it('are read back as they were written', () => {
    const weights = { fitted: 'how', relations: { targets: model } }
    expect(parseLinkWeights(writeLinkWeights(weights))).toEqual(weights)
  })

  it('are refused with the line that is wrong', () => {
    expect(() => parseLinkWeights('@targets\t1\t2\n')).toThrow('line 1')
    expect(() => parseLinkWeights('prep in\t1\n')).toThrow('line 1')
    expect(() => parseLinkWeights('@targets\t1\t2\t3\t4\t5\nprep in\tmuch\n')).toThrow('line 2')
  })
})

function scoreOf(compiled: CompiledModel, ...lists: readonly (readonly string[])[]): number {
  return rawScore(
    compiled,
    lists.map((names) => listOf(compiled.ids, names)),
  )
}

describe('rawScore', () => {
  it('is the mean of the weights and of the trees', () => {
    expect(scoreOf(compileModel(model), ['prep in'])).toBeCloseTo((-1 + 1.5 + (-1 + 2)) / 2)
    expect(scoreOf(compileModel(model), ['kind country'])).toBeCloseTo((-1 + (-1 + 1)) / 2)
  })

  it('counts a feature once and forgets it for the next row', () => {
    const compiled = compileModel(model)
    const once = scoreOf(compiled, ['prep in'])
    expect(scoreOf(compiled, ['prep in', 'prep in'])).toBe(once)
    expect(scoreOf(compiled, [])).toBeCloseTo((-1 + (-1 - 1)) / 2)
  })
})

describe('confidence', () => {
  it('grows with the score', () => {
    expect(confidenceOf(model, 2)).toBeGreaterThan(confidenceOf(model, 1))
  })

  it('never falls when a further place states the same link', () => {
    expect(bagScore([1, 0.5])).toBeGreaterThan(bagScore([1]))
    expect(bagScore([1, -4])).toBe(bagScore([1]))
  })
})
