import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { networkSilencingFlags as coreFlags } from '../../src-core/contracts/network-silence'
import { networkSilencingFlags } from '../../build/scripts/launch/browser-flags.mjs'
import { browserPlaces, findBrowser } from '../../build/scripts/launch/find-browser.mjs'
import { seedProfile } from '../../build/scripts/launch/open-in-browser.mjs'

describe('findBrowser', () => {
  it('finds a runnable browser on the path and passes over files that cannot run', () => {
    const [dead, alive] = [
      mkdtempSync(join(tmpdir(), 'path-')),
      mkdtempSync(join(tmpdir(), 'path-')),
    ]
    writeFileSync(join(dead, 'chromium'), '')
    writeFileSync(join(alive, 'google-chrome'), '#!/bin/sh\n')
    chmodSync(join(alive, 'google-chrome'), 0o755)
    expect(findBrowser('linux', { PATH: `${dead}:${alive}` })).toBe(join(alive, 'google-chrome'))
  })

  it('prefers the browser that the user names', () => {
    expect(browserPlaces('linux', { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/chrome' })[0]).toBe(
      '/opt/chrome',
    )
  })

  it('is undefined where none is', () => {
    expect(findBrowser('linux', { PATH: mkdtempSync(join(tmpdir(), 'path-')) })).toBeUndefined()
  })
})

describe('the network-silencing flags', () => {
  it('are the same for the desktop and for every browser that we start', () => {
    expect([...networkSilencingFlags].sort()).toEqual([...coreFlags].sort())
  })
})

describe('seedProfile', () => {
  it('sets up silent printing in a new profile and leaves an existing one alone', () => {
    const profile = mkdtempSync(join(tmpdir(), 'profile-'))
    seedProfile(profile, '/documents')
    const file = join(profile, 'Default/Preferences')
    expect(JSON.parse(readFileSync(file, 'utf8')).savefile.default_directory).toBe('/documents')
    writeFileSync(file, '{"mine":true}')
    seedProfile(profile, '/elsewhere')
    expect(readFileSync(file, 'utf8')).toBe('{"mine":true}')
    expect(existsSync(join(profile, 'Default'))).toBe(true)
  })
})
