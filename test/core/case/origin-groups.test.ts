import { OriginGroups } from '@core/case/origin-groups'
import { caseView } from '@core/case/fold-case'
import { fingerprintOf, sharedWording } from '@core/import/fingerprint'
import { splitParagraphs } from '@core/import/text/split-paragraphs'
import type { Report } from '@core/model/report'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLink, aLog, anEntity, aReading, aReport } from '../../support/case-builders'

/** Sentences of made-up words: the same number gives the same sentence. */
const sentence = (n: number) =>
  `${Array.from({ length: 14 }, (_, i) => `word${(n * 31 + i * 7 + (n % 5) * i) % 997}x${n}`).join(' ')}.`
const textOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => sentence(from + i)).join('\n\n')
const sketch = (text: string) => fingerprintOf({ text, pages: [], blocks: splitParagraphs(text) })

describe('sharedWording', () => {
  it('is one for the same words, also in other case, order and layout', () => {
    const text = textOf(0, 40)
    const turned = text.split('\n\n').toReversed().join('\n\n').toUpperCase()
    expect(sharedWording(sketch(text), sketch(text))).toBe(1)
    expect(sharedWording(sketch(text), sketch(turned))).toBe(1)
  })

  it('is near to what the shorter text took from the longer one', () => {
    const report = textOf(0, 200)
    const article = `${textOf(0, 30)}\n\n${textOf(1000, 1030)}`
    expect(sharedWording(sketch(report), sketch(article))).toBeGreaterThan(0.25)
    expect(sharedWording(sketch(report), sketch(article))).toBeLessThan(0.75)
  })

  it('is nought for other words, and for texts too short to tell', () => {
    expect(sharedWording(sketch(textOf(0, 50)), sketch(textOf(500, 550)))).toBe(0)
    expect(sketch('Seen.\n\nToo short a line.')).toEqual([])
    expect(sharedWording([], sketch(textOf(0, 50)))).toBe(0)
  })
})

const heron = anEntity('actor', 'Quiet Heron')
const laos = anEntity('country', 'Laos')

function aStory(n: number, text: string, more: Partial<Report> = {}): Report {
  return aReport(n, { fingerprint: sketch(text), ...more })
}

function viewOf(reports: readonly Report[]) {
  const link = aLink(heron.id, laos.id)
  const readings = reports.map((report) => aReading(report, [heron, laos], [link]))
  const view = caseView(
    readings,
    reports,
    aLog({ type: 'import-reports', reports: reports.map(({ id }) => id) }),
  )
  return { view, link: view.links.get(link.id)! }
}

describe('reports that say the same in the same words', () => {
  const text = textOf(0, 60)

  it('are many documents and one origin', () => {
    const reports = Array.from({ length: 9 }, (_, i) =>
      aStory(i + 1, i === 0 ? text : `${text}\n\n${sentence(900 + i)}`, {
        publisher: `House ${i}`,
        published: `2024-06-${20 + i}`,
      }),
    )
    const { view, link } = viewOf(reports)
    expect([link.documents.length, link.origins.length]).toEqual([9, 1])
    expect(link.origins).toEqual(['vendor:house-0'])
    expect(new Set(view.restating?.values())).toEqual(new Set([reports[0]!.id]))
  })

  it('are not one with reports in words of their own', () => {
    const { link, view } = viewOf([
      aStory(1, text, { publisher: 'A' }),
      aStory(2, textOf(500, 560), { publisher: 'B' }),
    ])
    expect(link.origins).toHaveLength(2)
    expect(view.restating?.size).toBe(0)
  })

  it('stand apart where a person says so, and together where one does', () => {
    const first = aStory(1, text, { publisher: 'A', published: '2024-01-01' })
    const apart = viewOf([first, aStory(2, text, { publisher: 'B', restates: null })])
    expect(apart.link.origins).toHaveLength(2)
    const together = viewOf([
      first,
      aStory(2, textOf(500, 560), { publisher: 'B', restates: first.id }),
    ])
    expect(together.link.origins).toEqual(['vendor:a'])
  })

  it('are grouped the same in whatever order they come and go', () => {
    const pool = [
      aStory(1, text, { publisher: 'A', published: '2024-03-01' }),
      aStory(2, text, { publisher: 'B', published: '2024-01-01' }),
      aStory(3, `${textOf(0, 30)}\n\n${textOf(700, 720)}`, { publisher: 'C' }),
      aStory(4, textOf(800, 860), { publisher: 'D' }),
      aStory(5, textOf(800, 850), { publisher: 'E', published: '2023-01-01' }),
    ]
    const finalOf = (order: readonly number[], gone: readonly number[]) => {
      const groups = new OriginGroups()
      for (const i of order) {
        groups.add(pool[i]!, pool[i]!.publisher ?? '')
        groups.settle()
      }
      for (const i of gone) groups.remove(pool[i]!.id)
      groups.settle()
      return [...groups.leads].toSorted(([a], [b]) => (a < b ? -1 : 1))
    }
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.subarray([0, 1, 2, 3, 4]),
        (order, gone) => {
          const left = [0, 1, 2, 3, 4].filter((i) => !gone.includes(i))
          expect(finalOf(order, gone)).toEqual(finalOf(left, []))
        },
      ),
      { numRuns: 40 },
    )
  })
})
