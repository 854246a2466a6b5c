import { describe, expect, it } from 'vitest'
import { predicates } from '@core/extraction/syntax/clauses'
import type { Predicate } from '@core/extraction/syntax/predicate'
import type { ParsedSentence } from '@core/extraction/syntax/syntax'
import { uposNames, type Upos } from '@core/extraction/syntax/tag-set'

const events = new Set(['attack', 'campaign', 'breach', 'attempt'])

describe('predicates', () => {
  it('gives the agent and the sufferer of a passive', () => {
    const { of, words } = read(
      'servers:NOUN:NNS:2:nsubj:pass were:AUX:VBD:2:aux:pass breached:VERB:VBN:-1:root by:ADP:IN:4:case APT41:PROPN:NNP:2:obl:agent and:CCONJ:CC:6:cc TA505:PROPN:NNP:4:conj',
    )
    const breach = of('breach')
    expect(breach.isPassive).toBe(true)
    expect(words(breach.actors)).toEqual(['APT41', 'TA505'])
    expect(words(breach.undergoers)).toEqual(['servers'])
  })

  it('shares a subject with a conjunct and with an infinitive', () => {
    const { of, words } = read(
      'Hackers:NOUN:NNS:1:nsubj tried:VERB:VBD:-1:root to:PART:TO:3:mark break:VERB:VB:1:xcomp into:ADP:IN:5:case banks:NOUN:NNS:3:obl but:CCONJ:CC:7:cc failed:VERB:VBD:1:conj',
    )
    expect(words(of('break').subjects)).toEqual(['Hackers'])
    expect(of('break').isInherited).toBe(true)
    expect(of('break').embedding.map((e) => e.lemma)).toEqual(['try'])
    expect(of('break').obliques).toEqual([{ preposition: 'into', heads: [5] }])
    expect(words(of('fail').subjects)).toEqual(['Hackers'])
    expect(of('fail').embedding).toEqual([])
  })

  it('takes the antecedent for a relative pronoun, and ends the chain there', () => {
    const { of, words } = read(
      'APT31:PROPN:NNP:5:nsubj which:PRON:WDT:2:nsubj hacked:VERB:VBD:0:acl:relcl parliaments:NOUN:NNS:2:obj has:AUX:VBZ:5:aux denied:VERB:VBN:-1:root',
    )
    expect(words(of('hack').subjects)).toEqual(['APT31'])
    expect(of('hack').embedding).toEqual([])
  })

  it('gives the noun that a participle describes', () => {
    const { of, words } = read(
      'group:NOUN:NN:-1:root targeting:VERB:VBG:0:acl banks:NOUN:NNS:1:obj and:CCONJ:CC:4:cc telecoms:NOUN:NNS:2:conj',
    )
    expect(words(of('target').actors)).toEqual(['group'])
    expect(words(of('target').undergoers)).toEqual(['banks', 'telecoms'])
  })

  it('lists what a clause stands under, outermost first, with denials', () => {
    const { of } = read(
      'Officials:NOUN:NNS:1:nsubj denied:VERB:VBD:-1:root that:SCONJ:IN:4:mark hackers:NOUN:NNS:4:nsubj tried:VERB:VBD:1:ccomp to:PART:TO:6:mark breach:VERB:VB:4:xcomp it:PRON:PRP:6:obj',
    )
    expect(of('breach').embedding.map((e) => [e.lemma, e.label])).toEqual([
      ['deny', 'ccomp'],
      ['try', 'xcomp'],
    ])
  })

  it('finds negation on the verb, on its subject and on what it stands under', () => {
    const negated = read(
      'they:PRON:PRP:3:nsubj did:AUX:VBD:3:aux not:PART:RB:3:advmod steal:VERB:VB:-1:root data:NOUN:NN:3:obj',
    )
    expect(negated.words([negated.of('steal').negation])).toEqual(['not'])
    const noData = read(
      'no:DET:DT:1:det data:NOUN:NN:3:nsubj:pass was:AUX:VBD:3:aux:pass stolen:VERB:VBN:-1:root',
    )
    expect(noData.words([noData.of('steal').negation])).toEqual(['no'])
    const noEvidence = read(
      'There:PRON:EX:1:expl is:VERB:VBZ:-1:root no:DET:DT:3:det evidence:NOUN:NN:1:nsubj that:SCONJ:IN:7:mark data:NOUN:NN:7:nsubj:pass was:AUX:VBD:7:aux:pass stolen:VERB:VBN:3:acl',
    )
    expect(noEvidence.of('steal').negation).toBe(-1)
    expect(noEvidence.of('steal').embedding.map((e) => [e.lemma, e.negation])).toEqual([
      ['be', 2],
      ['evidence', 2],
    ])
  })

  it('gives the slots of a nominal event', () => {
    const { of, words } = read(
      'attacks:NOUN:NNS:-1:root on:ADP:IN:2:case hospitals:NOUN:NNS:0:nmod in:ADP:IN:4:case Ireland:PROPN:NNP:2:nmod by:ADP:IN:6:case Conti:PROPN:NNP:0:nmod',
    )
    expect(words(of('attack').actors)).toEqual(['Conti'])
    expect(words(of('attack').undergoers)).toEqual(['hospitals'])
  })

  it('lets whoever launches an attack be its actor', () => {
    const { of, words } = read(
      'Kimsuky:PROPN:NNP:1:nsubj launched:VERB:VBD:-1:root attacks:NOUN:NNS:1:obj against:ADP:IN:4:case firms:NOUN:NNS:2:nmod',
    )
    expect(words(of('attack').actors)).toEqual(['Kimsuky'])
    expect(of('attack').isInherited).toBe(true)
    expect(of('attack').embedding.map((e) => e.lemma)).toEqual(['launch'])
  })

  it('takes a bare oblique behind a verb without object for the object', () => {
    const { of, words } = read(
      'they:PRON:PRP:1:nsubj attacked:VERB:VBD:-1:root Manila:PROPN:NNP:1:obl in:ADP:IN:4:case May:PROPN:NNP:1:obl',
    )
    expect(words(of('attack').objects)).toEqual(['Manila'])
    expect(of('attack').obliques).toEqual([{ preposition: 'in', heads: [4] }])
  })

  it('ends the chain at a participle that describes a noun', () => {
    const { of } = read(
      'They:PRON:PRP:1:nsubj denied:VERB:VBD:-1:root helping:VERB:VBG:1:xcomp hackers:NOUN:NNS:2:obj known:VERB:VBN:3:acl',
    )
    expect(of('know').embedding).toEqual([])
    expect(of('help').embedding.map((e) => e.lemma)).toEqual(['deny'])
  })

  it('keeps a conjunct with its own preposition apart', () => {
    const { of } = read(
      'struck:VERB:VBD:-1:root in:ADP:IN:2:case Taiwan:PROPN:NNP:0:obl and:CCONJ:CC:5:cc against:ADP:IN:5:case Japan:PROPN:NNP:2:conj',
    )
    expect(of('strike').obliques).toEqual([
      { preposition: 'in', heads: [2] },
      { preposition: 'against', heads: [5] },
    ])
  })

  it('reads a quotation behind the clause as what it stands under', () => {
    const { of } = read(
      'hackers:NOUN:NNS:1:nsubj struck:VERB:VBD:-1:root officials:NOUN:NNS:3:nsubj said:VERB:VBD:1:parataxis',
    )
    expect(of('strike').embedding.map((e) => e.lemma)).toEqual(['say'])
  })
})

/** Rows "form:UPOS:XPOS:head:label", the label with its colons. */
function read(text: string): {
  of: (lemma: string) => Predicate
  words: (indices: readonly number[]) => string[]
} {
  const rows = text.split(' ').map((row) => {
    const [form, upos, xpos, head, ...label] = row.split(':')
    return {
      form: form!,
      upos: toUpos(upos),
      xpos: xpos!,
      head: Number(head),
      label: label.join(':'),
    }
  })
  const parsed: ParsedSentence = {
    tokens: rows.map((row) => row.form),
    upos: rows.map((row) => row.upos),
    xpos: rows.map((row) => row.xpos),
    heads: Int16Array.from(rows, (row) => row.head),
    labels: rows.map((row) => row.label),
  }
  const found = predicates(parsed, (lemma) => events.has(lemma))
  return {
    of(lemma) {
      const predicate = found.find((p) => p.lemma === lemma)
      if (!predicate) throw new Error(`no predicate ${lemma}`)
      return predicate
    },
    words: (indices) => indices.map((i) => parsed.tokens[i] ?? '?'),
  }
}

function toUpos(name: string | undefined): Upos {
  return uposNames.find((upos) => upos === name) ?? 'X'
}
