import { readPlan } from '@core/brief/plan/read-plan'
import type { BriefPlan } from '@core/brief/plan/brief-plan'
import type { IssuedFact } from '@core/brief/facts/changes'
import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import type { ReportId } from '@core/model/ids'
import { fail, succeed } from '@core/lib/result'
import type { CaseDatabase } from './database'
import { toStoreFailure } from './to-store-failure'

/** A brief as it went out: frozen, whatever becomes of the case. */
export interface IssuedBrief {
  readonly version: number
  /** ISO date of issue. */
  readonly date: string
  readonly title: string
  readonly tlp: string
  readonly plan: BriefPlan
  readonly facts: readonly IssuedFact[]
  readonly html: string
}

const planKey = 'brief-plan'
const issuesKey = 'brief-issues'

export async function loadPlan(database: CaseDatabase): Promise<BriefPlan | undefined> {
  return readPlan((await database.settings.get(planKey))?.value)
}

export function savePlan(
  database: CaseDatabase,
  plan: BriefPlan,
): Promise<Result<undefined, StoreFailure>> {
  return put(database, planKey, plan)
}

/** Oldest first. */
export async function loadIssues(database: CaseDatabase): Promise<readonly IssuedBrief[]> {
  const value = (await database.settings.get(issuesKey))?.value
  // Written by `saveIssue` alone; a plan that is no longer understood is shown by its document.
  return Array.isArray(value) ? (value as readonly IssuedBrief[]) : []
}

/** A purge takes issued documents that quote the report with it: they name it by its SHA-256. Inside a transaction on `settings`. */
export async function purgeFromIssues(database: CaseDatabase, report: ReportId): Promise<void> {
  const issues = await loadIssues(database)
  const kept = issues.filter(({ html }) => !html.includes(report))
  if (kept.length < issues.length) await database.settings.put({ key: issuesKey, value: kept })
}

export async function saveIssue(
  database: CaseDatabase,
  issue: IssuedBrief,
): Promise<Result<undefined, StoreFailure>> {
  try {
    await database.transaction('rw', database.settings, async () => {
      const issues = await loadIssues(database)
      await database.settings.put({ key: issuesKey, value: [...issues, issue] })
    })
    return succeed(undefined)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

async function put(
  database: CaseDatabase,
  key: string,
  value: unknown,
): Promise<Result<undefined, StoreFailure>> {
  try {
    await database.settings.put({ key, value })
    return succeed(undefined)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}
