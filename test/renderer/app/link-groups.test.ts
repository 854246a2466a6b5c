import type { CaseLink } from '@core/case/case-view'
import { entityId, linkId } from '@core/model/ids'
import type { EntityId } from '@core/model/ids'
import type { Predicate } from '@core/model/link'
import { predicates } from '@core/model/link'
import { describe, expect, it } from 'vitest'
import { linkGroups } from '../../../src-renderer/app/inspector/link-groups'

const actor = entityId('actor', 'grey-heron')
const other = entityId('actor', 'other')

function aLink(source: EntityId, predicate: Predicate, target: EntityId): CaseLink {
  return {
    id: linkId(source, predicate, target, 'asserted'),
    source,
    predicate,
    target,
    polarity: 'asserted',
    hedged: false,
    confidence: 0.5,
    review: 'unreviewed',
    evidence: [],
    documents: [],
    origins: [],
  }
}

describe('linkGroups', () => {
  it('puts every link under exactly one heading', () => {
    const links = predicates.flatMap((predicate) => [
      aLink(actor, predicate, entityId('country', 'MT')),
      aLink(actor, predicate, entityId('technique', 'T1566')),
      aLink(other, predicate, actor),
    ])
    const placed = linkGroups(actor, links).flatMap((group) => group.links)
    expect(new Set(placed).size).toBe(links.length)
    expect(placed).toHaveLength(links.length)
  })

  it('tells victims from attackers, and techniques from software', () => {
    const groups = linkGroups(actor, [
      aLink(actor, 'targets', entityId('country', 'MT')),
      aLink(other, 'targets', actor),
      aLink(actor, 'uses', entityId('malware', 'x')),
      aLink(actor, 'uses', entityId('technique', 'T1566')),
    ])
    expect(groups.map(({ title, end }) => [title, end])).toEqual([
      ['Victims', 'target'],
      ['Attacked by', 'source'],
      ['Software', 'target'],
      ['Techniques', 'target'],
    ])
  })
})
