import { exportFormat } from '@core/exchange/export-formats'
import type { ExportFormatId } from '@core/exchange/export-formats'
import type { ExportMaterial } from '@core/exchange/export-material'
import type { Finding } from '@core/exchange/lint/finding'
import { lintCase } from '@core/exchange/lint/lint-case'
import { writeExport } from '@core/exchange/write-export'
import type { SaveOutcome } from '@core/contracts/bridge'
import { readWorld } from '@core/geo/world'
import { layOutInput } from '@core/graph/lay-out-model'
import type { EntityId } from '@core/model/ids'
import { useDeferredValue, useMemo, useState } from 'react'
import { fontSlices } from '../../../resources/fonts'
import { worldJson } from '../../../resources/world'
import { useDesk } from '../../components/desk-services'
import { useLayout } from '../../data/use-layout'
import { loadBriefFonts } from '../../host/load-brief-fonts'
import { picturePng } from '../../host/picture-png'
import { fileNameFor } from '../../views/brief/file-name'

export interface Export {
  readonly findings: readonly Finding[]
  readonly isWriting: boolean
  /** Resolves with whether a file was saved. `about`: whom the export is about, for its name. */
  readonly write: (about: string | undefined) => Promise<boolean>
}

export function useExport(
  format: ExportFormatId,
  material: ExportMaterial,
  actors: readonly EntityId[],
): Export {
  const desk = useDesk()
  const { positions } = useLayout('graph')
  const [isWriting, setWriting] = useState(false)
  const [lateFormat, lateMaterial] = [useDeferredValue(format), useDeferredValue(material)]
  const findings = useMemo(
    () => lintCase(lateFormat, lateMaterial, actors),
    [lateFormat, lateMaterial, actors],
  )
  const make = () =>
    writeExport({
      format,
      material,
      actors,
      world: readWorld(worldJson),
      fontCss: (text) => loadBriefFonts(text, fontSlices),
      place: async (model) => {
        const input = layOutInput(model, positions ? { positions } : {})
        const result = await desk.layOut(input, new AbortController().signal)
        return result.ok ? result.value.positions : input.positions
      },
    })
  const write = async (about: string | undefined) => {
    const extension = exportFormat(format)?.extension ?? 'txt'
    const name = `${fileNameFor(about ?? 'gnomon')}-${format}-${material.at.slice(0, 10)}.${extension}`
    setWriting(true)
    try {
      const { content, needsPixels } = await make()
      const file = needsPixels && typeof content === 'string' ? await picturePng(content) : content
      const outcome =
        typeof file === 'string'
          ? await desk.saveText(name, file)
          : await desk.saveBytes(name, file)
      const words = wordsFor(outcome, name)
      if (words !== undefined) desk.commands.say(words)
      return outcome.status === 'saved'
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      desk.commands.say(`${name} was not written: ${why}. The case is unchanged.`)
      return false
    } finally {
      setWriting(false)
    }
  }
  return { findings, isWriting, write }
}

function wordsFor(outcome: SaveOutcome, name: string): string | undefined {
  switch (outcome.status) {
    case 'saved':
      return `Saved ${outcome.path}`
    case 'failed':
      return `${name} was not saved: ${outcome.detail}. The case is unchanged; try another folder.`
    case 'cancelled':
      return undefined
  }
}
