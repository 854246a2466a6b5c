import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { browserPlaces } from '../../../src-main/cli/find-browser'
import { networkSilencingFlags } from '@core/contracts/network-silence'
import { networkSilencingFlags as launcherFlags } from '../../../build/scripts/launch/browser-flags.mjs'
import { browserPlaces as launcherPlaces } from '../../../build/scripts/launch/find-browser.mjs'
import { gnomon } from './memory-terminal'

describe('the command line', () => {
  it('tells its version, that of the package', async () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    expect(await gnomon(['--version'])).toEqual({
      exitCode: 0,
      output: `${version}\n`,
      complaints: [],
    })
  })

  it('explains itself and each of its commands', async () => {
    const { exitCode, output } = await gnomon(['--help'])
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Usage: gnomon COMMAND')])
    for (const command of ['extract', 'brief', 'export', 'knowledge']) {
      expect(output).toContain(`  ${command}`)
      const help = await gnomon([command, '--help'])
      expect([help.exitCode, help.output]).toEqual([
        0,
        expect.stringContaining(`Usage: gnomon ${command}`),
      ])
    }
  })

  it('calls a missing or unknown command wrong usage', async () => {
    expect((await gnomon([])).exitCode).toBe(2)
    expect(await gnomon(['exract', 'a.txt'])).toEqual({
      exitCode: 2,
      output: '',
      complaints: ['gnomon: there is no command "exract". Try: gnomon --help'],
    })
  })
})

describe('the browser that prints', () => {
  it('is started with the flags that the launcher silences it with', () => {
    expect(networkSilencingFlags).toEqual(launcherFlags)
  })

  it.each(['linux', 'darwin', 'win32'] as const)(
    'is looked for where the launcher looks on %s',
    (platform) => {
      const env = {
        PATH: '/usr/bin:/opt/bin',
        HOME: '/home/a',
        CHROMIUM_PATH: '/x/chromium',
        LOCALAPPDATA: 'C:\\L',
        PROGRAMFILES: 'C:\\P',
      }
      expect(browserPlaces(platform, env)).toEqual(launcherPlaces(platform, env))
    },
  )
})
