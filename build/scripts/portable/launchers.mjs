import { appWindowFlags, networkSilencingFlags } from '../launch/browser-flags.mjs'
import { printingPreferences } from '../launch/open-in-browser.mjs'

// The launchers of the portable edition are generated, so that their flags are the very ones that npm start and the tests use.
// Each finds an installed browser, keeps the cases in a profile outside the program folder, and opens the page in a window.

const flags = [...appWindowFlags, ...networkSilencingFlags]
const folderMark = '@FOLDER@'
const preferences = JSON.stringify(printingPreferences(folderMark))

/** Linux: plain POSIX sh, needs neither Node nor bash. */
export function linuxLauncher() {
  return posixLauncher({
    find: `for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge microsoft-edge-stable; do
  [ -n "$browser" ] || browser=$(command -v "$name" 2>/dev/null)
done`,
    profile: '${XDG_DATA_HOME:-$HOME/.local/share}/gnomon/profile',
    root: `[ "$(id -u)" = 0 ] && set -- "$@" --no-sandbox --test-type`,
  })
}

/** macOS: opened by a double click in Finder. */
export function macLauncher() {
  return posixLauncher({
    find: `for app in "Chromium.app/Contents/MacOS/Chromium" "Google Chrome.app/Contents/MacOS/Google Chrome" "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"; do
  for folder in /Applications "$HOME/Applications"; do
    [ -n "$browser" ] || { [ -x "$folder/$app" ] && browser="$folder/$app"; }
  done
done`,
    profile: '$HOME/Library/Application Support/Gnomon/profile',
    root: ':',
  })
}

function posixLauncher({ find, profile, root }) {
  return `#!/bin/sh
# Gnomon, portable edition. Opens the workbench in an installed Chromium, Chrome or Edge; nothing is installed, nothing leaves.
# CHROMIUM_PATH names a browser, GNOMON_PROFILE another place for the cases, GNOMON_BROWSER_FLAGS further flags.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
browser=$CHROMIUM_PATH
${find}
if [ -z "$browser" ]; then
  echo "Gnomon found no Chromium, Chrome or Edge on this machine. Install one, or name it in CHROMIUM_PATH." >&2
  exit 1
fi
profile=\${GNOMON_PROFILE:-"${profile}"}
documents=$HOME/Documents
[ -d "$documents" ] || documents=$HOME
if [ ! -e "$profile/Default/Preferences" ]; then
  mkdir -p "$profile/Default" || exit 1
  escaped=$(printf '%s' "$documents" | sed 's/[\\\\&|"]/\\\\&/g')
  printf '%s' '${preferences.replaceAll("'", "'\\''")}' | sed "s|${folderMark}|$escaped|g" > "$profile/Default/Preferences"
fi
page=$(printf '%s' "$here" | sed 's/%/%25/g; s/ /%20/g; s/#/%23/g; s/?/%3F/g')
set -- "--app=file://$page/renderer/index.html" "--user-data-dir=$profile" ${flags.map((flag) => `'${flag}'`).join(' ')} $GNOMON_BROWSER_FLAGS
${root}
exec "$browser" "$@"
`
}

/** Windows: a batch file with CRLF line ends, as cmd wants them. */
export function windowsLauncher() {
  const json = preferences.replaceAll(folderMark, '%documents%').replace(/[&|<>^]/g, '^$&')
  const lines = [
    '@echo off',
    'rem Gnomon, portable edition. Opens the workbench in an installed Chromium, Chrome or Edge; nothing is installed, nothing leaves.',
    'rem CHROMIUM_PATH names a browser, GNOMON_PROFILE another place for the cases, GNOMON_BROWSER_FLAGS further flags.',
    'setlocal',
    'set "browser=%CHROMIUM_PATH%"',
    ...[
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap((program) =>
      ['%LOCALAPPDATA%', '%ProgramFiles%', '%ProgramFiles(x86)%'].map(
        (folder) =>
          `if not defined browser if exist "${folder}\\${program}" set "browser=${folder}\\${program}"`,
      ),
    ),
    'if not defined browser (',
    '  echo Gnomon found no Chromium, Chrome or Edge on this machine. Install one, or name it in CHROMIUM_PATH.',
    '  pause',
    '  exit /b 1',
    ')',
    'set "profile=%GNOMON_PROFILE%"',
    'if not defined profile set "profile=%LOCALAPPDATA%\\Gnomon\\profile"',
    'set "documents=%USERPROFILE%\\Documents"',
    'set "documents=%documents:\\=\\\\%"',
    'if not exist "%profile%\\Default\\Preferences" (',
    '  mkdir "%profile%\\Default" 2>nul',
    `  >"%profile%\\Default\\Preferences" echo ${json}`,
    ')',
    'set "here=%~dp0"',
    'set "here=%here:\\=/%"',
    'set "here=%here:#=%%23%"',
    'set "here=%here: =%%20%"',
    `start "" "%browser%" "--app=file:///%here%renderer/index.html" "--user-data-dir=%profile%" ${flags.map((flag) => `"${flag.replaceAll('%', '%%')}"`).join(' ')} %GNOMON_BROWSER_FLAGS%`,
    'endlocal',
  ]
  return `${lines.join('\r\n')}\r\n`
}
