// The one list of flags with which we ever start a browser: the user's window, the tests, the printing and the portable launchers.

/** Cuts off Chromium's own chatter with its maker; with the dead proxy nothing leaves (a test reads the net log). */
export const networkSilencingFlags = [
  '--proxy-server=127.0.0.1:9',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-pings',
]

/** An application window of its own profile, without the browser's first-run questions. */
export const appWindowFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--kiosk-printing',
  '--window-size=1440,900',
]

/** Chromium's sandbox cannot start as root on Linux; `--test-type` spares root the bar that says so at each start. */
export function rootFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0
    ? ['--no-sandbox', '--test-type']
    : []
}
