import { templateIds, type BriefPlan, type TemplateId } from '@core/brief/plan/brief-plan'
import { newPlan } from '@core/brief/plan/templates'
import type { CaseView } from '@core/case/case-view'
import { fail, succeed, type Result } from '@core/lib/result'
import type { EntityId } from '@core/model/ids'
import { tlpMarkings, type TlpMarking } from '@core/model/report'
import { findActor } from '../find-actor'
import { findVictim } from '../find-victim'
import { UsageError } from '../terminal'

export interface BriefArguments {
  readonly template?: string | undefined
  readonly actor?: string | undefined
  readonly victim?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly tlp?: string | undefined
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly number?: string | undefined
  readonly requirement?: string | undefined
  readonly paper?: string | undefined
  readonly grey?: boolean | undefined
}

/** Options of `gnomon brief` that parseArgs knows. */
export const briefOptions = {
  template: { type: 'string' },
  actor: { type: 'string' },
  victim: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  tlp: { type: 'string' },
  title: { type: 'string' },
  author: { type: 'string' },
  number: { type: 'string' },
  requirement: { type: 'string' },
  paper: { type: 'string' },
  grey: { type: 'boolean' },
} as const

/**
 * What can be checked before a file is read.
 * @throws UsageError
 */
export function checkBriefArguments(args: BriefArguments): void {
  templateOf(args)
  ceilingOf(args)
  paperOf(args)
  for (const [option, value] of [
    ['--since', args.since],
    ['--until', args.until],
  ] as const)
    if (value !== undefined && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value))
      throw new UsageError(
        `${option} takes a year, month or day (2024, 2024-03, 2024-03-31), not "${value}"`,
      )
}

/** The plan that the arguments ask for; failing that, a sentence that says whom the case knows. */
export function planFromArguments(view: CaseView, args: BriefArguments): Result<BriefPlan, string> {
  const actor = args.actor === undefined ? undefined : findActor(view, args.actor)
  if (actor && !actor.ok) return fail(unknown('an actor', args.actor, actor.failure))
  const victim = args.victim === undefined ? undefined : findVictim(view, args.victim)
  if (victim && !victim.ok) return fail(unknown('a victim', args.victim, victim.failure))
  const ceiling = ceilingOf(args)
  return succeed(
    newPlan(
      templateOf(args),
      {
        ...one('actors', actor?.value),
        ...one('victims', victim?.value),
        ...given('since', args.since),
        ...given('until', args.until),
      },
      {
        ...given('title', args.title),
        ...given('author', args.author),
        ...given('number', args.number),
        ...given('requirement', args.requirement),
        ...(ceiling ? { ceiling } : {}),
        paper: paperOf(args),
        ink: args.grey ? 'greyscale' : 'colour',
      },
    ),
  )
}

function templateOf({ template, victim }: BriefArguments): TemplateId {
  if (template === undefined) return victim === undefined ? 'actor' : 'victim'
  const known = templateIds.find((id) => id === template)
  if (!known)
    throw new UsageError(`--template is one of ${templateIds.join(', ')}, not "${template}"`)
  return known
}

function ceilingOf({ tlp }: BriefArguments): TlpMarking | undefined {
  if (tlp === undefined) return undefined
  const wanted = tlp.toUpperCase().replace(/^(?!TLP:)/, 'TLP:')
  const known = tlpMarkings.find((marking) => marking === wanted)
  if (!known) throw new UsageError(`--tlp is one of ${tlpMarkings.join(', ')}, not "${tlp}"`)
  return known
}

function paperOf({ paper }: BriefArguments): BriefPlan['paper'] {
  if (paper === undefined || paper.toLowerCase() === 'a4') return 'A4'
  if (paper.toLowerCase() === 'letter') return 'Letter'
  throw new UsageError(`--paper is A4 or Letter, not "${paper}"`)
}

function unknown(what: string, name: string | undefined, known: readonly string[]): string {
  return `no report tells of ${what} "${name ?? ''}"; they tell of: ${known.length === 0 ? 'none' : known.join(', ')}`
}

function one<Key extends string>(
  key: Key,
  id: EntityId | undefined,
): Partial<Record<Key, EntityId[]>> {
  // A computed key widens to string; this is the one key.
  return id === undefined ? {} : ({ [key]: [id] } as Record<Key, EntityId[]>)
}

function given<Key extends string>(
  key: Key,
  value: string | undefined,
): Partial<Record<Key, string>> {
  // A computed key widens to string; this is the one key.
  return value === undefined ? {} : ({ [key]: value } as Record<Key, string>)
}
