import { describe, expect, it, vi } from 'vitest'
import { isLocalResource, NetworkWall } from '../../src-main/window/network-wall'

describe('isLocalResource', () => {
  it.each([
    ['file:///app/renderer/index.html', true],
    ['file:///app/renderer/assets/inter.woff2', true],
    ['blob:file:///3f2a', true],
    ['data:image/png;base64,AA==', true],
    ['file:///app/renderer-evil/index.html', false],
    ['file:///app/renderer/../secret.txt', false],
    ['file:///etc/passwd', false],
    ['file://server/app/renderer/index.html', false],
    ['https://example.com/', false],
    ['http://127.0.0.1/', false],
    ['ws://example.com/', false],
    ['ftp://example.com/', false],
    ['file:///%ff%00', false],
  ])('%s → %s', (url, expected) => {
    expect(isLocalResource(url, '/app/renderer')).toBe(expected)
  })
})

describe('NetworkWall', () => {
  it('refuses and counts every road out of a session', async () => {
    const wall = new NetworkWall()
    const session = aSession()
    await wall.guardSession(session as never, '/app/renderer')
    expect(session.request('https://example.com/beacon')).toEqual({ cancel: true })
    expect(session.request('file:///app/renderer/gnomon.js')).toEqual({ cancel: false })
    expect(session.askPermission('geolocation')).toBe(false)
    expect(session.checkPermission()).toBe(false)
    expect(session.download()).toBe(true)
    expect(session.proxy).toEqual({
      mode: 'fixed_servers',
      proxyRules: '127.0.0.1:9',
      proxyBypassRules: '',
    })
    expect(wall.report.refused).toEqual({
      requests: 1,
      navigations: 0,
      windows: 0,
      permissions: 1,
      downloads: 1,
    })
  })

  it('refuses and counts navigation, new windows and guests', () => {
    const wall = new NetworkWall()
    const contents = someContents()
    wall.guardContents(contents as never)
    expect(contents.fire('will-navigate')).toBe(true)
    expect(contents.fire('will-redirect')).toBe(true)
    expect(contents.fire('will-attach-webview')).toBe(true)
    expect(contents.openWindow()).toEqual({ action: 'deny' })
    expect(wall.report.refused).toMatchObject({ navigations: 2, windows: 2 })
  })
})

function preventable() {
  const event = { prevented: false, preventDefault: vi.fn(() => (event.prevented = true)) }
  return event
}

function aSession() {
  let onRequest = (_details: { url: string }, _answer: (a: unknown) => void): void => undefined
  let onPermission = (_c: unknown, _p: string, _answer: (granted: boolean) => void): void =>
    undefined
  let onCheck = (): boolean => true
  let onDownload = (_event: unknown): void => undefined
  const session = {
    proxy: undefined as unknown,
    setSpellCheckerEnabled: () => undefined,
    webRequest: { onBeforeRequest: (listener: typeof onRequest) => (onRequest = listener) },
    setPermissionRequestHandler: (listener: typeof onPermission) => (onPermission = listener),
    setPermissionCheckHandler: (listener: typeof onCheck) => (onCheck = listener),
    setDevicePermissionHandler: () => undefined,
    on: (_name: string, listener: typeof onDownload) => (onDownload = listener),
    setProxy: (proxy: unknown) => Promise.resolve((session.proxy = proxy)),
    request: (url: string) => {
      let answer: unknown
      onRequest({ url }, (a) => (answer = a))
      return answer
    },
    askPermission: (name: string) => {
      let granted = true
      onPermission({}, name, (g) => (granted = g))
      return granted
    },
    checkPermission: () => onCheck(),
    download: () => {
      const event = preventable()
      onDownload(event)
      return event.prevented
    },
  }
  return session
}

function someContents() {
  const listeners = new Map<string, (event: unknown) => void>()
  let open = (): unknown => undefined
  return {
    on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: typeof open) => (open = handler),
    fire: (name: string) => {
      const event = preventable()
      listeners.get(name)?.(event)
      return event.prevented
    },
    openWindow: () => open(),
  }
}
