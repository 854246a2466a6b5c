import { caseView } from '@core/case/fold-case'
import type { CaseView } from '@core/case/case-view'
import type { ExportMaterial } from '@core/exchange/export-material'
import { caseOfBundle } from '@core/exchange/stix/case-of-bundle'
import { fromStix, isOwnBundle } from '@core/exchange/stix/from-stix'
import { extensionId } from '@core/exchange/stix/stix-ids'
import { toStix } from '@core/exchange/stix/to-stix'
import { uuid5 } from '@core/exchange/uuid5'
import type { StixObject } from '@core/exchange/stix/stix-object'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLog, arbitraryParts } from '../../support/arbitrary-case'
import { exampleMaterial, richCase } from './an-export'
import { createStixValidator, hasStixSchemas } from './stix-schemas'

const material = (view: CaseView): ExportMaterial => ({
  view,
  textOf: () => 'x'.repeat(600),
  at: '2026-11-21T10:00:00Z',
  producer: 'Gnomon test',
})
/** As another program would get it. */
const written = (from: ExportMaterial): unknown => JSON.parse(JSON.stringify(toStix(from)))
const objectsOf = (type: string, from = exampleMaterial()) =>
  toStix(from).objects.filter((object) => object.type === type)
const only = (objects: readonly StixObject[]) => {
  expect(objects).toHaveLength(1)
  return objects[0]!
}

describe('uuid5', () => {
  it('gives what RFC 9562 prints for its example', () => {
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
  })
})

