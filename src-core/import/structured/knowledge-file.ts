import * as z from 'zod/mini'
import type { KnowledgeFileKind } from '../../contracts/worker-tasks'
import { packFormat } from '../../knowledge/update/knowledge-pack'

export interface KnowledgeFile {
  readonly kind: KnowledgeFileKind
  /** "the ATT&CK bundle", "the MISP galaxy “threat-actor”": for a sentence. */
  readonly detail: string
}

/** Data that Gnomon knows by, not a report: it goes to the knowledge update. Undefined for everything else. */
export function knowledgeFileOf(value: unknown): KnowledgeFile | undefined {
  return attackBundle(value) ?? mispGalaxy(value) ?? microsoftNames(value) ?? ownPack(value)
}

const bundle = z.object({ type: z.literal('bundle'), objects: z.array(z.unknown()) })
const typed = z.object({ type: z.string() })
/** Types that only ATT&CK's own bundles have; exports of a report carry none of them. */
const attackTypes = new Set(['x-mitre-collection', 'x-mitre-matrix', 'x-mitre-tactic'])

function attackBundle(value: unknown): KnowledgeFile | undefined {
  const parsed = bundle.safeParse(value)
  if (!parsed.success) return undefined
  const isAttack = parsed.data.objects.some((object) => {
    const found = typed.safeParse(object)
    return found.success && attackTypes.has(found.data.type)
  })
  return isAttack ? { kind: 'attack-bundle', detail: 'the ATT&CK bundle' } : undefined
}

const galaxy = z.object({
  type: z.string(),
  name: z.string(),
  uuid: z.string(),
  values: z.array(z.object({ value: z.string() })),
})

function mispGalaxy(value: unknown): KnowledgeFile | undefined {
  const parsed = galaxy.safeParse(value)
  return parsed.success
    ? { kind: 'misp-galaxy', detail: `the MISP galaxy “${parsed.data.type.slice(0, 80)}”` }
    : undefined
}

const pack = z.object({ format: z.literal(packFormat), title: z.string() })

function ownPack(value: unknown): KnowledgeFile | undefined {
  const parsed = pack.safeParse(value)
  return parsed.success
    ? { kind: 'pack', detail: `the knowledge pack “${parsed.data.title.slice(0, 80)}”` }
    : undefined
}

const microsoftRow = z.looseObject({ 'Threat actor name': z.string() })

function microsoftNames(value: unknown): KnowledgeFile | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const isMap = value.slice(0, 5).every((row) => microsoftRow.safeParse(row).success)
  return isMap ? { kind: 'microsoft-names', detail: 'Microsoft’s map of actor names' } : undefined
}
