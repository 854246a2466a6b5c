import { entityKindOf, type EntityId } from '../../model/ids'
import type { ResolvedText } from '../resolve/resolved-text'
import type { ScoredBag, ScoredRow } from '../score/score-bags'
import { classBit } from './analyse-sentence'

/** No labels say which techniques an actor uses, so no scorer does: a sentence about the actor must name them, or no other actor be there. */
const toldInSentence = 0.65
const onlyActor = 0.5
const reach = 2
const denying = classBit('negation') | classBit('noEvidence')

/** Links of actors with techniques, the places that state them first. */
export function techniqueBags(bags: readonly ScoredBag[], resolved: ResolvedText): ScoredBag[] {
  const sole = onlyNamedActor(resolved)
  return bags.flatMap((bag) => {
    if (bag.relation !== 'uses' || entityKindOf(bag.target) !== 'technique') return []
    const told = bag.rows.filter(isTold)
    if (told.length > 0) return [{ ...bag, rows: told, isLink: true, confidence: toldInSentence }]
    const rows = bag.rows.filter((scored) => !isDenied(scored))
    return bag.actor === sole && rows.length > 0
      ? [{ ...bag, rows, isLink: true, confidence: onlyActor }]
      : []
  })
}

function isTold(scored: ScoredRow): boolean {
  const { candidate } = scored.row
  if (!candidate || isDenied(scored)) return false
  if (candidate.mention) return true
  return candidate.reference === 'topic' && candidate.distance <= reach && candidate.rank === 0
}

function isDenied({ row }: ScoredRow): boolean {
  const { analysis, mention } = row
  for (let i = Math.max(0, mention.firstToken - 6); i < mention.firstToken; i++)
    if (((analysis.bits[i] ?? 0) & denying) !== 0) return true
  return false
}

function onlyNamedActor({ entities }: ResolvedText): EntityId | undefined {
  const named = [...entities.values()].filter(({ kind, unnamed }) => kind === 'actor' && !unnamed)
  return named.length === 1 ? named[0]?.id : undefined
}
