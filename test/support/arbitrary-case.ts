import type { ReadReportPart } from '@core/case/fold-case'
import type { Decision, DecisionAction, LinkChange } from '@core/model/decision'
import { decisionId } from '@core/model/ids'
import { outcomes } from '@core/model/link'
import fc from 'fast-check'
import { aLink, anEntity, anEvidence, aPart, aReport, aReportId } from './case-builders'

const actors = ['Quiet Heron', 'Iron Lotus', 'Group 77'].map((name) => anEntity('actor', name))
const victims = ['Taiwan', 'Laos', 'Kenya'].map((name) => anEntity('country', name))
const vendors = ['Northwind Labs', 'Acme Research'].map((name) => anEntity('vendor', name))
const entities = [...actors, ...victims, ...vendors]

/** How many different reports and links `arbitraryPart` draws from. */
export const reportSeeds = [1, 2, 3, 4, 5, 6] as const

const arbitraryEvidence = fc
  .record({
    start: fc.integer({ min: 0, max: 500 }),
    outcome: fc.constantFrom(...outcomes),
    hedged: fc.boolean(),
    confidence: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    saidBy: fc.option(fc.constantFrom(...vendors.map(({ id }) => id)), { nil: undefined }),
  })
  .map(({ start, saidBy, ...rest }) =>
    anEvidence({ start, end: start + 30, ...rest, ...(saidBy ? { saidBy } : {}) }),
  )

const arbitraryLink = fc
  .record({
    source: fc.constantFrom(...actors),
    target: fc.constantFrom(...victims),
    first: arbitraryEvidence,
    more: fc.array(arbitraryEvidence, { maxLength: 2 }),
    confidence: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  })
  .map(({ source, target, first, more, confidence }) =>
    aLink(source.id, target.id, {
      confidence,
      hedged: first.hedged,
      evidence: [first, ...more],
    }),
  )

/** What is read in one report; the same seed gives a report with the same id, whatever is read in it. */
export function arbitraryPart(seed: number): fc.Arbitrary<ReadReportPart> {
  return fc
    .record({
      published: fc.constantFrom(undefined, '2023-05-01', '2024-06-24'),
      publisher: fc.constantFrom(undefined, 'Northwind Labs', 'Daily Post'),
      links: fc.uniqueArray(arbitraryLink, { maxLength: 5, selector: ({ id }) => id }),
      seen: fc.subarray(entities),
    })
    .map(({ published, publisher, links, seen }) => {
      const report = aReport(seed, {
        ...(published ? { published } : {}),
        ...(publisher ? { publisher } : {}),
      })
      const ends = new Set(links.flatMap(({ source, target }) => [source, target]))
      return aPart(
        report,
        entities.filter((entity) => ends.has(entity.id) || seen.includes(entity)),
        links,
      )
    })
}

export const arbitraryParts: fc.Arbitrary<readonly ReadReportPart[]> = fc.tuple(
  ...reportSeeds.map(arbitraryPart),
)

type Step =
  | { readonly type: 'act'; readonly action: DecisionAction }
  | { readonly type: 'undo' | 'redo'; readonly target: number }

function act(action: DecisionAction): Step {
  return { type: 'act', action }
}

const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      type: fc.constantFrom('accept-link' as const, 'reject-link' as const),
      source: fc.constantFrom(...actors),
      target: fc.constantFrom(...victims),
    })
    .map(({ type, source, target }) => ({
      type: 'act' as const,
      action: { type, link: aLink(source.id, target.id).id },
    })),
  fc.constantFrom(...reportSeeds).map((seed) => ({
    type: 'act' as const,
    action: { type: 'import-reports' as const, reports: [aReportId(seed)] },
  })),
  fc.constantFrom(...reportSeeds).map((seed) => ({
    type: 'act' as const,
    action: { type: 'remove-report' as const, report: aReportId(seed) },
  })),
  fc.constantFrom(...reportSeeds).map((seed) =>
    act({
      type: 'add-link',
      source: actors[seed % 3]!.id,
      predicate: 'targets',
      target: victims[seed % 2]!.id,
      polarity: 'asserted',
      outcome: 'compromised',
      hedged: false,
      report: aReportId(seed),
      span: { start: 5 * seed, end: 5 * seed + 20 },
    }),
  ),
  fc.constantFrom(...reportSeeds).map((seed) =>
    act({
      type: 'add-mention',
      entity: entities[seed]!.id,
      kind: entities[seed]!.kind,
      name: entities[seed]!.name,
      report: aReportId(seed),
      span: { start: seed, end: seed + 4 },
      surface: 'name',
    }),
  ),
  fc.constantFrom(...reportSeeds).map((seed) =>
    act({
      type: 'edit-report',
      report: aReportId(seed),
      change: { publisher: 'Corrected House', published: '2022-02-02' },
    }),
  ),
  fc
    .tuple(fc.constantFrom(...actors), fc.constantFrom(...actors), fc.boolean())
    .map(([from, into, whole]) =>
      whole
        ? act({ type: 'merge-entities', into: into.id, from: [from.id] })
        : act({
            type: 'move-name',
            entity: from.id,
            name: from.name,
            to: into.id,
            toName: into.name,
          }),
    ),
  fc
    .record({
      source: fc.constantFrom(...actors),
      target: fc.constantFrom(...victims),
      change: fc.constantFrom<LinkChange>(
        { outcome: 'attempted', period: null },
        { target: victims[0]!.id },
        { predicate: 'related-to', hedged: true },
      ),
    })
    .map(({ source, target, change }) =>
      act({ type: 'edit-link', link: aLink(source.id, target.id).id, change }),
    ),
  fc
    .constantFrom(...actors)
    .map(({ id }) => act({ type: 'rename-entity', entity: id, name: 'Renamed' })),
  fc.nat(30).map((place) => act({ type: 'revoke', decisions: [decisionId(`d${place}`)] })),
  fc
    .tuple(fc.array(fc.nat(30), { maxLength: 3 }), fc.array(fc.nat(30), { maxLength: 3 }))
    .map(([hides, shows]) =>
      act({
        type: 'jump',
        name: 'then',
        hides: hides.map((place) => decisionId(`d${place}`)),
        shows: shows.map((place) => decisionId(`d${place}`)),
      }),
    ),
  fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const), target: fc.nat(30) }),
)

/** Any log at all, also with undos and redos of steps that are unknown or already so. */
export const arbitraryLog: fc.Arbitrary<readonly Decision[]> = fc
  .array(arbitraryStep, { maxLength: 30 })
  .map((steps) =>
    steps.map((step, place) => ({
      id: decisionId(`d${place}`),
      author: 'AB',
      at: '2024-07-02T10:00:00.000Z',
      sequence: place + 1,
      action:
        step.type === 'act'
          ? step.action
          : { type: step.type, decision: decisionId(`d${step.target}`) },
    })),
  )
