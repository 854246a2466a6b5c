import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './design/fonts.css'
import './design/tokens.css'
import './design/base.css'
import { sampleReports } from '../resources/samples'
import { App } from './app/app'
import { rememberSelection } from './app/remember-selection'
import { StartFailure } from './app/start-failure'
import { toast } from './app/toast'
import { version } from './app/version'
import { createCaseSession } from './data/case-session'
import { createSearchIndex } from './data/search-index'
import { firstCaseId, openCase } from './data/open-case'
import { openKnowledge } from './data/knowledge-database'
import { createHost } from './host/create-host'
import { failureSentence } from './messages/describe-failure'
import { useKnowledgeDrop } from './state/knowledge-drop'
import { useWorkspace } from './state/workspace'
import { currentCaseId } from './state/current-case'
import { browserMemory } from './state/remember'
import { startAnalysis } from './workers/start-analysis'

/** The composition root: case, worker, shell and stores meet here and nowhere else. */
async function start(): Promise<void> {
  let refusals = 0
  document.addEventListener('securitypolicyviolation', () => (refusals += 1))
  const container = document.getElementById('root')
  if (!container) throw new Error('The page has no #root')
  const root = createRoot(container)
  const opened = await openCase(currentCaseId(browserMemory(), firstCaseId))
  if (!opened.ok) {
    root.render(<StartFailure sentence={failureSentence(opened.failure, 'The case')} />)
    return
  }
  // Where the browser grants it, it never clears the case to make room; in the portable edition it cannot be had.
  void navigator.storage.persist()
  const cores = navigator.hardwareConcurrency
  const knowledge = await openKnowledge()
  const { readFile, drawing, searching } = startAnalysis(cores >= 3 ? 2 : 1, knowledge.overlay)
  const session = createCaseSession({
    database: opened.value,
    readFile,
    cores,
    onKnowledgeFile: (file) => {
      useKnowledgeDrop.getState().offer(file)
      useWorkspace.getState().show('knowledge')
    },
    onError: (error) => {
      const why = error instanceof Error ? error.message : String(error)
      toast(`The case could not be read again: ${why}. What you see is the last good state.`)
    },
  })
  const search = createSearchIndex(session.database, (task, input, signal) =>
    searching.run(task, input, signal ? { signal } : {}),
  )
  rememberSelection()
  root.render(
    <StrictMode>
      <App
        session={session}
        host={createHost(window)}
        samples={sampleReports}
        openSample={location.hash === '#sample'}
        outside={{
          version,
          search,
          policyRefusals: () => refusals,
          layOut: (input, signal) => drawing.run('lay-out', input, { signal }),
          proposeUpdate: (bytes, signal) =>
            drawing.run(
              'propose-update',
              { bytes, tables: knowledge.overlay()?.tables ?? {} },
              { signal, transfer: [bytes] },
            ),
          readFile,
          writeBrief: (input, signal) => drawing.run('write-brief', input, { signal }),
        }}
      />
    </StrictMode>,
  )
}

start().catch((error: unknown) => {
  console.error(error)
  const container = document.getElementById('root')
  const why = error instanceof Error ? error.message : String(error)
  const sentence = `Gnomon did not start: ${why}. The case was not changed. Close the window and start again.`
  if (container) createRoot(container).render(<StartFailure sentence={sentence} />)
})
