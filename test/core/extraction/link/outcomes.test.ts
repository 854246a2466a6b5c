import { describe, expect, it } from 'vitest'
import { hedgesOfSentence } from '@core/extraction/link/lexicon/hedge-classes'
import { shareOutcomes } from '@core/extraction/link/share-outcomes'
import { entityId, linkId } from '@core/model/ids'
import type { Link, Outcome } from '@core/model/link'
import type { LinkableMention } from '@core/extraction/resolve/resolved-text'

const actor = entityId('actor', 'turla')

function link(kind: 'organization' | 'country' | 'sector', key: string, outcome: Outcome): Link {
  const target = entityId(kind, key)
  return {
    id: linkId(actor, 'targets', target, 'asserted'),
    source: actor,
    predicate: 'targets',
    target,
    polarity: 'asserted',
    outcome,
    hedged: false,
    confidence: 0.9,
    features: [],
    evidence: [
      {
        start: 0,
        end: 1,
        rule: 'test',
        cues: [],
        hedged: false,
        polarity: 'asserted',
        confidence: 0.9,
      },
    ],
  }
}

const bank: LinkableMention = {
  entity: entityId('organization', 'bank-of-x'),
  kind: 'organization',
  start: 0,
  end: 1,
  surface: 'x',
  rule: 'test',
  sentence: 0,
  form: 'name',
  firstToken: 0,
  lastToken: 0,
  country: 'EE',
  sectors: ['financial-services'],
}

describe('shareOutcomes', () => {
  it('gives a body’s outcome to its country and its sectors', () => {
    const shared = shareOutcomes([
      { link: link('organization', 'bank-of-x', 'compromised'), mention: bank },
      { link: link('country', 'EE', 'targeted'), mention: undefined },
      { link: link('sector', 'financial-services', 'attempted'), mention: undefined },
      { link: link('country', 'LV', 'targeted'), mention: undefined },
    ])
    expect(shared.map((one) => one.outcome)).toEqual([
      'compromised',
      'compromised',
      'compromised',
      'targeted',
    ])
  })

  it('never lowers an outcome, and passes no hedged one on', () => {
    const hedged: Link = { ...link('organization', 'bank-of-x', 'compromised'), hedged: true }
    const shared = shareOutcomes([
      { link: hedged, mention: bank },
      { link: link('country', 'EE', 'targeted'), mention: undefined },
    ])
    expect(shared.map((one) => one.outcome)).toEqual(['compromised', 'targeted'])
  })
})

describe('hedgesOfSentence', () => {
  it.each([
    ['prosecutors allege that it entered the network', ['accusation', 'accusation']],
    ['the gang emptied it by its own account', ['ownWord', 'ownWord']],
    ['it was on the leak site of the gang', ['listing']],
    ['the ministry has not confirmed the theft', ['doubt', 'doubt']],
    ['it may have been robbed by the same hands', ['modal', 'modal']],
    ['the group broke into the ministry', []],
  ])('reads "%s" as %j', (sentence, kinds) => {
    expect(hedgesOfSentence(sentence.split(' ')).map(({ hedge }) => hedge)).toEqual(kinds)
  })
})
