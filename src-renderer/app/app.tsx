import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useMemo, useRef } from 'react'
import { DeskServicesContext } from '../components/desk-services'
import type { DeskServices } from '../components/desk-services'
import { cssVariablesResolver, theme } from '../design/theme'
import { CaseSessionContext } from '../data/case-session'
import type { CaseSession } from '../data/case-session'
import { candidateFromBytes } from '../data/import-candidate'
import type { Host } from '../host/host'
import { useWorkspace } from '../state/workspace'
import { views } from '../views/registry'
import classes from './frame.module.css'
import { CommandKeys } from './command-keys'
import { CaseFileDialog } from './case-file/case-file-dialog'
import { useRollingBackups } from './case-file/use-rolling-backups'
import { DecidingDialogs } from './deciding/deciding-dialogs'
import { useDeciding } from './deciding/use-deciding'
import { DeskFrame } from './desk-frame'
import { useDeskStore } from './desk-store'
import { DropZone } from './drop-zone'
import { GuideDialog } from './guide/guide-dialog'
import { ImportPanel } from './import-panel'
import { InterruptedImport } from './interrupted-import'
import { ExportDialog } from './export/export-dialog'
import { InitialsDialog } from './initials-dialog'
import { Palette } from './palette'
import { ShortcutsSheet } from './shortcuts-sheet'
import { toast } from './toast'
import { useCommands } from './use-commands'
import { useImportActions } from './use-import-actions'
import type { SampleReport } from './use-import-actions'
import { useMenuCommands } from './use-menu-commands'
import { useReview } from './use-review'
import { useRememberedTheme } from './use-theme'

export interface AppProps {
  readonly session: CaseSession
  readonly host: Host
  /** Worker tasks and facts that the composition root knows. */
  readonly outside: Pick<
    DeskServices,
    'search' | 'layOut' | 'writeBrief' | 'proposeUpdate' | 'readFile' | 'policyRefusals' | 'version'
  >
  readonly samples: readonly SampleReport[]
  /** Start with the sample case. */
  readonly openSample: boolean
}

export function App(props: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-left" limit={3} className={classes.toasts} />
      <CaseSessionContext value={props.session}>
        <Desk {...props} />
      </CaseSessionContext>
    </MantineProvider>
  )
}

function Desk({ host, outside, samples, openSample }: AppProps) {
  useRememberedTheme()
  const actions = useImportActions(samples)
  const commands = useCommands(views, actions)
  const isOverlayOpen = useDeskStore((state) => state.overlay !== undefined)
  useMenuCommands(host, commands)
  useOpenedFiles(host, actions.importCandidates)
  useRollingBackups(host)
  const review = useReview()
  const { take } = useDeciding()
  const latest = useRef({ review, take })
  useEffect(() => {
    latest.current = { review, take }
  })
  const { openSampleCase } = actions
  useEffect(() => {
    if (!openSample) return
    // Once: a reload of the window does not import again.
    window.location.hash = ''
    openSampleCase()
  }, [openSample, openSampleCase])
  const services = useMemo(
    (): DeskServices => ({
      ...outside,
      edition: host.edition,
      saveText: host.saveText,
      saveBytes: host.saveBytes,
      saveBriefAsPdf: host.saveBriefAsPdf,
      networkReport: host.networkReport,
      commands: {
        showView: (id) => useWorkspace.getState().show(id),
        importFiles: actions.importFiles,
        importFolder: actions.importFolder,
        openSampleCase: actions.openSampleCase,
        say: toast,
        decideLinks: (verdict, links) => latest.current.review.decideLinks(verdict, links),
        decide: (actions, words) => latest.current.take(actions, words),
        addByHand: (what) => useDeskStore.getState().open(what),
      },
    }),
    [outside, host, actions],
  )
  return (
    <DeskServicesContext value={services}>
      <DeskFrame views={views} actions={actions} />
      <DropZone onFiles={actions.importCandidates} />
      <ImportPanel />
      <InterruptedImport />
      <InitialsDialog />
      <ExportDialog />
      <DecidingDialogs />
      <CaseFileDialog host={host} />
      <Palette commands={commands} />
      <GuideDialog />
      <ShortcutsSheet commands={commands} />
      <CommandKeys commands={commands} isOverlayOpen={isOverlayOpen} />
      <input
        ref={actions.fileInput}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={(event) => {
          actions.importChosen(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <input
        ref={actions.folderInput}
        type="file"
        hidden
        aria-label="Folder to import"
        {...{ webkitdirectory: '' }}
        onChange={(event) => {
          actions.importChosen(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </DeskServicesContext>
  )
}

/** Files that the shell was opened with, now and later. */
function useOpenedFiles(
  host: Host,
  importCandidates: (files: readonly ReturnType<typeof candidateFromBytes>[]) => void,
): void {
  useEffect(() => {
    const take = () =>
      void host
        .takeOpenedFiles()
        .then((files) =>
          importCandidates(files.map(({ name, bytes }) => candidateFromBytes(name, bytes))),
        )
    take()
    return host.onFilesOpened(take)
  }, [host, importCandidates])
}
