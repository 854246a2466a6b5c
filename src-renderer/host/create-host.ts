import type { Bridge } from '@core/contracts/bridge'
import { createElectronHost } from './electron-host'
import type { Host } from './host'
import { createPortableHost } from './portable-host'

declare global {
  interface Window {
    /** Put there by the preload script of the desktop edition. */
    readonly gnomon?: Bridge
  }
}

/** The host of the edition that this page runs in: the preload script puts the bridge there, a plain browser has none. */
export function createHost(target: Pick<Window, 'gnomon'>): Host {
  return target.gnomon ? createElectronHost(target.gnomon) : createPortableHost()
}
