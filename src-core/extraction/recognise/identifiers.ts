import type { Recognition } from '../stages'
import type { RecogniseContext, Recogniser } from './recogniser'

// U+2010 to U+2015 are what typesetting makes of a hyphen.
const cve = /(?<![\p{L}\p{N}])CVE[-‐-― ](19\d\d|20\d\d)[-‐-― ](\d{4,7})(?!\d)/giu
const technique = /(?<![\p{L}\p{N}.-])(T[01]\d{3})(?:[./](\d{3}))?(?![\p{L}\p{N}-])/gu
const group = /(?<![\p{L}\p{N}.-])([GSC]\d{4})(?![\p{L}\p{N}-])/gu

/** CVE and ATT&CK ids: they name their thing by themselves. */
export const identifiers: Recogniser = {
  id: 'identifiers',
  reason: 'CVE ids; ATT&CK technique ids that exist, alone or after their name',
  recognise(context) {
    return [...vulnerabilities(context), ...techniques(context), ...attackIds(context)]
  },
}

function vulnerabilities({ text, sentenceAt }: RecogniseContext): Recognition[] {
  return [...text.matchAll(cve)].flatMap((hit) => {
    const sentence = sentenceAt(hit.index)
    if (sentence < 0) return []
    const id = `CVE-${hit[1] ?? ''}-${hit[2] ?? ''}`
    return [
      {
        start: hit.index,
        end: hit.index + hit[0].length,
        kind: 'vulnerability' as const,
        key: id,
        name: id,
        surface: hit[0],
        rule: 'identifier/cve',
        strength: 1,
        sentence,
        ref: id,
      },
    ]
  })
}

function techniques({ text, sentenceAt, knowledge }: RecogniseContext): Recognition[] {
  return [...text.matchAll(technique)].flatMap((hit) => {
    const full = hit[2] ? `${hit[1] ?? ''}.${hit[2]}` : (hit[1] ?? '')
    const known = knowledge.techniques.get(full)
    const sentence = sentenceAt(hit.index)
    if (!known || sentence < 0) return []
    return [
      {
        start: hit.index,
        end: hit.index + hit[0].length,
        kind: 'technique' as const,
        key: full,
        name: known.name,
        surface: hit[0],
        rule: 'identifier/attack-technique',
        strength: 1,
        sentence,
        ref: full,
      },
    ]
  })
}

/** "G0016", "S0154": groups and software by their ATT&CK id, where the tables know it. */
function attackIds({ text, sentenceAt, knowledge }: RecogniseContext): Recognition[] {
  const hits = [...text.matchAll(group)]
  if (hits.length === 0) return []
  const byId = new Map<string, { kind: 'actor' | 'malware' | 'tool'; key: string; name: string }>()
  for (const actor of knowledge.actors.values())
    if (actor.attackId)
      byId.set(actor.attackId, { kind: 'actor', key: actor.key, name: actor.name })
  for (const item of knowledge.software.values())
    if (item.attackId) byId.set(item.attackId, { kind: item.kind, key: item.key, name: item.name })
  return hits.flatMap((hit) => {
    const known = byId.get(hit[0])
    const sentence = sentenceAt(hit.index)
    if (!known || sentence < 0) return []
    const { kind, key, name } = known
    return [
      {
        start: hit.index,
        end: hit.index + hit[0].length,
        kind,
        key,
        name,
        surface: hit[0],
        rule: 'identifier/attack-id',
        strength: 0.95,
        sentence,
        ref: hit[0],
      },
    ]
  })
}
