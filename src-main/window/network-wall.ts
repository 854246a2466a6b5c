import type { NetworkReport } from '@core/contracts/bridge'
import type { Session, WebContents } from 'electron'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'

type Refused = NetworkReport['refused']

/** Refuses and counts everything that could leave the machine. */
export class NetworkWall {
  readonly #refused: { -readonly [Road in keyof Refused]: number } = {
    requests: 0,
    navigations: 0,
    windows: 0,
    permissions: 0,
    downloads: 0,
  }

  get report(): NetworkReport {
    return { refused: { ...this.#refused } }
  }

  /** Lets pages of `directory` load their own files and in-memory data, and nothing else. */
  async guardSession(session: Session, directory: string): Promise<void> {
    session.setSpellCheckerEnabled(false)
    session.webRequest.onBeforeRequest((details, answer) => {
      const cancel = !isLocalResource(details.url, directory)
      if (cancel) this.#refused.requests++
      answer({ cancel })
    })
    session.setPermissionRequestHandler((_contents, _permission, answer) => {
      this.#refused.permissions++
      answer(false)
    })
    session.setPermissionCheckHandler(() => false)
    session.setDevicePermissionHandler(() => false)
    session.on('will-download', (event) => {
      this.#refused.downloads++
      event.preventDefault()
    })
    await session.setProxy({
      mode: 'fixed_servers',
      proxyRules: '127.0.0.1:9',
      proxyBypassRules: '',
    })
  }

  /** No page leads anywhere else, opens a window or embeds a guest. */
  guardContents(contents: WebContents): void {
    contents.on('will-navigate', (event) => {
      this.#refused.navigations++
      event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      this.#refused.navigations++
      event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => {
      this.#refused.windows++
      event.preventDefault()
    })
    contents.setWindowOpenHandler(() => {
      this.#refused.windows++
      return { action: 'deny' }
    })
  }
}

/** True for `blob:`, `data:` and files below `directory`; a host part in a file URL (a network share) is refused. */
export function isLocalResource(url: string, directory: string): boolean {
  if (url.startsWith('blob:') || url.startsWith('data:')) return true
  if (!url.startsWith('file:///')) return false
  try {
    return fileURLToPath(url).startsWith(directory.endsWith(sep) ? directory : directory + sep)
  } catch {
    // An undecodable path is no file of ours.
    return false
  }
}
