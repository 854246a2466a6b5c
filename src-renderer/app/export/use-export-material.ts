import type { CaseView } from '@core/case/case-view'
import type { ExportMaterial } from '@core/exchange/export-material'
import { selectForExport } from '@core/exchange/select-for-export'
import type { EntityId } from '@core/model/ids'
import { useMemo, useState } from 'react'
import { useDesk } from '../../components/desk-services'
import { useTexts } from '../../data/use-texts'
import { useFilters } from '../../state/filters'

export const scopeKinds = ['filters', 'whole', 'selected'] as const
export type ScopeKind = (typeof scopeKinds)[number]

export interface MaterialState {
  readonly material: ExportMaterial
  readonly isWhole: boolean
  /** The texts that sentences are quoted from are still loading. */
  readonly waits: boolean
}

/** The part of the case to export, with the texts of its reports. */
export function useExportMaterial(
  whole: CaseView,
  scope: ScopeKind,
  focus: EntityId | undefined,
): MaterialState {
  const { version } = useDesk()
  const filters = useFilters((state) => state.filters)
  // One instant for as long as the dialog is open: what was checked is what is written.
  const [at] = useState(() => new Date().toISOString())
  const view = useMemo(() => {
    if (scope === 'whole') return whole
    return selectForExport(whole, {
      filters,
      ...(scope === 'selected' && focus !== undefined ? { focus } : {}),
    })
  }, [whole, scope, filters, focus])
  const texts = useTexts(useMemo(() => [...view.reports.keys()], [view]))
  const material = useMemo(
    (): ExportMaterial => ({
      view,
      textOf: (report) => texts?.get(report)?.text,
      at,
      producer: `Gnomon ${version}`,
    }),
    [view, texts, at, version],
  )
  return { material, isWhole: scope === 'whole', waits: texts === undefined }
}
