import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  appWindowFlags,
  networkSilencingFlags,
  rootFlags,
} from '../../build/scripts/launch/browser-flags.mjs'
import { findBrowser } from '../../build/scripts/launch/find-browser.mjs'
import { readNetLog, type NetTraffic } from './support/net-log'

const watchedMs = 8000

describe('the window as our launchers start it', () => {
  it('lets nothing leave: no connection but to the dead proxy, no name looked up, no datagram', async () => {
    const traffic = await trafficOf(networkSilencingFlags)
    expect(traffic.tcp.filter((address) => address !== '127.0.0.1:9')).toEqual([])
    expect(traffic.lookUps).toEqual([])
    expect(traffic.udpBytesSent).toBe(0)
  })

  it('would be seen to call its maker without our flags', async () => {
    const traffic = await trafficOf([])
    expect(traffic.tcp.length + traffic.lookUps.length).toBeGreaterThan(0)
  })
})

/** Opens the built page with these flags in a new profile, lets it stand, closes it, and reads the net log. */
async function trafficOf(flags: readonly string[]): Promise<NetTraffic> {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-net-'))
  const log = join(folder, 'net.json')
  const browser = findBrowser()
  if (!browser) throw new Error('no browser')
  const page = pathToFileURL(resolve('out/renderer/index.html')).href
  const child = spawn(
    browser,
    [
      `--app=${page}#sample`,
      `--user-data-dir=${join(folder, 'profile')}`,
      '--headless=new',
      `--log-net-log=${log}`,
      '--net-log-capture-mode=Everything',
      ...appWindowFlags,
      ...flags,
      ...rootFlags(),
    ],
    { stdio: 'ignore' },
  )
  const exited = new Promise((done) => child.once('exit', done))
  await new Promise((done) => setTimeout(done, watchedMs))
  child.kill('SIGTERM')
  await exited
  return readNetLog(log)
}
