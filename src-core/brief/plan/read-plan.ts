import { z } from 'zod/mini'
import type { EntityId, LinkId } from '../../model/ids'
import { tlpMarkings } from '../../model/report'
import {
  confidenceLevels,
  factsIds,
  statementKinds,
  templateIds,
  wordsRoles,
  type BriefPlan,
} from './brief-plan'

// What was stored is checked as what comes from outside: a newer Gnomon, a broken file, a hand that edited it.

// Ids are opaque here: one that names nothing is a link or entity that is not told.
const link = z.custom<LinkId>((value) => typeof value === 'string')
const entity = z.custom<EntityId>((value) => typeof value === 'string')

const statement = z.object({
  key: z.string(),
  kind: z.enum(statementKinds),
  text: z.string(),
  restsOn: z.array(link),
  confidence: z.optional(z.object({ level: z.enum(confidenceLevels), because: z.string() })),
})

const section = z.union([
  z.object({ key: z.string(), type: z.literal('facts'), facts: z.enum(factsIds) }),
  z.object({
    key: z.string(),
    type: z.literal('words'),
    role: z.enum(wordsRoles),
    heading: z.optional(z.string()),
    statements: z.optional(z.array(statement)),
  }),
])

const plan = z.object({
  template: z.enum(templateIds),
  subject: z.object({
    actors: z.optional(z.array(entity)),
    victims: z.optional(z.array(entity)),
    since: z.optional(z.string()),
    until: z.optional(z.string()),
  }),
  title: z.optional(z.string()),
  number: z.optional(z.string()),
  version: z.number(),
  requirement: z.optional(z.string()),
  author: z.optional(z.string()),
  ceiling: z.optional(z.enum(tlpMarkings)),
  paper: z.enum(['A4', 'Letter']),
  ink: z.enum(['colour', 'greyscale']),
  yardstick: z.enum(['icd203', 'phia']),
  sections: z.array(section),
})

/** The plan in a stored value; undefined where there is none that this version understands. */
export function readPlan(value: unknown): BriefPlan | undefined {
  const result = plan.safeParse(value)
  // zod types an absent field as `| undefined`; what it parsed holds no such field.
  return result.success ? (result.data as BriefPlan) : undefined
}
