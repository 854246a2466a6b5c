import type { EntityId } from '../../model/ids'
import type { SegmentedText } from '../stages'
import type { AliasStatement, LinkableMention } from './resolved-text'

const copula =
  /^\s*(?:,\s*)?(?:\(|(?:is|are|goes by|was|were)\s+(?:also\s+|better\s+|otherwise\s+)?(?:known\s+|tracked\s+|called\s+|named\s+|dubbed\s+|referred to\s+|followed\s+)?(?:(?:to|by|in|among|at|under|as)\s+[\p{L}\s]{0,40}?\s?)?(?:as\s+|under the (?:identifier|name|label)\s+)?|(?:which|whom|that)\s[\p{L}\s]{2,40}\s(?:calls?|tracks?|names?|knows?)(?:\s(?:it|as))?\s+)(?:the\s+)?["“'‘]?$/u
const denying =
  /\b(?:not|never|no|nor|neither|different|another|behind|responsible|blamed|suspected|hit|attacked|targeted|linked|similar)\b/

/**
 * "The team is APT42 in the files of Mandiant", "the group is known as Pioneer Kitten": a reference and a name made one.
 * Works on what was resolved first; returns which entity stands for which.
 */
export function equateReferences(
  segmented: SegmentedText,
  mentionsOf: readonly (readonly LinkableMention[])[],
  mayBeOne: (a: EntityId, b: EntityId) => boolean,
): {
  readonly into: ReadonlyMap<EntityId, EntityId>
  readonly statements: readonly AliasStatement[]
} {
  const { text } = segmented.source
  const into = new Map<EntityId, EntityId>()
  const statements: AliasStatement[] = []
  for (const sentence of segmented.sentences) {
    const actors = (mentionsOf[sentence.index] ?? []).filter((m) => m.kind === 'actor')
    for (let i = 1; i < actors.length; i++) {
      const reference = actors[i - 1]
      const name = actors[i]
      if (!reference || !name || name.form !== 'name' || reference.entity === name.entity) continue
      if (reference.form !== 'definite' && reference.form !== 'descriptor') continue
      const gap = text.slice(reference.end, name.start)
      if (gap.length > 80 || !copula.test(gap) || denying.test(gap)) continue
      if (into.has(reference.entity) || !mayBeOne(reference.entity, name.entity)) continue
      into.set(reference.entity, name.entity)
      statements.push({
        entity: name.entity,
        first: { start: reference.start, end: reference.end },
        second: { start: name.start, end: name.end },
        rule: 'alias/reference',
        start: sentence.start,
        end: sentence.end,
      })
    }
  }
  return { into, statements }
}
