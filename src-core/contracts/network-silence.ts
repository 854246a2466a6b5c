/**
 * Chromium switches that cut off its own chatter with its maker (sign-in, update, optimisation hosts): with the dead proxy
 * nothing leaves, no name is looked up, even where a component ignores the others. Desktop and printing use this
 * list, build/scripts/launch/browser-flags.mjs repeats it for plain scripts, and a test holds the two together.
 */
export const networkSilencingSwitches: readonly (readonly [name: string, value: string])[] = [
  ['proxy-server', '127.0.0.1:9'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['disable-sync', ''],
  ['disable-quic', ''],
  ['no-pings', ''],
]

/** The same as command-line arguments. */
export const networkSilencingFlags: readonly string[] = networkSilencingSwitches.map(
  ([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`),
)
