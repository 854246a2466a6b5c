import type { CaseLink } from '@core/case/case-view'
import { entityKindOf } from '@core/model/ids'
import type { EntityId } from '@core/model/ids'

export interface LinkGroup {
  readonly title: string
  /** The end of the links that is not the entity itself. */
  readonly end: 'source' | 'target'
  readonly links: readonly CaseLink[]
}

/** An entity's links under the headings of its card; empty ones are left out. */
export function linkGroups(entity: EntityId, links: readonly CaseLink[]): readonly LinkGroup[] {
  const out = links.filter((link) => link.source === entity)
  const into = links.filter((link) => link.target === entity && link.source !== entity)
  const groups: readonly LinkGroup[] = [
    { title: 'Victims', end: 'target', links: out.filter(isAttack) },
    { title: 'Attacked by', end: 'source', links: into.filter(isAttack) },
    { title: 'Software', end: 'target', links: out.filter(usesSoftware) },
    {
      title: 'Techniques',
      end: 'target',
      links: out.filter((link) => usesKind(link, 'technique')),
    },
    {
      title: 'Vulnerabilities',
      end: 'target',
      links: out.filter((link) => link.predicate === 'exploits'),
    },
    {
      title: 'Used by',
      end: 'source',
      links: into.filter((link) => link.predicate === 'uses' || link.predicate === 'exploits'),
    },
    {
      title: 'Also called',
      end: 'target',
      links: out.filter((link) => link.predicate === 'alias-of'),
    },
    {
      title: 'Is a name of',
      end: 'source',
      links: into.filter((link) => link.predicate === 'alias-of'),
    },
    { title: 'Origin and attribution', end: 'target', links: out.filter(isAttribution) },
    { title: 'Attributed to it', end: 'source', links: into.filter(isAttribution) },
  ]
  const placed = new Set(groups.flatMap((group) => group.links))
  const rest = (list: readonly CaseLink[]) => list.filter((link) => !placed.has(link))
  return [
    ...groups,
    { title: 'Other links', end: 'target' as const, links: rest(out) },
    { title: 'Named by others', end: 'source' as const, links: rest(into) },
  ].filter((group) => group.links.length > 0)
}

function isAttack({ predicate }: CaseLink): boolean {
  return predicate === 'targets'
}

function usesSoftware(link: CaseLink): boolean {
  return link.predicate === 'uses' && entityKindOf(link.target) !== 'technique'
}

function usesKind(link: CaseLink, kind: string): boolean {
  return link.predicate === 'uses' && entityKindOf(link.target) === kind
}

function isAttribution({ predicate }: CaseLink): boolean {
  return (
    predicate === 'attributed-to' || predicate === 'originates-from' || predicate === 'based-in'
  )
}
