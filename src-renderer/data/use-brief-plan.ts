import type { BriefPlan } from '@core/brief/plan/brief-plan'
import type { StoreFailure } from '@core/contracts/store-failure'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { loadIssues, loadPlan, saveIssue, savePlan, type IssuedBrief } from './brief-repository'
import { useCaseSession } from './case-session'

export interface BriefPlanState {
  readonly plan: BriefPlan
  /** `typing` names the field that is being typed in: its letters are one step of undo. */
  readonly change: (next: BriefPlan, typing?: string) => void
  /** Undefined where there is nothing to take back, or to do again. */
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
  /** Why the last change is not on disk; undefined while all is well. */
  readonly failure: StoreFailure | undefined
  readonly isSaved: boolean
}

interface History {
  readonly past: readonly BriefPlan[]
  readonly plan: BriefPlan
  readonly future: readonly BriefPlan[]
}

/** While the analyst types, saving waits this long (ms). */
const pause = 300
/** Letters that follow each other faster than this (ms) are one step of undo. */
const oneStep = 900
const longestHistory = 200

/** The case's brief in the making, saved as it changes; `fresh` makes the first one. Undefined while it loads. */
export function useBriefPlan(fresh: () => BriefPlan): BriefPlanState | undefined {
  const { database } = useCaseSession()
  const [history, setHistory] = useState<History>()
  const [failure, setFailure] = useState<StoreFailure>()
  const [saved, setSaved] = useState<BriefPlan>()
  const lastTyped = useRef({ field: '', at: 0 })
  const makeFresh = useRef(fresh)
  useEffect(() => {
    let isCurrent = true
    const open = async () => {
      const stored = await loadPlan(database)
      if (!isCurrent) return
      const plan = stored ?? makeFresh.current()
      setSaved(plan)
      setHistory({ past: [], plan, future: [] })
    }
    void open()
    return () => {
      isCurrent = false
    }
  }, [database])
  const plan = history?.plan
  useEffect(() => {
    if (!plan || plan === saved) return
    const save = async () => {
      const result = await savePlan(database, plan)
      setFailure(result.ok ? undefined : result.failure)
      if (result.ok) setSaved(plan)
    }
    const timer = setTimeout(() => void save(), pause)
    return () => {
      clearTimeout(timer)
    }
  }, [database, plan, saved])
  const change = useCallback((next: BriefPlan, typing = '') => {
    const at = performance.now()
    const { field, at: before } = lastTyped.current
    const joins = typing !== '' && typing === field && at - before < oneStep
    lastTyped.current = { field: typing, at }
    setHistory((before) => {
      if (!before || next === before.plan) return before
      const past =
        joins && before.past.length > 0
          ? before.past
          : [...before.past, before.plan].slice(-longestHistory)
      return { past, plan: next, future: [] }
    })
  }, [])
  const step = useCallback((from: 'past' | 'future') => {
    lastTyped.current = { field: '', at: 0 }
    setHistory((before) => {
      const next = before?.[from].at(-1)
      if (!before || !next) return before
      const rest = before[from].slice(0, -1)
      return from === 'past'
        ? { past: rest, plan: next, future: [...before.future, before.plan] }
        : { past: [...before.past, before.plan], plan: next, future: rest }
    })
  }, [])
  if (!history) return undefined
  return {
    plan: history.plan,
    change,
    undo: history.past.length > 0 ? () => step('past') : undefined,
    redo: history.future.length > 0 ? () => step('future') : undefined,
    failure,
    isSaved: plan === saved,
  }
}

/** Briefs that went out, oldest first, and how to freeze one more. */
export function useIssuedBriefs() {
  const { database } = useCaseSession()
  const issues = useLiveQuery(() => loadIssues(database), [database])
  const issue = useCallback((brief: IssuedBrief) => saveIssue(database, brief), [database])
  return { issues, issue }
}
