import { accessSync, constants, existsSync } from 'node:fs'
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

/** Every place where an installed Chromium, Chrome or Edge is looked for, CHROMIUM_PATH first. */
export function browserPlaces(platform = process.platform, env = process.env) {
  const named = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []
  if (platform === 'darwin')
    return [
      ...named,
      ...['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
        macApplications.map((app) => join(folder, app)),
      ),
    ]
  if (platform === 'win32')
    return [
      ...named,
      ...[env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
        .filter(Boolean)
        .flatMap((folder) => windowsPrograms.map((program) => join(folder, program))),
    ]
  return [
    ...named,
    ...(env.PATH ?? '')
      .split(delimiter)
      .filter(Boolean)
      .flatMap((folder) => commands.map((command) => join(folder, command))),
  ]
}

/** The first that is there and may be run, or undefined. */
export function findBrowser(platform = process.platform, env = process.env) {
  return browserPlaces(platform, env).find(isExecutable)
}

/** For messages: the names rather than every folder of the path. */
export const browserNames = `CHROMIUM_PATH, ${commands.join(', ')}`

function isExecutable(path) {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
