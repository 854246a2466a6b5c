import {
  addSection,
  isAuthored,
  moveSection,
  removeSection,
  setStatements,
  withField,
} from '@core/brief/plan/change-plan'
import { readPlan } from '@core/brief/plan/read-plan'
import { templateIds } from '@core/brief/plan/brief-plan'
import { newPlan } from '@core/brief/plan/templates'
import { normalisePdf } from '@core/brief/pdf/normalise-pdf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const plan = newPlan('actor')
const keys = plan.sections.map(({ key }) => key)

describe('a plan', () => {
  it('keeps every section, once, however they are moved', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.integer({ min: -30, max: 30 }))),
        (moves) => {
          const moved = moves.reduce((now, [key, by]) => moveSection(now, key, by), plan)
          expect(moved.sections.map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
        },
      ),
    )
  })

  it('has a section back where one was taken out', () => {
    const [first] = plan.sections
    if (!first) throw new Error('no section')
    const without = removeSection(plan, first.key)
    expect(without.sections).not.toContain(first)
    expect(addSection(without, first).sections.at(-1)).toBe(first)
    expect(addSection(plan, first)).toBe(plan)
  })

  it('is authored once a sentence is a person’s, and not after it went back to the rules', () => {
    const statements = [{ key: 'a', kind: 'fact' as const, text: 'So.', restsOn: [] }]
    const authored = setStatements(plan, 'bluf', statements)
    expect([isAuthored(plan), isAuthored(authored)]).toEqual([false, true])
    expect(setStatements(authored, 'bluf', undefined)).toEqual(plan)
  })

  it('holds no empty field', () => {
    const titled = withField(plan, 'title', 'A title')
    expect(titled.title).toBe('A title')
    expect(withField(titled, 'title', '')).toEqual(plan)
  })

  it.each(templateIds)('of the template %s survives storing', (id) => {
    const stored: unknown = JSON.parse(JSON.stringify(newPlan(id)))
    expect(readPlan(stored)).toEqual(newPlan(id))
  })

  it('of a newer version, or broken, is not taken', () => {
    for (const value of [
      undefined,
      3,
      {},
      { ...plan, template: 'novel' },
      { ...plan, sections: [{}] },
    ])
      expect(readPlan(value)).toBeUndefined()
  })
})

describe('normalisePdf', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
  const pdf = (time: string): string =>
    `%PDF-1.4\n1 0 obj\n<</Title (A \\(b\\))\n/Creator (Mozilla/5.0 \\(X11\\) Headless)\n/CreationDate (D:${time}+00'00')\n/ModDate (D:${time}+00'00')>>\nendobj\n\xff\xfe`

  it('gives the same bytes whenever it was printed, of the same length', () => {
    const [one, other] = ['20260101101112', '20261231235959'].map((time) =>
      normalisePdf(bytes(pdf(time)), '2026-05-04'),
    )
    expect(one).toEqual(other)
    expect(one).toHaveLength(pdf('20260101101112').length)
  })

  it('takes out the browser’s name and leaves the title and the rest', () => {
    const text = String.fromCharCode(...normalisePdf(bytes(pdf('20260101101112')), '2026-05-04'))
    expect(text).not.toContain('Mozilla')
    expect(text).toContain('/Title (A \\(b\\))')
    expect(text).toContain('/CreationDate (D:20260504000000Z')
    expect(text.endsWith('\xff\xfe')).toBe(true)
  })
})
