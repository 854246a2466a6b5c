import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** For messages. */
export const browserNames = `CHROMIUM_PATH, ${commands.join(', ')}`

type Environment = Readonly<Record<string, string | undefined>>

/** Every place where an installed browser is looked for, CHROMIUM_PATH first; the launcher (build/scripts/launch) looks in the same. */
export function browserPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  const named = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []
  if (platform === 'darwin')
    return [
      ...named,
      ...['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
        macApplications.map((application) => join(folder, application)),
      ),
    ]
  if (platform === 'win32')
    return [
      ...named,
      ...[env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].flatMap((folder) =>
        folder ? windowsPrograms.map((program) => join(folder, program)) : [],
      ),
    ]
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return [
    ...named,
    ...folders.flatMap((folder) => commands.map((command) => join(folder, command))),
  ]
}

/** The first browser that is there and may be run. */
export function findBrowser(
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): string | undefined {
  return browserPlaces(platform, env).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch (cause) {
    if (cause instanceof Error) return false
    throw cause
  }
}
