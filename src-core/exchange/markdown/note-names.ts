/** Devices of old systems: no file may be called like one, whatever follows the dot. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A file name that every system takes and that Obsidian can link to: at most 100 characters, no `[]#^|` and no path. */
export function noteName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\\/:*?"<>|#^[\]\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = Array.from(plain)
    .slice(0, 100)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (short === '') return 'untitled'
  return devices.test(short) ? `_${short}` : short
}

/** Gives each title a name of its own; a second taker gets what `tellApart` says in brackets, then a number. Case does not tell names apart. */
export function createNoteNames(): (title: string, tellApart: string) => string {
  const taken = new Set<string>()
  const take = (name: string) => {
    const key = name.toLowerCase()
    if (taken.has(key)) return false
    taken.add(key)
    return true
  }
  return (title, tellApart) => {
    const plain = noteName(title)
    if (take(plain)) return plain
    for (let number = 1; ; number += 1) {
      const name = `${plain} (${tellApart}${number === 1 ? '' : ` ${number}`})`
      if (take(name)) return name
    }
  }
}
