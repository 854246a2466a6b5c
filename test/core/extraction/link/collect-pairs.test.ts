import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readerStages } from '@core/extraction/create-reader'
import type { PairRow } from '@core/extraction/link/collect-pairs'
import { openFeatures } from '@core/extraction/score/feature-ids'
import { knowledge, segmentProse } from '../support'

const features = openFeatures()
const syntax = readFileSync('resources/models/english-syntax.txt', 'utf8')
const stages = readerStages({ linkWeights: { fitted: '', relations: {} }, syntax }, features)

function rowsOf(text: string): PairRow[] {
  const segmented = segmentProse(text)
  const recognitions = stages.settle(stages.recognise(segmented, knowledge))
  return stages.collect(stages.resolve(segmented, recognitions, knowledge))
}

function namesOf(row: PairRow | undefined): string[] {
  return row?.features.flatMap(({ ids }) => ids.map((id) => features.nameOf(id))) ?? []
}

const text = `In May 2023 APT28 likely breached the foreign ministry of Poland, and used HeadLace against it, Recorded Future said.
Turla, the report says, attacked hospitals and banks in Ukraine and in Georgia, while Lazarus was not behind the attack on Japan. It
also claims to have hit Acme Bank. The group, APT28, exploited CVE-2023-23397 in Outlook; APT28 again attacked Poland.`

describe('collected pairs', () => {
  const rows = rowsOf(text)

  it('name a feature in one list of a row only, so that sums of lists count it once', () => {
    expect(rows.length).toBeGreaterThan(30)
    for (const row of rows) expect(namesOf(row)).toEqual([...new Set(namesOf(row))])
  })

  it('describe the mention, the actor and the two together', () => {
    const row = rows.find(
      (one) =>
        one.relation === 'targets' && one.actor === 'actor:apt28' && one.target === 'country:PL',
    )
    expect(namesOf(row)).toEqual(
      expect.arrayContaining([
        'kind organization',
        'attack word breach',
        'actor named',
        'actor named organization',
        'implied country by organization',
        'hedge at attack likely',
      ]),
    )
  })

  it('take the words for an actor that stand nearest', () => {
    const last = rows.findLast((one) => one.actor === 'actor:apt28' && one.target === 'country:PL')
    expect(last?.candidate?.mention?.firstToken).toBeGreaterThan(8)
  })
})
