import { describe, expect, it } from 'vitest'
import { lemmatise } from '@core/extraction/syntax/lemmatise'

describe('lemmatise', () => {
  it.each([
    ['breached', 'breach'],
    ['breaches', 'breach'],
    ['attacking', 'attack'],
    ['compromised', 'compromise'],
    ['targeted', 'target'],
    ['targeting', 'target'],
    ['stole', 'steal'],
    ['stolen', 'steal'],
    ['infiltrated', 'infiltrate'],
    ['hit', 'hit'],
    ['struck', 'strike'],
    ['stopped', 'stop'],
    ['controlled', 'control'],
    ['denied', 'deny'],
    ['tries', 'try'],
    ['exploiting', 'exploit'],
    ['deployed', 'deploy'],
    ['used', 'use'],
    ['dubbed', 'dub'],
    ['attributed', 'attribute'],
    ['broke', 'break'],
    ['hijacked', 'hijack'],
    ['exfiltrated', 'exfiltrate'],
    ['spied', 'spy'],
    ['believed', 'believe'],
    ['launches', 'launch'],
    ['crippled', 'cripple'],
    ['rewritten', 'rewrite'],
    ['need', 'need'],
    ['backdoored', 'backdoor'],
  ])('takes the verb %s to %s', (form, lemma) => {
    expect(lemmatise(form, 'VERB')).toBe(lemma)
  })

  it.each([
    ['agencies', 'agency'],
    ['attacks', 'attack'],
    ['breaches', 'breach'],
    ['analyses', 'analysis'],
    ['businesses', 'business'],
    ['viruses', 'virus'],
    ['ministries', 'ministry'],
    ['women', 'woman'],
    ['servers', 'server'],
    ['news', 'news'],
    ['campus', 'campus'],
    ['universities', 'university'],
  ])('takes the noun %s to %s', (form, lemma) => {
    expect(lemmatise(form, 'NOUN')).toBe(lemma)
  })
})
