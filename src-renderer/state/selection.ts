import type { EntityId, LinkId, ReportId } from '@core/model/ids'
import type { Span } from '@core/model/span'
import { create } from 'zustand'

/** What is chosen, in every view at once. */
export interface SelectionState {
  readonly entities: readonly EntityId[]
  readonly links: readonly LinkId[]
  readonly hovered: EntityId | LinkId | undefined
  readonly openReport: OpenReportPlace | undefined
  /** Where "Backspace" leads, the most recent last. */
  readonly backStack: readonly Place[]
  /** Chooses these and nothing else; with `additive` (Ctrl, Cmd or Shift) switches them on or off beside the rest. */
  readonly select: (chosen: Chosen, options?: { readonly additive?: boolean }) => void
  readonly clearSelection: () => void
  readonly hover: (id: EntityId | LinkId | undefined) => void
  /** Opens a report, at a sentence where a span is given; what is selected stays. */
  readonly openEvidence: (reportId: ReportId, span?: Span) => void
  readonly closeReport: () => void
  /** To where the analyst was before the last choice or opened report. */
  readonly back: () => void
}

export interface Chosen {
  readonly entities?: readonly EntityId[]
  readonly links?: readonly LinkId[]
}

export interface OpenReportPlace {
  readonly reportId: ReportId
  /** The sentence to land on. */
  readonly span?: Span
  /** Grows with each request, so that asking for the same sentence again scrolls to it again. */
  readonly request: number
}

interface Place {
  readonly entities: readonly EntityId[]
  readonly links: readonly LinkId[]
  readonly openReport: OpenReportPlace | undefined
}

const longestWayBack = 50

export const useSelection = create<SelectionState>()((set) => ({
  entities: [],
  links: [],
  hovered: undefined,
  openReport: undefined,
  backStack: [],
  select: (chosen, { additive = false } = {}) =>
    set((state) => {
      const { entities = [], links = [] } = chosen
      const next = additive
        ? { entities: toggled(state.entities, entities), links: toggled(state.links, links) }
        : { entities, links }
      if (same(next.entities, state.entities) && same(next.links, state.links)) return state
      return { ...next, backStack: withPlace(state) }
    }),
  clearSelection: () =>
    set((state) =>
      state.entities.length + state.links.length === 0
        ? state
        : { entities: [], links: [], backStack: withPlace(state) },
    ),
  hover: (hovered) => set({ hovered }),
  openEvidence: (reportId, span) =>
    set((state) => ({
      openReport: {
        reportId,
        request: (state.openReport?.request ?? 0) + 1,
        ...(span ? { span } : {}),
      },
      backStack: withPlace(state),
    })),
  closeReport: () =>
    set((state) =>
      state.openReport ? { openReport: undefined, backStack: withPlace(state) } : state,
    ),
  back: () =>
    set((state) => {
      const place = state.backStack.at(-1)
      return place ? { ...place, backStack: state.backStack.slice(0, -1) } : state
    }),
}))

function withPlace({ entities, links, openReport, backStack }: SelectionState): readonly Place[] {
  return [...backStack, { entities, links, openReport }].slice(-longestWayBack)
}

function toggled<Id>(chosen: readonly Id[], ids: readonly Id[]): readonly Id[] {
  const kept = chosen.filter((id) => !ids.includes(id))
  return [...kept, ...ids.filter((id) => !chosen.includes(id))]
}

function same<Id>(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place])
}
