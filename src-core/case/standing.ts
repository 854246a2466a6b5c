import type {
  Credibility,
  Decision,
  HandLink,
  HandMention,
  LinkChange,
  NameMove,
  NoteSubject,
  ReportChange,
} from '../model/decision'
import type { DecisionId, EntityId, LinkId, ReportId } from '../model/ids'
import type { Reliability } from '../model/report'
import type { Conflict } from './conflicts'
import { decisionState, linkReviews, presentReports } from './decisions'
import type { LinkReview } from './decisions'
import type { Identity } from './identity'
import { identityOf } from './identity'

/** What was decided, looked up by what it is about. */
export interface Standing {
  readonly present: ReadonlySet<ReportId>
  readonly bin: readonly ReportId[]
  readonly purged: readonly Tombstone[]
  /** By link as read. */
  readonly reviews: ReadonlyMap<LinkId, LinkReview>
  readonly edits: ReadonlyMap<LinkId, Edited<LinkChange>>
  readonly grades: ReadonlyMap<LinkId, Edited<Credibility>>
  readonly names: ReadonlyMap<EntityId, Edited<string>>
  readonly identity: Identity
  readonly nameMoves: readonly (NameMove & Made)[]
  readonly amendments: ReadonlyMap<ReportId, Amendments>
  readonly notes: ReadonlyMap<string, readonly Note[]>
  readonly apart: ReadonlySet<string>
  readonly conflicts: readonly Conflict[]
}

/** `mark` changes whenever anything behind the value does: what the incremental fold compares. */
export interface Edited<Value> {
  readonly value: Value
  readonly author: string
  readonly decision: DecisionId
  readonly mark: string
}

export interface Made {
  readonly author: string
  readonly decision: DecisionId
}

/** What people changed in one report. */
export interface Amendments {
  readonly mark: string
  readonly change: ReportChange
  readonly reliability?: Reliability
  readonly mentions: readonly (HandMention & Made)[]
  readonly links: readonly (HandLink & Made)[]
}

/** What a purge leaves: that there was something, who removed it and when. */
export interface Tombstone extends Made {
  readonly report: ReportId
  readonly at: string
}

export interface Note extends Made {
  readonly at: string
  readonly text: string
}

export function noteKey(about: NoteSubject): string {
  return about.type === 'case' ? 'case' : `${about.type} ${about.id}`
}

export function apartKey(a: EntityId, b: EntityId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Linear in the log. */
export function standingOf(log: readonly Decision[]): Standing {
  const { effective, conflicts } = decisionState(log)
  const bin = new Set<ReportId>()
  const purged: Tombstone[] = []
  const edits = new Map<LinkId, Edited<LinkChange>>()
  const grades = new Map<LinkId, Edited<Credibility>>()
  const names = new Map<EntityId, Edited<string>>()
  const nameMoves: (NameMove & Made)[] = []
  const amendments = new Map<ReportId, Amendments>()
  const notes = new Map<string, readonly Note[]>()
  const apart = new Set<string>()
  for (const { action, author, id: decision, at } of effective) {
    const made = { author, decision }
    const amend = (report: ReportId, change: (before: Amendments) => Partial<Amendments>) => {
      const before = amendments.get(report) ?? noAmendments
      amendments.set(report, {
        ...before,
        ...change(before),
        mark: `${before.mark} ${decision}`,
      })
    }
    switch (action.type) {
      case 'import-reports':
        for (const report of action.reports) bin.delete(report)
        break
      case 'remove-report':
        bin.add(action.report)
        break
      case 'purge-report':
        purged.push({ ...made, report: action.report, at })
        break
      case 'edit-link':
        for (const link of action.readAs ?? [action.link]) {
          const before = edits.get(link)
          const value = { ...before?.value, ...action.change }
          edits.set(link, { ...made, value, mark: `${before?.mark ?? ''} ${decision}` })
        }
        break
      case 'grade-link':
        grades.set(action.link, { ...made, value: action.credibility, mark: decision })
        break
      case 'rename-entity':
        names.set(action.entity, { ...made, value: action.name, mark: decision })
        break
      case 'move-name':
        nameMoves.push({ ...action, ...made })
        break
      case 'edit-report':
        amend(action.report, ({ change }) => ({ change: { ...change, ...action.change } }))
        break
      case 'grade-report':
        amend(action.report, () => ({ reliability: action.reliability }))
        break
      case 'add-mention':
        amend(action.report, ({ mentions }) => ({
          mentions: [...mentions, { ...action, ...made }],
        }))
        break
      case 'add-link':
        amend(action.report, ({ links }) => ({ links: [...links, { ...action, ...made }] }))
        break
      case 'note': {
        const key = noteKey(action.about)
        notes.set(key, [...(notes.get(key) ?? []), { ...made, at, text: action.text }])
        break
      }
      case 'keep-apart':
        apart.add(apartKey(...action.entities))
        break
      default:
        break
    }
  }
  for (const { report } of purged) bin.delete(report)
  return {
    present: presentReports(effective),
    bin: [...bin],
    purged,
    reviews: linkReviews(effective),
    edits,
    grades,
    names,
    identity: identityOf(effective),
    nameMoves,
    amendments,
    notes,
    apart,
    conflicts,
  }
}

const noAmendments: Amendments = { mark: '', change: {}, mentions: [], links: [] }
