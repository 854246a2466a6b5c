import { networkSilencingSwitches } from '@core/contracts/network-silence'
import { app, type BrowserWindow, dialog, ipcMain, Menu, screen, session } from 'electron'
import { join } from 'node:path'
import { BackupFolder } from './backups/backup-folder'
import { createHandlers } from './handlers/create-handlers'
import { sendNotice } from './ipc/send-notice'
import { serveRequests } from './ipc/serve-requests'
import { applicationMenu } from './menu/application-menu'
import { filesInArguments, OpenedFileQueue } from './opened-files/opened-file-queue'
import { createMainWindow } from './window/create-main-window'
import { NetworkWall } from './window/network-wall'
import { printHtmlToPdf } from './window/print-html-to-pdf'
import { WindowStateFile } from './window/window-state'

// Composition root: makes the parts, passes them to each other, decides nothing.

for (const [name, value] of networkSilencingSwitches) app.commandLine.appendSwitch(name, value)
app.enableSandbox()

const openedFiles = new OpenedFileQueue()
openedFiles.add(filesInArguments(process.argv, process.cwd(), app.isPackaged))
let mainWindow: BrowserWindow | undefined

function announceOpenedFiles(): void {
  if (!mainWindow || openedFiles.size === 0) return
  sendNotice(mainWindow.webContents, 'filesOpened', { count: openedFiles.size })
}

app.on('open-file', (event, path) => {
  event.preventDefault()
  openedFiles.add([path])
  announceOpenedFiles()
})

app.on('second-instance', (_event, argv, workingDirectory) => {
  openedFiles.add(filesInArguments(argv, workingDirectory, app.isPackaged))
  if (mainWindow?.isMinimized()) mainWindow.restore()
  mainWindow?.focus()
  announceOpenedFiles()
})

async function start(): Promise<void> {
  await app.whenReady()
  const wall = new NetworkWall()
  const rendererDirectory = join(import.meta.dirname, '../renderer')
  await wall.guardSession(session.defaultSession, rendererDirectory)
  app.on('web-contents-created', (_event, contents) => wall.guardContents(contents))

  const state = new WindowStateFile(join(app.getPath('userData'), 'window-state.json'))
  mainWindow = createMainWindow({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    page: join(rendererDirectory, 'index.html'),
    ...(process.argv.includes('--sample') ? { hash: 'sample' } : {}),
    state,
    workAreas: screen.getAllDisplays().map((display) => display.workArea),
  })
  const window = mainWindow
  serveRequests(
    ipcMain,
    createHandlers({
      askWhereToSave: (suggestedName, filter) =>
        dialog.showSaveDialog(window, { defaultPath: suggestedName, filters: [filter] }),
      printToPdf: (html) => printHtmlToPdf(html, wall),
      backups: new BackupFolder(join(app.getPath('userData'), 'backups')),
      openedFiles,
      wall,
    }),
    (event) =>
      event.sender === window.webContents && event.senderFrame === window.webContents.mainFrame,
  )
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      applicationMenu(process.platform, (command) =>
        sendNotice(window.webContents, 'menuCommand', { command }),
      ),
    ),
  )
  window.on('closed', () => (mainWindow = undefined))
}

app.on('window-all-closed', () => app.quit())

if (app.requestSingleInstanceLock()) void start()
else app.quit()
