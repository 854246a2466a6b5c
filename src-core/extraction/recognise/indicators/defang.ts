/** Signs that stand for ".", "@" and "://" in addresses made harmless. Each function gives the length of the sign at an offset, 0 for none. */

const dot =
  /\s?(?:\[\s?(?:\.|dot|d0t|point|punkt)\s?\]|\(\s?(?:\.|dot|d0t|point)\s?\)|\{\s?(?:\.|dot|d0t)\s?\}|<(?:\.|dot)>)\s?|\[\.|\.\]|\\\.|\(\.|\.\)|。|．|\[,\]/iy
const spacedDot = /\s(?:\[\s?(?:\.|dot)\s?\]|\(\s?(?:\.|dot)\s?\))\s?/iy

export interface Sign {
  readonly length: number
  readonly defanged: boolean
}

const none: Sign = { length: 0, defanged: false }
const plainSign: Sign = { length: 1, defanged: false }

/** A dot between two labels. */
export function dotAt(text: string, at: number): Sign {
  const code = text.charCodeAt(at)
  if (code === 46) {
    // "host.]com": half of the brackets lost.
    if (text.charCodeAt(at + 1) === 93) return { length: 2, defanged: true }
    return plainSign
  }
  if (
    code === 91 ||
    code === 40 ||
    code === 123 ||
    code === 92 ||
    code === 60 ||
    code === 0x3002 ||
    code === 0xff0e
  )
    return signAt(dot, text, at)
  if (code === 32) {
    const next = text.charCodeAt(at + 1)
    return next === 91 || next === 40 ? signAt(spacedDot, text, at) : none
  }
  return none
}

const atSign = /\s?(?:\[\s?(?:@|at)\s?\]|\(\s?(?:@|at)\s?\)|\{\s?(?:@|at)\s?\})\s?/iy

export function atSignAt(text: string, at: number): Sign {
  const code = text.charCodeAt(at)
  if (code === 64) return plainSign
  if (code === 91 || code === 40 || code === 123) return signAt(atSign, text, at)
  const next = text.charCodeAt(at + 1)
  return code === 32 && (next === 91 || next === 40) ? signAt(atSign, text, at) : none
}

const schemeEnd =
  /(?::|\[:\]|\(:\)|\[:|:\])(?:\/\/|\\\\|\[\/\/\]|\/\[\/\]|\[\/\]\/|\[\/\]\[\/\])|\[:\/\/\]|\(:\/\/\)|\{:\/\/\}|__(?=\S)/y

export function schemeEndAt(text: string, at: number): Sign {
  const code = text.charCodeAt(at)
  if (code !== 58 && code !== 91 && code !== 40 && code !== 123 && code !== 95) return none
  const sign = signAt(schemeEnd, text, at)
  return sign.length === 3 && text.startsWith('://', at) ? { length: 3, defanged: false } : sign
}

function signAt(pattern: RegExp, text: string, at: number): Sign {
  // Sticky patterns carry their place with them: set before each use, never shared across calls.
  pattern.lastIndex = at
  const hit = pattern.exec(text)
  return hit ? { length: hit[0].length, defanged: true } : none
}

const schemes: ReadonlyMap<string, string> = new Map([
  ['http', 'http'],
  ['https', 'https'],
  ['hxxp', 'http'],
  ['hxxps', 'https'],
  ['hxtp', 'http'],
  ['hxtps', 'https'],
  ['htxp', 'http'],
  ['htxps', 'https'],
  ['httx', 'http'],
  ['hzzp', 'http'],
  ['hzzps', 'https'],
  ['ftp', 'ftp'],
  ['ftps', 'ftps'],
  ['fxp', 'ftp'],
  ['fxps', 'ftps'],
  ['sftp', 'sftp'],
  ['ssh', 'ssh'],
  ['ws', 'ws'],
  ['wss', 'wss'],
  ['tcp', 'tcp'],
  ['udp', 'udp'],
  ['ldap', 'ldap'],
  ['rdp', 'rdp'],
])

/** The real scheme behind a written one, or undefined. */
export function schemeOf(written: string): string | undefined {
  return schemes.get(written.toLowerCase())
}

/** The address as it would be typed. */
export function refang(written: string): string {
  return written
    .replace(/\s?[[({<]\s?(?:dot|d0t|point|punkt|\.)\s?[\])}>]\s?/gi, '.')
    .replace(/\s?[[({]\s?(?:at|@)\s?[\])}]\s?/gi, '@')
    .replace(/[[({]:\/\/[\])}]/g, '://')
    .replace(/[[({]:[\])}]|\[:(?=\/)|:\](?=\/)/g, ':')
    .replace(/\[\/\/\]|\/\[\/\]|\[\/\]\/|\[\/\]\[\/\]/g, '//')
    .replace(/\[\.|\.\]|\\\.|\(\.|\.\)|。|．|\[,\]/g, '.')
    .replace(/^([a-z]{2,5}):\\\\/i, '$1://')
}
