import { useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { candidatesFromInput } from '../data/expand-drop'
import { candidateFromBytes } from '../data/import-candidate'
import type { ImportCandidate } from '../data/import-candidate'
import { useImport } from '../data/use-import'
import { useOfferedFile } from './case-file/case-file-dialog'
import { useDeskStore } from './desk-store'

export interface SampleReport {
  readonly name: string
  readonly text: string
}

export interface ImportActions {
  readonly importFiles: () => void
  readonly importFolder: () => void
  readonly openSampleCase: () => void
  readonly importCandidates: (candidates: readonly ImportCandidate[]) => void
  readonly fileInput: RefObject<HTMLInputElement | null>
  readonly folderInput: RefObject<HTMLInputElement | null>
  /** What the two hidden inputs give. */
  readonly importChosen: (files: FileList | null) => void
}

/** All roads by which files come in; they all end in the one import queue. */
export function useImportActions(samples: readonly SampleReport[]): ImportActions {
  const { importFiles: enqueue } = useImport()
  const fileInput = useRef<HTMLInputElement>(null)
  const folderInput = useRef<HTMLInputElement>(null)
  return useMemo(() => {
    const importCandidates = (candidates: readonly ImportCandidate[]) => {
      const caseFile = candidates.find(({ name }) => name.toLowerCase().endsWith('.gnomon'))
      if (caseFile) {
        void caseFile.open().then((blob) => {
          useOfferedFile.setState({ file: new File([blob], caseFile.name) })
          useDeskStore.getState().open('case-file')
        })
        return
      }
      if (candidates.length === 0) return
      enqueue(candidates)
      useDeskStore.getState().setImportsOpen(true)
    }
    return {
      importCandidates,
      fileInput,
      folderInput,
      importFiles: () => fileInput.current?.click(),
      importFolder: () => folderInput.current?.click(),
      importChosen: (files) => importCandidates(candidatesFromInput(files ?? [])),
      openSampleCase: () =>
        importCandidates(
          samples.map(({ name, text }) =>
            candidateFromBytes(name, new TextEncoder().encode(text).buffer),
          ),
        ),
    }
  }, [enqueue, samples])
}
