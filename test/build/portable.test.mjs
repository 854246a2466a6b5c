import { unzipSync } from 'fflate'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appWindowFlags, networkSilencingFlags } from '../../build/scripts/launch/browser-flags.mjs'
import {
  linuxLauncher,
  macLauncher,
  windowsLauncher,
} from '../../build/scripts/portable/launchers.mjs'
import { makePortable } from '../../build/scripts/portable/make-portable.mjs'

const flags = [...appWindowFlags, ...networkSilencingFlags]

describe('the portable ZIP', () => {
  const zip = makePortable(aBuiltTree(), '9.9.9')
  const files = unzipSync(zip)

  it('holds renderer, command line and a launcher for each system', () => {
    expect(Object.keys(files).sort()).toEqual(
      [
        'Gnomon.cmd',
        'Gnomon.command',
        'LICENSE',
        'NOTICE',
        'README.txt',
        'SHA256SUMS',
        'cli/gnomon.mjs',
        'gnomon.sh',
        'renderer/index.html',
      ].map((name) => `gnomon-9.9.9/${name}`),
    )
  })

  it('carries the right checksum of every file', () => {
    const lines = new TextDecoder().decode(files['gnomon-9.9.9/SHA256SUMS']).trim().split('\n')
    expect(lines).toHaveLength(Object.keys(files).length - 1)
    for (const line of lines) {
      const [sum, name] = line.split('  ')
      expect(createHash('sha256').update(files[`gnomon-9.9.9/${name}`]).digest('hex')).toBe(sum)
    }
  })

  it('is the same bytes for the same build', () => {
    expect(Buffer.compare(Buffer.from(zip), Buffer.from(makePortable(aBuiltTree(), '9.9.9')))).toBe(
      0,
    )
  })
})

describe('the Linux launcher', () => {
  it('opens the page from a folder with spaces, with every flag, in a profile of its own, without Node on the path', () => {
    const { folder, run } = aLaunchFolder('my stick #1')
    const { args, preferences } = run()
    expect(args[0]).toBe(
      `--app=file://${folder.replaceAll(' ', '%20').replaceAll('#', '%23')}/renderer/index.html`,
    )
    expect(args).toEqual(expect.arrayContaining(flags))
    expect(preferences.savefile.default_directory).toMatch(/home$/)
  })

  it('leaves an existing profile as it is', () => {
    const { run, profile } = aLaunchFolder('stick')
    mkdirSync(join(profile, 'Default'), { recursive: true })
    writeFileSync(join(profile, 'Default/Preferences'), '{"mine":true}')
    expect(run().preferences).toEqual({ mine: true })
  })

  it('says what to install where no browser is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'launch-'))
    writeFileSync(join(folder, 'gnomon.sh'), linuxLauncher())
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const call = () =>
      execFileSync('/bin/sh', [join(folder, 'gnomon.sh')], {
        env: { PATH: '/nowhere', HOME: folder },
        stdio: 'pipe',
      })
    expect(call).toThrow(/Install one, or name it in CHROMIUM_PATH/)
  })
})

describe('the macOS launcher', () => {
  it('is valid shell and passes every flag', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'launch-')), 'Gnomon.command')
    writeFileSync(file, macLauncher())
    execFileSync('/bin/sh', ['-n', file])
    for (const flag of flags) expect(macLauncher()).toContain(`'${flag}'`)
  })
})

describe('the Windows launcher', () => {
  it('has CRLF line ends only, and passes every flag', () => {
    expect(windowsLauncher().replaceAll('\r\n', '')).not.toContain('\n')
    for (const flag of flags) expect(windowsLauncher()).toContain(`"${flag}"`)
  })
})

function aBuiltTree() {
  const root = mkdtempSync(join(tmpdir(), 'tree-'))
  for (const [path, text] of [
    ['out/renderer/index.html', '<p>'],
    ['out/cli/gnomon.mjs', '//'],
    ['LICENSE', 'MIT'],
    ['NOTICE', 'n'],
  ]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** A stick folder with the launcher, and a browser that only writes its arguments down. */
function aLaunchFolder(name) {
  const base = mkdtempSync(join(tmpdir(), 'launch-'))
  const folder = join(base, name)
  const home = join(base, 'home')
  const profile = join(home, '.local/share/gnomon/profile')
  const [browser, written] = [join(base, 'chromium'), join(base, 'args')]
  mkdirSync(folder)
  mkdirSync(home)
  writeFileSync(join(folder, 'gnomon.sh'), linuxLauncher())
  writeFileSync(browser, `#!/bin/sh\nfor a in "$@"; do printf '%s\\n' "$a"; done > "${written}"\n`)
  chmodSync(browser, 0o755)
  const run = () => {
    execFileSync('/bin/sh', [join(folder, 'gnomon.sh')], {
      env: { PATH: '/usr/bin:/bin', HOME: home, CHROMIUM_PATH: browser },
    })
    return {
      args: readFileSync(written, 'utf8').trim().split('\n'),
      preferences: JSON.parse(readFileSync(join(profile, 'Default/Preferences'), 'utf8')),
    }
  }
  return { folder, profile, run }
}