describe('a case as STIX', () => {
  it('comes back without loss', () => {
    fc.assert(
      fc.property(arbitraryParts, arbitraryLog, (parts, log) => {
        const view = caseView(
          parts.map(({ reading }) => reading),
          parts.map(({ report }) => report),
          log,
        )
        const back = fromStix(written(material(view)))
        expect(back).toMatchObject({
          ok: true,
          value: {
            reports: [...view.reports.values()],
            entities: [...view.entities.values()],
            links: [...view.links.values()],
            issues: [],
          },
        })
      }),
      { numRuns: 60 },
    )
  })

  it('comes back with every kind of thing and every field of a link', () => {
    const view = richCase()
    const back = fromStix(written(material(view)))
    if (!back.ok) throw new Error(back.failure.code)
    expect(back.value.entities.toSorted(byId)).toEqual([...view.entities.values()].toSorted(byId))
    expect(back.value.links.toSorted(byId)).toEqual([...view.links.values()].toSorted(byId))
    expect(back.value.issues).toEqual([])
  })

  it('is written the same from the case that was read back', () => {
    const bundle = toStix(exampleMaterial())
    const back = fromStix(JSON.parse(JSON.stringify(bundle)))
    if (!back.ok) throw new Error(back.failure.code)
    expect(toStix({ ...exampleMaterial(), ...caseOfBundle(back.value) })).toEqual(bundle)
  })

  it('has the same ids and bytes whenever it is written at the same instant', () => {
    expect(JSON.stringify(toStix(exampleMaterial()))).toBe(
      JSON.stringify(toStix(exampleMaterial())),
    )
    const later = toStix({ ...exampleMaterial(), at: '2027-01-01T00:00:00Z' })
    expect(later.objects.map(({ id }) => id)).toEqual(
      toStix(exampleMaterial()).objects.map(({ id }) => id),
    )
  })

  it('carries the sentence, its file and its spans with a relationship', () => {
    const link = objectsOf('relationship').find(
      (object) => object['relationship_type'] === 'targets',
    )
    expect(link).toMatchObject({
      confidence: 90,
      external_references: [
        {
          source_name: 'Northwind Labs',
          description: 'Grey Lantern breached ministries in Taiwan.',
          hashes: { 'SHA-256': '1'.repeat(64) },
        },
      ],
      extensions: {
        [extensionId]: {
          outcome: 'compromised',
          hedged: false,
          polarity: 'asserted',
          evidence: [{ start: 0, end: 43, quote: 'Grey Lantern breached ministries in Taiwan.' }],
        },
      },
      start_time: '2024-05-01T00:00:00.000Z',
      stop_time: '2024-05-31T23:59:59.999Z',
    })
  })

  it('writes what is denied as a note, never as a relationship', () => {
    const note = only(objectsOf('note'))
    expect(note['content']).toMatch(/^Denied: Grey Lantern .*Kenya/)
    const kenya = toStix(exampleMaterial()).objects.find((object) => object['country'] === 'KE')
    expect(objectsOf('relationship').map((object) => object['target_ref'])).not.toContain(kenya?.id)
  })

  it('marks each object with the strictest TLP 2.0 marking of its reports', () => {
    const amber = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'
    for (const object of objectsOf('relationship'))
      expect(object['object_marking_refs']).toEqual([amber])
    expect(objectsOf('marking-definition').map(({ id }) => id)).toEqual([amber])
  })

  it('names only relationships that the standard defines', () => {
    const types = new Set(
      objectsOf('relationship', material(richCase())).map((object) => object['relationship_type']),
    )
    expect([...types].toSorted()).toEqual([
      'attributed-to',
      'indicates',
      'located-at',
      'originates-from',
      'related-to',
      'targets',
      'uses',
    ])
  })

  it('is told from a bundle of others, and refuses one of a newer make', () => {
    expect(isOwnBundle(written(exampleMaterial()))).toBe(true)
    expect(isOwnBundle({ type: 'bundle', id: 'bundle--1', objects: [] })).toBe(false)
    const text = JSON.stringify(written(exampleMaterial())).replace(
      '"version":"1.0.0"',
      '"version":"2.0.0"',
    )
    expect(fromStix(JSON.parse(text))).toEqual({
      ok: false,
      failure: { code: 'newer-extension', version: '2.0.0', known: '1.0.0' },
    })
  })

  it('leaves out what was damaged or dangles, and names it', () => {
    const bundle = toStix(exampleMaterial())
    const taiwan = bundle.objects.find((object) => object['country'] === 'TW')
    const objects = bundle.objects.filter((object) => object !== taiwan)
    const back = fromStix(JSON.parse(JSON.stringify({ ...bundle, objects })))
    expect(back).toMatchObject({
      ok: true,
      value: { issues: [{ reason: `refers to ${taiwan?.id ?? ''}, which the bundle lacks` }] },
    })
  })

  it('survives any JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (objects, data) => {
        const own = toStix(exampleMaterial()).objects
        const hostile = {
          type: 'bundle',
          objects: [
            ...own.slice(0, 2),
            ...objects,
            { type: 'note', id: 'n', extensions: { [extensionId]: data } },
          ],
        }
        expect(fromStix(JSON.parse(JSON.stringify(hostile))).ok).toBe(true)
        expect(fromStix(data).ok).toBe(false)
      }),
    )
  })
})

describe.skipIf(!hasStixSchemas)(
  'STIX against the schemas of OASIS (../shared/stix-schemas)',
  () => {
    const faultsOf = hasStixSchemas ? createStixValidator() : () => []

    it('is valid for every kind of entity and link', () => {
      expect(faultsOf(written(material(richCase())))).toEqual([])
      expect(faultsOf(written(exampleMaterial()))).toEqual([])
    })

    it('is valid for any case', () => {
      fc.assert(
        fc.property(arbitraryParts, arbitraryLog, (parts, log) => {
          const readings = parts.map(({ reading }) => reading)
          const view = caseView(
            readings,
            parts.map(({ report }) => report),
            log,
          )
          expect(faultsOf(written(material(view)))).toEqual([])
        }),
        { numRuns: 15 },
      )
    })

    it('would find a fault', () => {
      const bundle = toStix(exampleMaterial())
      const broken = bundle.objects.map((object) => ({ ...object, confidence: 'high' }))
      expect(faultsOf({ ...bundle, objects: broken }).length).toBeGreaterThan(5)
    })
  },
)

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
